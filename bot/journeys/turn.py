"""A turn: one update and all that follows from it, collected in memory until it is kept as a whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bot.catalogue.course import Course
from bot.i18n import Catalogues, Part, Verbatim
from bot.journeys.incoming import Incoming
from bot.journeys.reply import Button, Line, Reply
from bot.journeys.understanding import Guess, Reading
from bot.safeguarding.hours import StaffedHours
from bot.store import Store
from bot.store.ids import new_id
from bot.store.moving import Move
from bot.store.tables import Base, Learner


def any_language(_: str) -> bool:
    """Where nobody knows which voices there are."""
    return True


@dataclass
class Turn:
    """What a use case reads from, and where it puts what it decided. Nothing is written before the turn is kept.

    ``speaks`` tells whether an own language can be heard; ``hours`` is when staff read, None when nobody said so.
    ``reading`` is there when words were read, and ``guesses`` when they were not understood; ``journey`` is the one
    whose action was chosen.
    """

    incoming: Incoming
    learner: Learner
    store: Store
    course: Course
    catalogues: Catalogues
    open_to_all: bool
    now: datetime
    random: Random
    console_url: str | None = None
    speaks: Callable[[str], bool] = any_language
    hours: StaffedHours | None = None
    reading: Reading | None = None
    guesses: tuple[Guess, ...] = ()
    journey: str = ""
    replies: list[tuple[str, Reply]] = field(default_factory=list)
    kept: list[Base] = field(default_factory=list)
    dropped: list[Base] = field(default_factory=list)
    erased: bool = False
    move: Move | None = None
    failure: Exception | None = None

    def new_id(self) -> str:
        return new_id(self.random)

    def hear(self) -> None:
        """The learner wrote: they are there, whatever comes of it."""
        self.keep(self.learner)
        self.learner.last_seen_at = self.now
        self.learner.blocked_at = None
        self.learner.unanswered = 0

    def remain_unknown(self) -> None:
        """Nothing is kept of whoever wrote, unless they are a learner already."""
        if not self.learner.version:
            self.kept.remove(self.learner)

    def becomes(self, learner: Learner) -> None:
        """The account that wrote is this learner's from now on, and so is the turn; what was kept of it goes."""
        was_kept = bool(self.learner.version)
        self.move = Move(learner.id, self.incoming.chat_id, self.learner if was_kept else None)
        self.kept.remove(self.learner)
        self.learner = learner
        learner.telegram_id = self.incoming.chat_id
        self.hear()

    def keep(self, row: Base) -> None:
        """Write this row, new or changed, when the turn ends."""
        if row not in self.kept:
            self.kept.append(row)

    def drop(self, row: Base) -> None:
        """Delete this row when the turn ends."""
        self.dropped.append(row)

    def say(self, *lines: Line | Part, buttons: tuple[tuple[Button, ...], ...] = (), menu: bool = False) -> str:
        """Reply with a message of these lines. Returns its ref, by which it can be edited later."""
        as_lines = tuple(line if isinstance(line, tuple) else (line,) for line in lines)
        return self.send(Reply(lines=as_lines, buttons=buttons, menu=menu))

    def send(self, reply: Reply, ref: str | None = None) -> str:
        """Reply with a message that is more than lines and buttons. Returns its ref."""
        ref = ref or self.new_id()
        self.replies.append((ref, reply))
        return ref

    def target(self, words: str, bold: bool = False) -> Verbatim:
        """Words of the language that is learned: shown as they are, and said in its voice to who listens."""
        return Verbatim(words, bold=bold, language=self.course.region.target)

    def ask(self, journey: str, asked: str | None = None) -> str:
        """Note that the next answer belongs to ``journey``. Returns the id of the question asked."""
        self.learner.expects = journey
        self.learner.asked = asked or self.new_id()
        return self.learner.asked

    def expect_nothing(self) -> None:
        """Close the open question: what comes next stands on its own."""
        self.learner.expects = "none"
        self.learner.asked = None


_current: ContextVar[Turn] = ContextVar("turn")


def current_turn() -> Turn:
    """The turn that is being decided; for actions, which Rasa calls without arguments of ours."""
    return _current.get()


@contextmanager
def deciding(turn: Turn) -> Iterator[Turn]:
    """Make ``turn`` the current one while Rasa decides it."""
    token = _current.set(turn)
    try:
        yield turn
    finally:
        _current.reset(token)
