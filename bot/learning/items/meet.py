"""meet: a word is seen, heard and understood before anything is asked about it."""

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
from bot.learning.items._checks import Problem
from bot.learning.shapes import Shape, Taught

SEEN = "seen"


class Meet(ItemType):
    """The word with its meaning and a sentence; one button goes on."""

    name = "meet"
    grades: ClassVar[frozenset[Grade]] = frozenset({Grade.SEEN})
    own: ClassVar[tuple[Shape, ...]] = (Taught("word"),)

    def order(self, body: Body, random: Random) -> list[str]:
        """Return the one button."""
        return [SEEN]

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, the word, what it means, and a sentence with it."""
        lines = (
            Explained("situation", body["situation"]),
            Target(body["word"]),
            Explained("meaning", body["meaning"]),
            Target(body["example"]),
        )
        return Question(
            picture=body.get("picture") or None,
            lines=lines,
            choices=(Choice(SEEN, Wording(SEEN)),),
            image=body.get("image") or None,
            sound=body["word"],
        )

    def grade(self, body: Body, answer: str) -> Verdict:
        """Note that it was seen: there is no other answer."""
        return Verdict(Grade.SEEN, Wording(SEEN), Target(body["word"]), None)

    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield nothing: the meaning says it."""
        return iter(())

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the word."""
        yield body["word"]

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield nothing: every word can be met."""
        return iter(())


TYPE = Meet()
