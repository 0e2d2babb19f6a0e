"""scene: somebody speaks, you choose what to say, and the talk goes on from there."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, ClassVar

from bot.learning.items._base import (
    Body,
    Choice,
    Explained,
    Grade,
    ItemType,
    Options,
    Question,
    Taken,
    Target,
    Verdict,
)
from bot.learning.items._checks import Problem
from bot.learning.items._talk import SHORTEST, TURN, talk_problems
from bot.learning.shapes import Parts, Shape

ANSWERED = "– "


class Scene(ItemType):
    """A talk of two to five turns. Every choice gets its reason; one that does not fit leads on, too."""

    name = "scene"
    first_level = "A1"
    own: ClassVar[tuple[Shape, ...]] = (Parts("turns", fields=TURN, least=SHORTEST, named=True),)

    def order(self, body: Body, random: Random) -> list[str]:
        """Return the keys of all choices (`turn.choice`), shuffled within their turn."""
        keys: list[str] = []
        for name, turn in body["turns"].items():
            choices = [f"{name}.{choice}" for choice in turn["choices"]]
            random.shuffle(choices)
            keys += choices
        return keys

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, what was said so far, and the choices of the turn."""
        name = _turn(body, steps)
        talk = [line for step in steps for line in _exchange(body, step)]
        said = body["turns"][name]["say"]
        return Question(
            picture=body.get("picture") or None,
            lines=(Explained("situation", body["situation"]), *talk, Target(said)),
            choices=tuple(Choice(key, Target(_choice(body, key)["word"])) for key in order if _of(key) == name),
            image=body.get("image") or None,
            sound=said,
        )

    def take(self, body: Body, order: list[str], steps: Sequence[str], answer: str) -> Verdict | Taken:
        """Take what was said, tell how it comes across, and go on; the talk is graded at its end."""
        if not answer:
            return self.grade(body, "")
        if answer not in order or _of(answer) != _turn(body, steps):
            raise ValueError(f"no choice {answer!r} in this turn: show the item again")
        so_far = (*steps, answer)
        reason = Explained(f"{answer}.reason", _choice(body, answer)["reason"])
        if _choice(body, answer).get("to"):
            return Taken(so_far, reason)
        missed = [step for step in so_far if not _fits(body, step)]
        judged = (missed or [answer])[0]
        grade = Grade.WRONG if missed else Grade.RIGHT
        return Verdict(grade, Target(_choice(body, judged)["word"]), _best(body, _of(judged)), reason, so_far)

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade nothing but "I don't know": a talk is taken turn by turn."""
        if answer:
            raise ValueError("a talk is taken turn by turn")
        first = next(iter(body["turns"]))
        return Verdict(Grade.UNKNOWN, Target(""), _best(body, first), Explained("reason", body["reason"]))

    def said(self, body: Body) -> Mapping[str, str]:
        """Return the choices that fit; the others are only read."""
        return {
            f"turns.{name}.choices.{key}.word": choice["word"]
            for name, turn in body["turns"].items()
            for key, choice in turn["choices"].items()
            if choice.get("fits") == "yes"
        }

    def options(self, body: Body) -> Sequence[Options]:
        """Return the choices of each turn."""
        return [
            Options(
                field=f"turns.{name}.choices",
                lines=(Explained("situation", body["situation"]), Target(turn["say"])),
                labels={key: Target(choice["word"]) for key, choice in turn["choices"].items()},
                right=frozenset(key for key, choice in turn["choices"].items() if choice.get("fits") == "yes"),
            )
            for name, turn in body["turns"].items()
        ]

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield the reason of every choice."""
        for name, turn in body["turns"].items():
            for key, choice in turn["choices"].items():
                yield Explained(f"{name}.{key}.reason", choice["reason"])

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield what is said, and what can be answered, turn by turn."""
        for turn in body["turns"].values():
            yield turn["say"]
            yield from (choice["word"] for choice in turn["choices"].values())

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield what is wrong with the turns and the ways between them."""
        yield from talk_problems(body.get("turns"))


def _of(key: str) -> str:
    """The turn that a choice belongs to."""
    return key.split(".")[0]


def _choice(body: Body, key: str) -> Mapping[str, Any]:
    name, choice = key.split(".")
    found: Mapping[str, Any] = body["turns"][name]["choices"][choice]
    return found


def _fits(body: Body, key: str) -> bool:
    return bool(_choice(body, key).get("fits") == "yes")


def _turn(body: Body, steps: Sequence[str]) -> str:
    """The turn that the talk has come to; the last one when it is over."""
    first: str = next(iter(body["turns"]))
    if not steps:
        return first
    return _choice(body, steps[-1]).get("to") or _of(steps[-1])


def _exchange(body: Body, step: str) -> tuple[Target, Target]:
    return Target(body["turns"][_of(step)]["say"]), Target(ANSWERED + _choice(body, step)["word"])


def _best(body: Body, name: str) -> Target:
    """The first choice of a turn that fits."""
    choices = body["turns"][name]["choices"].values()
    return Target(next(choice["word"] for choice in choices if choice.get("fits") == "yes"))


TYPE = Scene()
