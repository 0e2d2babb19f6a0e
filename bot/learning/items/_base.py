"""The words of an exercise, and what every item type can do."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any, ClassVar

from bot.learning.items._checks import Problem, shape_problems
from bot.learning.levels import LEVELS
from bot.learning.shapes import Emoji, Entry, Image, Own, Shape, Taught, Yes

Body = Mapping[str, Any]

BEFORE: tuple[Shape, ...] = (Own("situation", long=True),)
AFTER: tuple[Shape, ...] = (
    Own("meaning", long=True),
    Taught("example"),
    Emoji("picture"),
    Image("image"),
    Yes("safety"),
    Entry("about", required=False),
)
"""What every item may have before and after the fields of its type."""

VOICE = "voice"
"""The answer that a voice note is, to a question that is spoken."""


class Grade(StrEnum):
    """How an answer was.

    A slip and another article show the right form but count as right; what was only seen is not judged.
    """

    RIGHT = "right"
    SLIP = "slip"
    ARTICLE = "article"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    SEEN = "seen"

    @property
    def recalled(self) -> bool:
        """Whether the learner knew it: what recall is told."""
        return self in (Grade.RIGHT, Grade.SLIP, Grade.ARTICLE)

    @property
    def missed(self) -> bool:
        """Whether the learner did not know it: then it comes back."""
        return self in (Grade.WRONG, Grade.UNKNOWN)


@dataclass(frozen=True)
class Explained:
    """Words in the own language: the field that holds them (`reason`, `a.reason`), and its source."""

    field: str
    text: str


@dataclass(frozen=True)
class Target:
    """Words of the target language, never translated."""

    text: str


@dataclass(frozen=True)
class Sign:
    """An emoji that stands for a word."""

    text: str


@dataclass(frozen=True)
class Wording:
    """Words that every item of a type has, in the own language: the interface message `item.<name>`."""

    name: str

    @property
    def text(self) -> str:
        """What is kept when it was the answer."""
        return self.name


Line = Explained | Target | Sign | Wording


@dataclass(frozen=True)
class Choice:
    """One button under a question."""

    key: str
    label: Line


@dataclass(frozen=True)
class Question:
    """What a learner sees before answering; `choices` is empty when the answer is typed or spoken.

    Attributes:
        picture: an emoji.
        lines: the situation first, then what is said or read in it.
        choices: the buttons, in their order.
        typed: whether the answer is written.
        spoken: whether a voice note is welcome.
        image: the name of a drawn or photographed picture.
        paper: the lines of a document that is drawn, to be read in the picture (see ``_paper.py``).
        sound: the target words that can be heard; with `heard` they come as sound and are not written.
        heard: whether this trains listening.
        columns: how many buttons stand beside each other.
    """

    picture: str | None
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...] = ()
    typed: bool = False
    spoken: bool = False
    image: str | None = None
    paper: tuple[str, ...] = ()
    sound: str | None = None
    heard: bool = False
    columns: int = 1


@dataclass(frozen=True)
class Options:
    """What may be tapped for one question, as its author wrote it: for whoever checks it.

    Attributes:
        field: what holds the options (`options`, `questions.a.options`).
        lines: what is read above them.
        labels: what stands on each, by its key.
        right: the keys of those that are right.
    """

    field: str
    lines: tuple[Line, ...]
    labels: Mapping[str, Line]
    right: frozenset[str]


@dataclass(frozen=True)
class Verdict:
    """A graded answer; `given` is `Target("")` when the learner did not know.

    `steps` are all answers, the last one too, of a type that takes several.
    """

    grade: Grade
    given: Line
    right: Line
    reason: Explained | None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taken:
    """An answer after which the item stays open: the steps so far, and what is to be said of the last one."""

    steps: tuple[str, ...]
    remark: Explained | None = None


@dataclass(frozen=True)
class Item:
    """One exercise in one published revision; ``target`` is the language that it teaches, if that is known."""

    id: str
    type: str
    unit: str
    sector: str
    level: str
    position: int
    revision: int
    body: Body
    target: str = ""

    @property
    def safety(self) -> bool:
        """Whether missing it can hurt somebody."""
        return bool(self.body.get("safety") == "yes")

    @property
    def word(self) -> str | None:
        """The item that teaches the word which this one is about; None when it is about no single word."""
        return self.body.get("about") or None


class ItemType(ABC):
    """One kind of exercise. Every method but `problems` takes a body that has no problems.

    `grades` are what can come of an answer: a type that is only seen asks nothing, so there is nothing to remember.
    `produces` says that the learner makes the words (types them, says them, puts them in order): who is right there can
    say them. Where the right answer only has to be found among others, it is recognised.
    `own` are the fields that only this type has, in the order in which an author writes them.
    """

    name: ClassVar[str]
    first_level: ClassVar[str] = LEVELS[0]
    grades: ClassVar[frozenset[Grade]] = frozenset({Grade.RIGHT, Grade.WRONG, Grade.UNKNOWN})
    produces: ClassVar[bool] = False
    own: ClassVar[tuple[Shape, ...]] = ()

    @property
    def asks(self) -> bool:
        """Whether it asks for something to be remembered."""
        return Grade.RIGHT in self.grades

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """All fields of an item of this type, in the order in which an author writes them."""
        return (*BEFORE, *self.own, Own("reason", required=self.asks, long=True), *AFTER)

    def problems(self, body: Body, level: str | None = None) -> Iterator[Problem]:
        """Yield everything that is wrong with a body, of whatever shape.

        Args:
            body: the item as authored; every scalar a string.
            level: the pack's level, if the rules of that level should be checked too.
        """
        yield from shape_problems(body, self.shapes)
        if level in LEVELS and LEVELS.index(level) < LEVELS.index(self.first_level):
            yield Problem("type", f"{self.name} is not for {level}: use it from {self.first_level}")
        yield from self.own_problems(body, level)

    def explained(self, body: Body) -> Iterator[Explained]:
        """Yield the translatable fields in reading order."""
        yield Explained("situation", body["situation"])
        yield from self.own_explained(body)
        yield from ([Explained("reason", body["reason"])] if body.get("reason") else [])
        yield Explained("meaning", body["meaning"])

    def targets(self, body: Body) -> Iterator[str]:
        """Yield the target-language strings in reading order."""
        yield from self.own_targets(body)
        yield body["example"]

    def said(self, body: Body) -> Mapping[str, str]:
        """Return what a learner must say or write in the target language, by the field that holds it."""
        return {}

    def options(self, body: Body) -> Sequence[Options]:
        """Return what may be tapped, question by question, where something is right and something is not."""
        return ()

    def needs_script(self, body: Body) -> bool:
        """Return whether nobody can do it who reads no script, even when all of it is heard."""
        return False

    def fewer(self, body: Body, order: list[str], most: int) -> list[str]:
        """Return the order with at most `most` choices a question, the right one among them."""
        return order

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
    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return what is shown before answering, its choices in the given order.

        `steps` are the answers that were taken already, of a type that takes several.
        """

    def take(self, body: Body, order: list[str], steps: Sequence[str], answer: str) -> Verdict | Taken:
        """Take an answer: most types grade it; a type with several steps may leave the item open.

        Raises:
            ValueError: as `grade`.
        """
        return self.grade(body, answer)

    @abstractmethod
    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade a choice key or typed text; "" means "I don't know".

        Raises:
            ValueError: the answer is a key that the body does not have.
        """
