"""Messages that change or delete an earlier one."""

from typing import Any

import pytest

from bot.journeys.reply import Reply
from bot.store import Store
from bot.telegram import Sender
from tests.telegram.outgoing import Put, row, says, states
from tests.telegram.world import CHAT, UNPARSED, Telegram, ok, refused


async def test_an_edit_changes_the_earlier_message(put: Put, sender: Sender, telegram: Telegram, store: Store) -> None:
    put("q", "Question")
    put("q-answered", "Answered", edits="q")
    put("q-closed", "Closed", edits="q-answered")
    await sender.flush()
    assert [call.method for call in telegram.calls] == ["sendMessage", "editMessageText", "editMessageText"]
    assert [call.parameters.get("message_id") for call in telegram.calls] == [None, 501, 501]
    assert [row(store, ref).message_id for ref in ("q", "q-answered", "q-closed")] == [501] * 3


async def test_an_edit_of_a_message_that_nobody_knows_is_a_new_one(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    put("e", "Answered", edits="gone")
    await sender.flush()
    assert [call.method for call in telegram.calls] == ["sendMessage"]
    assert row(store, "e").message_id == 501


@pytest.mark.parametrize(
    "reason", ["message to edit not found", "message can't be edited", "there is no text in the message to edit"]
)
async def test_an_edit_that_telegram_refuses_becomes_a_new_message(
    put: Put, sender: Sender, telegram: Telegram, store: Store, reason: str
) -> None:
    telegram.answers["editMessageText"] = [refused(400, f"Bad Request: {reason}")]
    put("q", "Question")
    put("e", says("Answered", menu=True), edits="q")
    await sender.flush()
    assert [call.method for call in telegram.calls] == ["sendMessage", "editMessageText", "sendMessage"]
    assert row(store, "e").message_id == 503
    assert "keyboard" in telegram.calls[-1].parameters["reply_markup"]


async def test_a_message_that_is_not_modified_is_a_success(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    same = "Bad Request: message is not modified: specified new message content and reply markup are the same"
    telegram.answers["editMessageText"] = [refused(400, same)]
    put("q", "Question")
    put("e", "Question", edits="q")
    await sender.flush()
    assert (row(store, "e").state, row(store, "e").message_id) == ("sent", 501)
    assert len(telegram.calls) == 2


async def test_an_edit_with_unreadable_markup_is_made_in_plain_words(
    put: Put, sender: Sender, telegram: Telegram
) -> None:
    telegram.answers["editMessageText"] = [UNPARSED]
    put("q", "Question")
    put("e", "Answered", edits="q")
    await sender.flush()
    assert [call.method for call in telegram.calls] == ["sendMessage", "editMessageText", "editMessageText"]


@pytest.mark.parametrize("answer", [ok(True), refused(400, "Bad Request: message to delete not found")])
async def test_deleting_succeeds_also_when_it_is_gone(
    put: Put, sender: Sender, telegram: Telegram, store: Store, answer: Any
) -> None:
    telegram.answers["deleteMessage"] = [answer]
    put("q", "Question")
    put("d", Reply(deletes=True).as_json(), edits="q")
    await sender.flush()
    assert telegram.calls[-1].parameters == {"chat_id": CHAT, "message_id": 501}
    assert states(store) == {"q": "sent", "d": "sent"}


async def test_deleting_what_was_never_sent_calls_nobody(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    put("d", Reply(deletes=True).as_json(), edits="gone")
    await sender.flush()
    assert telegram.calls == []
    assert states(store) == {"d": "sent"}
