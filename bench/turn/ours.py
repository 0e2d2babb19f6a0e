"""Our side: a learner's turns, from the update in the inbox to the replies in the outbox, without a network."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter

from bench.crash.people import is_choice
from bench.service import model
from bot.catalogue.course import Courses
from bot.catalogue.publish import publish
from bot.journeys.turns import Turns
from bot.schedule.jobs import tidy
from bot.settings import CONTENT
from bot.store import Store, migrating, outbox
from bot.telegram.updates import read
from tests.fakes.course import REGION
from tests.fakes.desk import Desk
from tests.fakes.house import MONDAY_NOON

PRACTISE = "menu:-:practise"
THINKING = 15
"""Seconds between two turns of a learner, on the benchmark's clock."""


class Failed(Exception):
    """A turn was not answered: then its time says nothing."""


@contextmanager
def ours(folder: Path, seed: int) -> Iterator[Desk]:
    """Turns with the trained model, on a new SQLite database with the settings of service."""
    store = Store(f"sqlite:///{folder / 'werkmaat.db'}")
    migrating.upgrade(store, MONDAY_NOON)
    publish(CONTENT, store, MONDAY_NOON)
    yield desk_on(store, seed)
    store.close()


def desk_on(store: Store, seed: int) -> Desk:
    """Turns with the trained model, on a database that has the course."""
    brain, catalogues = model()
    desk = Desk(store, brain, catalogues)
    courses = Courses(store, REGION, desk.clock)
    desk.turns = Turns(store, read, brain, courses, catalogues, True, desk.clock, Random(seed))
    return desk


class OurLearner:
    """Somebody who practises: types, and taps the buttons that the replies bring.

    Args:
        desk: takes the updates.
        chat_id: theirs alone.
        random: chooses among an item's choices, so that some answers are wrong.
    """

    def __init__(self, desk: Desk, chat_id: int, random: Random) -> None:
        self._desk, self._chat_id, self._random = desk, chat_id, random
        self._choices: list[str] = []
        desk.enrol(chat_id, language="en")

    async def text(self, words: str) -> float:
        """Type something. Returns the seconds that the turn took."""
        return await self._turn(lambda: self._desk.says(words, self._chat_id))

    async def button(self) -> float:
        """Tap an answer to the open item, or what begins a lesson. Returns the seconds that the turn took."""
        data = self._random.choice(self._choices or [PRACTISE])
        return await self._turn(lambda: self._desk.taps(data, self._chat_id))

    async def _turn(self, does: Callable[[], int]) -> float:
        began = perf_counter()
        number = does()
        await self._desk.turns.run_next()
        took = perf_counter() - began
        if self._desk.row(number).state != "done":
            raise Failed(f"update {number}: {self._desk.row(number).error}")
        self._receive()
        return took

    def _receive(self) -> None:
        """Take what would now be sent, as the sender does, and see which buttons it has."""
        store, now = self._desk.store, self._desk.clock()
        while rows := outbox.waiting(store, now):
            for row in rows:
                buttons = [button["data"] for line in (row.payload or {})["buttons"] for button in line]
                self._choices = [data for data in buttons if is_choice(data)]
                outbox.sent(store, row, row.id, now)
        self._desk.clock.forward(seconds=THINKING)


async def next_day(desk: Desk) -> None:
    """Let a day pass, with what the clock does in it; the course of the new day is read before the first turn."""
    desk.clock.forward(days=1)
    await tidy(desk.store, desk.clock)
    desk.turns.courses.current()
