"""A store, a time that jumps, a Telegram that obeys, and words in two languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.i18n import Catalogues
from bot.store import Store
from bot.telegram.profile import COMMANDS
from tests.fakes import stores
from tests.fakes.course import publish_course
from tests.telegram.world import Telegram, Time, bot_of, write_locales


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def telegram(time: Time) -> Telegram:
    return Telegram(time)


@pytest.fixture
def bot(telegram: Telegram) -> Bot:
    return bot_of(telegram)


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Catalogues:
    return write_locales(tmp_path_factory.mktemp("locales"), COMMANDS)


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    """This room asks the store the same things on every database; tests/store tries them on both."""
    return sqlite_store


@pytest.fixture(scope="session")
def course_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and the project's own course, to be copied."""
    path = tmp_path_factory.mktemp("course") / "werkmaat.db"
    store = stores.copied(sqlite_template, path)
    publish_course(store, stores.BEGINNING)
    store.close()
    return path


@pytest.fixture
def course_store(course_template: Path, tmp_path: Path) -> Iterator[Store]:
    """A store on SQLite with the course."""
    store = stores.without_waiting_for_the_disk(stores.copied(course_template, tmp_path / "course.db"))
    yield store
    store.close()
