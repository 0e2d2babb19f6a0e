"""A simulator that is really served, a bot that really calls it, and a phone."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
import pytest_asyncio
from telegram import Bot

from bot.simulator import create_app
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.simulator.world import Clock, called_bot, plain_client


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))


@pytest_asyncio.fixture
async def url(clock: Clock) -> AsyncIterator[str]:
    async with served(create_app(None, clock)) as address:
        yield address


@pytest_asyncio.fixture
async def client(url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with plain_client(url) as opened:
        yield opened


@pytest_asyncio.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    async with called_bot(url) as called:
        yield called


@pytest_asyncio.fixture
async def phone(bot: Bot, client: httpx.AsyncClient) -> Handset:
    """A phone that has pressed START, its update confirmed."""
    handset = await Handset.new(client, "Amina", "ar", username="amina")
    await handset.says("/start")
    (started,) = await bot.get_updates()
    await bot.get_updates(offset=started.update_id + 1)
    return handset
