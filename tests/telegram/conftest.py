"""A store, a time that jumps, a Telegram that obeys, and words in two languages."""

import pytest
from telegram import Bot

from bot.i18n import Catalogues
from bot.store import Store
from bot.telegram.profile import COMMANDS
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
