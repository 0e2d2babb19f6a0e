"""true_false: a sign or a notice is looked at, and a claim about it is so, or is not."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import ClassVar

from bot.learning.items._base import (
    Body,
    Choice,
    Explained,
    Grade,
    ItemType,
    Question,
    Target,
    Verdict,
    Wording,
)
from bot.learning.items._checks import Problem, text
from bot.learning.shapes import OneOf, Own, Shape, Taught

CLAIMS = ("true", "false")


class TrueFalse(ItemType):
    """The claim is in the own language, so that the sign or the notice is what is read."""

    name = "true_false"
    own: ClassVar[tuple[Shape, ...]] = (
        Taught("notice", required=False),
        Own("claim"),
        OneOf("right", values=CLAIMS),
    )

    def order(self, body: Body, random: Random) -> list[str]:
        """Return both buttons, always in the same order."""
        return [*CLAIMS]

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, the notice if it has words, and the claim."""
        notice = (Target(body["notice"]),) if body.get("notice") else ()
        return Question(
            picture=body.get("picture") or None,
            lines=(Explained("situation", body["situation"]), *notice, Explained("claim", body["claim"])),
            choices=tuple(Choice(key, Wording(key)) for key in order),
            image=body.get("image") or None,
            sound=body.get("notice") or None,
            columns=2,
        )

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade `true` or `false`."""
        right, reason = Wording(body["right"]), Explained("reason", body["reason"])
        if not answer:
            return Verdict(Grade.UNKNOWN, Target(""), right, reason)
        if answer not in CLAIMS:
            raise ValueError(f"no option {answer!r} in this revision: show the item again")
        return Verdict(Grade.RIGHT if answer == body["right"] else Grade.WRONG, Wording(answer), right, reason)

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield the claim."""
        yield Explained("claim", body["claim"])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the notice, if it has words."""
        if body.get("notice"):
            yield body["notice"]

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield a missing sign."""
        if not any(text(body.get(field)) for field in ("picture", "image", "notice")):
            yield Problem("notice", "is missing: give a `notice`, an `image` or a `picture` to look at")


TYPE = TrueFalse()
