"""What every command and process is put together from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random, SystemRandom

from bot.catalogue.course import Courses
from bot.catalogue.translating.own_words import OwnWords
from bot.i18n import Catalogues
from bot.safeguarding.hours import Shift, read_shifts
from bot.settings import LOCALES, Settings
from bot.store import Store


def clock() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Parts:
    """The parts that most of the program shares."""

    settings: Settings
    store: Store
    catalogues: Catalogues
    courses: Courses
    clock: Callable[[], datetime]
    random: Random

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """When staff read what learners ask for; none when nobody said so."""
        return read_shifts(self.settings.staffed_hours) if self.settings.staffed_hours else ()


def open_store(settings: Settings) -> Store:
    """The store; its folder is made, for nobody else to read, when it is not there yet."""
    settings.records.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Store(settings.database)


def put_together(settings: Settings, store: Store) -> Parts:
    """The parts, around an open store."""
    courses = Courses(store, settings.region, clock)
    return Parts(settings, store, Catalogues.load(LOCALES, OwnWords(store, clock)), courses, clock, SystemRandom())
