"""A store, a time that jumps, a Telegram that obeys, and words in two languages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.i18n import Catalogues
from bot.store import Store
from bot.store.tables import Base
from bot.telegram import Sender
from bot.telegram.profile import COMMANDS
from tests.fakes import stores
from tests.fakes.course import publish_course
from tests.telegram.outgoing import Put, says
from tests.telegram.world import CHAT, Telegram, Time, bot_of, row_of, write_locales


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


@pytest.fixture
def sender(bot: Bot, store: Store, catalogues: Catalogues, time: Time) -> Sender:
    return Sender(bot, store, catalogues, time, time.sleep, time.ticks)


@pytest.fixture
def put(store: Store) -> Put:
    """Puts rows into the outbox, each with its learner."""
    known: set[int] = set()

    def put(ref: str, payload: dict[str, Any] | str | None = None, chat_id: int = CHAT, **changes: Any) -> None:
        rows: list[Base] = [] if chat_id in known else [stores.learner_row(chat_id)]
        known.add(chat_id)
        payload = says(payload or ref) if not isinstance(payload, dict) else payload
        stores.add(store, *rows, row_of(ref, payload, chat_id, **changes))

    return put


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
