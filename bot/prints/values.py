"""What stands on the pages: words in two languages, in the order in which they are read."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.prints.words import plain


@dataclass(frozen=True)
class Both:
    """The same words in the learner's own language and in the one that staff read beside it."""

    own: str
    beside: str

    @property
    def are_one(self) -> bool:
        """Whether they read the same: the learner's own language is that one, or they are words of it."""
        return plain(self.own) == plain(self.beside)


class Figure(StrEnum):
    """What is drawn beside a step; the name of a file."""

    INSTALL = "install"
    HIDE = "hide"
    SCAN = "scan"
    START = "start"
    LISTEN = "listen"


@dataclass(frozen=True)
class Step:
    """One thing to do."""

    figure: Figure
    words: Both


@dataclass(frozen=True)
class EnrolmentSheet:
    """What stands on a page.

    Attributes:
        language: the learner's.
        rtl: whether that runs from right to left.
        title: says what Werkmaat is.
        steps: what to do, four at most.
        link: is drawn as a square too.
        lasts: how long the link works.
        trust: what Werkmaat does not do.
        name: stands before an empty line, for a name in ink.
        ask: stands above the question; None where there is none.
        question: to begin a talk with.
        pictures: for who reads nothing: large pictures, and few words.
    """

    language: str
    rtl: bool
    title: Both
    steps: tuple[Step, ...]
    link: str
    lasts: Both
    trust: Both
    name: Both
    ask: Both | None = None
    question: Both | None = None
    pictures: bool = False


@dataclass(frozen=True)
class Section:
    """Some things of one kind; ``otherwise`` is said where there are none."""

    title: Both
    entries: tuple[Both, ...]
    otherwise: Both


@dataclass(frozen=True)
class Week:
    """A week: its first day as it is to be written, and the days with practice in it."""

    label: Both
    days: int


@dataclass(frozen=True)
class Days:
    """The weeks that are drawn, the earliest first; ``otherwise`` is said where there are none."""

    title: Both
    weeks: tuple[Week, ...]
    otherwise: Both


@dataclass(frozen=True)
class LearnerPage:
    """What stands on the page.

    Attributes:
        language: the learner's.
        rtl: whether that runs from right to left.
        name: the learner's.
        period: from when to when.
        strengths: what they bring.
        can_say: what they can say by now.
        days: on which they practised.
        units: what they practise.
        missions: what they did at work.
        next_step: what comes next.
        ask: stands above the question.
        question: to begin the talk with.
        more: says that so many more are not on the page.
    """

    language: str
    rtl: bool
    name: str
    period: Both
    strengths: Section
    can_say: Section
    days: Days
    units: Section
    missions: Section
    next_step: Section
    ask: Both
    question: Both
    more: Callable[[int], Both]


@dataclass(frozen=True)
class Advice:
    """A rule for speaking, with an example: what not to say, and what to say instead of it."""

    rule: str
    instead_of: str
    say: str


@dataclass(frozen=True)
class SpeechCard:
    """What stands on the card.

    Attributes:
        title: says which language is spoken.
        lead: whom the card is for.
        label_not: stands above what not to say.
        label_so: stands above what to say.
        rules: in their order.
        nod: what somebody may see who thinks that all was understood.
        nod_what: what to do then.
    """

    title: str
    lead: str
    label_not: str
    label_so: str
    rules: tuple[Advice, ...]
    nod: str
    nod_what: str
