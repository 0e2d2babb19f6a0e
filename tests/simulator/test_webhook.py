"""Delivery to webhooks: in order, with the secret, until it is taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest_asyncio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot

from bot.simulator import create_app
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.simulator.world import Clock, called_bot, plain_client


@dataclass
class Hook:
    """A webhook that notes what it gets and answers with the statuses it was given, then with 200."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    got: asyncio.Queue[tuple[str | None, dict[str, Any]]] = field(default_factory=asyncio.Queue)

    async def receive(self, request: Request) -> Response:
        self.got.put_nowait((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return Response(status_code=self.statuses.pop(0) if self.statuses else 200)

    async def texts(self, count: int) -> list[str]:
        return [(await self.got.get())[1]["message"]["text"] for _ in range(count)]


@pytest_asyncio.fixture
async def hook() -> AsyncIterator[Hook]:
    made = Hook()
    async with served(Starlette(routes=[Route("/hook", made.receive, methods=["POST"])])) as address:
        made.url = f"{address}/hook"
        yield made


@dataclass
class Pauses:
    """Instead of sleeping, notes for how long."""

    seconds: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


async def test_updates_come_in_order_with_the_secret(bot: Bot, phone: Handset, hook: Hook) -> None:
    await phone.says("before")
    await bot.set_webhook(hook.url, secret_token="s3cret-Token_1")
    await phone.says("after")

    secret, update = await hook.got.get()
    assert (secret, update["message"]["text"]) == ("s3cret-Token_1", "before")
    assert await hook.texts(1) == ["after"]


async def test_a_failing_webhook_gets_the_update_again(clock: Clock, hook: Hook) -> None:
    pauses = Pauses()
    hook.statuses = [500, 503]
    async with (
        served(create_app(None, clock, sleep=pauses)) as url,
        plain_client(url) as client,
        called_bot(url) as bot,
    ):
        await bot.set_webhook(hook.url)
        phone = await Handset.new(client, "Tomas", "es")
        await phone.says("first")
        await phone.says("second")

        assert await hook.texts(4) == ["first", "first", "first", "second"]
        info = await bot.get_webhook_info()

    assert pauses.seconds == [1, 2]
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
    assert info.last_error_date == clock.now


async def test_another_webhook_does_not_wait_for_the_failing_one(bot: Bot, phone: Handset, hook: Hook) -> None:
    await bot.set_webhook("http://127.0.0.1:9/nobody-listens")
    await phone.says("hello")

    await bot.set_webhook(hook.url)

    assert await hook.texts(1) == ["hello"]
