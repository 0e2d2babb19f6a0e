"""mission: something to do at work: ask, find, say. It is taken on here, and told about later."""

from collections.abc import Iterator, Mapping, Sequence
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
from bot.learning.items._checks import Problem
from bot.learning.shapes import Own, Shape, Taught

TAKEN_ON = "take_on"


class Mission(ItemType):
    """Nothing is judged: what counts happens at work."""

    name = "mission"
    first_level = "A1"
    grades: ClassVar[frozenset[Grade]] = frozenset({Grade.SEEN})
    own: ClassVar[tuple[Shape, ...]] = (Own("task", long=True), Taught("say"))

    def order(self, body: Body, random: Random) -> list[str]:
        """Return the one button; whoever does not want to skips."""
        return [TAKEN_ON]

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, what to do, and what to say."""
        return Question(
            picture=body.get("picture") or None,
            lines=(Explained("situation", body["situation"]), Explained("task", body["task"]), Target(body["say"])),
            choices=(Choice(TAKEN_ON, Wording(TAKEN_ON)),),
            image=body.get("image") or None,
            sound=body["say"],
        )

    def grade(self, body: Body, answer: str) -> Verdict:
        """Note that it is taken on, or only seen."""
        given = Wording(answer) if answer == TAKEN_ON else Target("")
        return Verdict(Grade.SEEN, given, Target(body["say"]), None)

    def said(self, body: Body) -> Mapping[str, str]:
        """Return what is to be said."""
        return {"say": body["say"]}

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield what to do."""
        yield Explained("task", body["task"])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield what to say."""
        yield body["say"]

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield nothing more."""
        return iter(())


TYPE = Mission()
