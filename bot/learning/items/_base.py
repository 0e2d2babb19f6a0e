"""The words of an exercise, and what every item type can do."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any, ClassVar

from bot.learning.items._checks import Problem, shape_problems
from bot.learning.levels import LEVELS

Body = Mapping[str, Any]


class Grade(StrEnum):
    """How an answer was. A slip shows the right form but counts as right."""

    RIGHT = "right"
    SLIP = "slip"
    WRONG = "wrong"
    UNKNOWN = "unknown"

    @property
    def recalled(self) -> bool:
        """Whether the learner knew it: what recall is told."""
        return self in (Grade.RIGHT, Grade.SLIP)


@dataclass(frozen=True)
class Explained:
    """Words in the own language: the field that holds them (`reason`, `a.reason`), and its source."""

    field: str
    text: str


@dataclass(frozen=True)
class Target:
    """Words of the target language, never translated."""

    text: str


Line = Explained | Target


@dataclass(frozen=True)
class Choice:
    """One button under a question."""

    key: str
    label: Line


@dataclass(frozen=True)
class Question:
    """What a learner sees before answering; `choices` is empty when the answer is typed."""

    picture: str | None
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]
    typed: bool


@dataclass(frozen=True)
class Verdict:
    """A graded answer; `given` is `Target("")` when the learner did not know."""

    grade: Grade
    given: Line
    right: Line
    reason: Explained | None


@dataclass(frozen=True)
class Item:
    """One exercise in one published revision."""

    id: str
    type: str
    unit: str
    sector: str
    level: str
    position: int
    revision: int
    body: Body

    @property
    def safety(self) -> bool:
        """Whether missing it can hurt somebody."""
        return bool(self.body.get("safety") == "yes")


class ItemType(ABC):
    """One kind of exercise. Every method but `problems` takes a body that has no problems."""

    name: ClassVar[str]
    first_level: ClassVar[str] = LEVELS[0]
    required: ClassVar[Mapping[str, type]] = {}
    optional: ClassVar[Mapping[str, type]] = {}

    def problems(self, body: Body, level: str | None = None) -> Iterator[Problem]:
        """Yield everything that is wrong with a body, of whatever shape.

        Args:
            body: the item as authored; every scalar a string.
            level: the pack's level, if the rules of that level should be checked too.
        """
        yield from shape_problems(body, self.required, self.optional)
        if level in LEVELS and LEVELS.index(level) < LEVELS.index(self.first_level):
            yield Problem("type", f"{self.name} is not for {level}: use it from {self.first_level}")
        yield from self.own_problems(body, level)

    def explained(self, body: Body) -> Iterator[Explained]:
        """Yield the translatable fields in reading order."""
        yield Explained("situation", body["situation"])
        yield from self.own_explained(body)
        yield Explained("reason", body["reason"])
        yield Explained("meaning", body["meaning"])

    def targets(self, body: Body) -> Iterator[str]:
        """Yield the target-language strings in reading order."""
        yield from self.own_targets(body)
        yield body["example"]

    def explanation(self, body: Body) -> tuple[Line, ...]:
        """Return what teaches the words: their meaning, and one more real sentence."""
        return Explained("meaning", body["meaning"]), Target(body["example"])

    @abstractmethod
    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield what is wrong beyond missing, unknown and misshapen fields."""

    @abstractmethod
    def own_explained(self, body: Body) -> Iterator[Explained]:
        """Yield the translatable fields that only this type has."""

    @abstractmethod
    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the target-language strings that only this type has."""

    @abstractmethod
    def order(self, body: Body, random: Random) -> list[str]:
        """Return the choice keys in the order to show them; the caller keeps it. [] when typed."""

    @abstractmethod
    def question(self, body: Body, order: list[str]) -> Question:
        """Return what is shown before answering, its choices in the given order."""

    @abstractmethod
    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade a choice key or typed text; "" means "I don't know".

        Raises:
            ValueError: the answer is a key that the body does not have.
        """
