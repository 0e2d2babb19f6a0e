"""The sender: each message once, in time, whole, and marked."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.journeys.reply import Document
from bot.store import Store, outbox
from bot.telegram import Sender
from tests.fakes import stores
from tests.telegram.outgoing import FALLBACK, TOO_LONG, Put, row, says, states
from tests.telegram.world import BLOCKED, CHAT, START, Telegram, Time, ok, row_of


async def test_a_reply_is_sent_once_marked_and_blanked(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    put("r1", "Dag Amina")
    await sender.flush()
    await sender.flush()
    assert telegram.texts() == ["Dag Amina"]
    sent = row(store, "r1")
    assert (sent.state, sent.payload, sent.message_id, sent.sent_at) == ("sent", None, 501, START)


async def test_what_is_due_later_waits(put: Put, sender: Sender, telegram: Telegram, time: Time) -> None:
    put("later", not_before=START + timedelta(seconds=50))
    await sender.flush()
    assert telegram.calls == []
    time.now += timedelta(seconds=50)
    await sender.flush()
    assert telegram.texts() == ["later"]


async def test_an_invitation_that_is_too_late_is_dropped(
    put: Put, sender: Sender, telegram: Telegram, time: Time, store: Store
) -> None:
    for number in range(60):
        put(f"old{number}", chat_id=CHAT + number, kind="broadcast", expires_at=START + timedelta(hours=2))
    put("fresh", chat_id=CHAT + 60, kind="broadcast", expires_at=START + timedelta(hours=4))
    time.now += timedelta(hours=3)
    await asyncio.wait_for(sender.flush(), 10)
    assert telegram.texts() == ["fresh"]
    assert (row(store, "old0").state, row(store, "old0").payload) == ("expired", None)


async def test_a_file_is_uploaded(put: Put, sender: Sender, telegram: Telegram) -> None:
    put("f", says("Your data", document=Document("werkmaat.json", '{"name": "Amina"}')))
    await sender.flush()
    assert telegram.calls[0].method == "sendDocument"
    assert telegram.calls[0].file == ("werkmaat.json", b'{"name": "Amina"}')
    assert telegram.calls[0].parameters["caption"] == "Your data"


async def test_what_belongs_to_nobody_any_more_leaves_no_trace(
    sender: Sender, telegram: Telegram, store: Store
) -> None:
    telegram.answers["sendMessage"] = [ok({"message_id": 1}), BLOCKED, TOO_LONG]
    stores.add(store, *(row_of(f"bye{n}", says("Bye"), CHAT + n, learner_id=None) for n in range(3)))
    await sender.flush()
    assert telegram.texts() == ["Bye", "Bye", "Bye", FALLBACK]
    assert states(store) == {}


async def test_a_message_whose_mark_fails_is_marked_later_and_not_sent_again(
    put: Put, sender: Sender, telegram: Telegram, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    mark = outbox.sent
    broken = [OSError("disk full")] * 2

    def failing(*given: Any) -> None:
        if broken:
            raise broken.pop()
        mark(*given)

    monkeypatch.setattr(outbox, "sent", failing)
    put("a", expires_at=START + timedelta(seconds=1))
    await sender.flush()
    assert telegram.texts() == ["a"]
    sent = row(store, "a")
    assert (sent.state, sent.message_id, sent.sent_at) == ("sent", 501, START + timedelta(seconds=10))
