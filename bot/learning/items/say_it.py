"""say_it: a sentence is heard and said aloud; the learner judges by ear."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import ClassVar

from bot.learning.items._base import (
    VOICE,
    Body,
    Choice,
    Explained,
    Grade,
    ItemType,
    Question,
    Taken,
    Target,
    Verdict,
    Wording,
)
from bot.learning.items._checks import Problem
from bot.learning.shapes import Shape, Taught

CAN, NOT_YET = "can_say", "not_yet"


class SayIt(ItemType):
    """A voice note may be sent or not. Nobody but the learner judges it."""

    name = "say_it"
    grades: ClassVar[frozenset[Grade]] = frozenset({Grade.RIGHT, Grade.UNKNOWN})
    produces = True
    own: ClassVar[tuple[Shape, ...]] = (Taught("say"),)

    def order(self, body: Body, random: Random) -> list[str]:
        """Return both buttons, always in the same order."""
        return [CAN, NOT_YET]

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, the sentence, and how to go about it."""
        ask = Wording("compare" if VOICE in steps else "say_aloud")
        return Question(
            picture=body.get("picture") or None,
            lines=(Explained("situation", body["situation"]), Target(body["say"]), ask),
            choices=tuple(Choice(key, Wording(key)) for key in order),
            spoken=True,
            image=body.get("image") or None,
            sound=body["say"],
        )

    def take(self, body: Body, order: list[str], steps: Sequence[str], answer: str) -> Verdict | Taken:
        """Take a voice note, which leaves the item open, or the learner's own judgement."""
        if answer == VOICE:
            return Taken((VOICE,))
        return self.grade(body, answer)

    def grade(self, body: Body, answer: str) -> Verdict:
        """Believe what the learner says."""
        grade = Grade.RIGHT if answer == CAN else Grade.UNKNOWN
        given = Wording(answer) if answer in (CAN, NOT_YET) else Target("")
        return Verdict(grade, given, Target(body["say"]), Explained("reason", body["reason"]))

    def said(self, body: Body) -> Mapping[str, str]:
        """Return what is to be said."""
        return {"say": body["say"]}

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield nothing more."""
        return iter(())

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the sentence."""
        yield body["say"]

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield nothing: every sentence can be said."""
        return iter(())


TYPE = SayIt()
