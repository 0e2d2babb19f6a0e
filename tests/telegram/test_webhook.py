"""The webhook: what Telegram delivers is kept before it is answered; nobody else gets in."""

import asyncio
import json
import logging
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import select
from telegram import Bot

from bot.store import Store, inbox
from bot.store.tables import InboxRow
from bot.telegram import Intake, Webhook
from bot.telegram.webhook import LARGEST_BODY
from tests.telegram.raw import says, taps
from tests.telegram.world import BAD_GATEWAY, Telegram, Time, until

SECRET = "only-telegram_knows"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


@pytest.fixture
def woken() -> list[bool]:
    return []


@pytest.fixture
def webhook(bot: Bot, store: Store, time: Time, woken: list[bool]) -> Webhook:
    intake = Intake(bot, store, time, lambda: woken.append(True))
    return Webhook(bot, intake, "https://bot.example.org/telegram", SECRET, time.sleep)


@pytest_asyncio.fixture
async def client(webhook: Webhook) -> Any:
    transport = httpx.ASGITransport(app=webhook)
    async with httpx.AsyncClient(transport=transport, base_url="https://bot.example.org", headers=HEADERS) as opened:
        yield opened


def kept(store: Store) -> list[int]:
    with store.reading() as session:
        return list(session.scalars(select(InboxRow.update_id).order_by(InboxRow.id)))


async def test_a_delivery_is_kept_and_wakes_the_turns(
    client: httpx.AsyncClient, store: Store, woken: list[bool]
) -> None:
    answer = await client.post("/", json=says("hello", 10))
    assert (answer.status_code, answer.content) == (200, b"")
    assert (kept(store), woken) == ([10], [True])


async def test_a_second_delivery_of_the_same_changes_nothing(
    client: httpx.AsyncClient, store: Store, woken: list[bool]
) -> None:
    for _ in range(2):
        assert (await client.post("/", json=says("hello", 10))).status_code == 200
    assert (kept(store), woken) == ([10], [True])


async def test_a_tap_is_answered(client: httpx.AsyncClient, telegram: Telegram, webhook: Webhook) -> None:
    await client.post("/", json=taps("practice:s1:a", 10))
    stop = asyncio.Event()
    stop.set()
    await webhook.run(stop)
    assert [call.parameters for call in telegram.of("answerCallbackQuery")] == [{"callback_query_id": "77"}]


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], SECRET + "x", "ü"])
async def test_who_does_not_know_the_secret_is_refused(client: httpx.AsyncClient, store: Store, secret: str) -> None:
    headers = {b"X-Telegram-Bot-Api-Secret-Token": secret.encode()}
    answer = await client.post("/", content=b"not even JSON", headers=headers)
    assert answer.status_code == 403
    assert kept(store) == []


async def test_who_sends_no_secret_is_refused(webhook: Webhook) -> None:
    transport = httpx.ASGITransport(app=webhook)
    async with httpx.AsyncClient(transport=transport, base_url="https://bot.example.org") as stranger:
        assert (await stranger.post("/", json=says("hello"))).status_code == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[]", 400),
        (b'"x"', 400),
        (b"{}", 400),
        (b"[" * 100_000, 400),
        (b'{"update_id": "1"}', 400),
        (b'{"update_id": 1, "x": "' + b"x" * LARGEST_BODY + b'"}', 413),
        (b'{"update_id": 1}', 200),
    ],
    ids=lambda value: str(value)[:20],
)
async def test_a_body_is_checked(client: httpx.AsyncClient, body: bytes, status: int) -> None:
    assert (await client.post("/", content=body)).status_code == status


async def test_a_large_body_is_not_read_to_its_end(webhook: Webhook) -> None:
    read = 0

    async def receive() -> dict[str, Any]:
        nonlocal read
        read += 100_000
        return {"type": "http.request", "body": b"x" * 100_000, "more_body": True}

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"x-telegram-bot-api-secret-token", SECRET.encode())]
    await webhook({"type": "http", "method": "POST", "headers": headers}, receive, send)
    assert sent[0]["status"] == 413
    assert read < 2 * LARGEST_BODY


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_only_posts_are_taken(client: httpx.AsyncClient, method: str) -> None:
    assert (await client.request(method, "/")).status_code == 405


async def test_what_cannot_be_kept_is_delivered_again_later(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: Any) -> bool:
        raise OSError("disk full, while writing 'my secret'")

    monkeypatch.setattr(inbox, "put", full)
    with caplog.at_level(logging.DEBUG):
        assert (await client.post("/", json=says("my secret"))).status_code == 503
    assert "could not be kept: OSError" in caplog.text
    assert "secret" not in caplog.text


async def test_telegram_is_told_the_address_and_the_secret(telegram: Telegram, webhook: Webhook) -> None:
    telegram.answers["setWebhook"] = [BAD_GATEWAY, BAD_GATEWAY]
    assert not webhook.healthy()
    stop = asyncio.Event()
    running = asyncio.create_task(webhook.run(stop))
    await until(webhook.healthy)
    stop.set()
    await asyncio.wait_for(running, 5)
    assert [call.at for call in telegram.calls] == [0, 1, 3]
    assert telegram.calls[-1].parameters == {
        "url": "https://bot.example.org/telegram",
        "secret_token": SECRET,
        "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
    }


def test_a_webhook_without_a_secret_is_not_made(bot: Bot, store: Store, time: Time) -> None:
    intake = Intake(bot, store, time, lambda: None)
    with pytest.raises(ValueError, match="WERKMAAT_TELEGRAM_WEBHOOK_SECRET"):
        Webhook(bot, intake, "https://bot.example.org", "")


async def test_json_of_telegram_is_kept_as_it_came(client: httpx.AsyncClient, store: Store) -> None:
    raw = says("ሰላም 😀 \u0000 \ud83d", 10)
    await client.post("/", content=json.dumps(raw))
    with store.reading() as session:
        assert session.scalars(select(InboxRow.payload)).one() == raw
