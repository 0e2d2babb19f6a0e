"""What Telegram refuses: the chat is left alone, or the message set aside and plain words sent."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.i18n import Text
from bot.journeys.reply import Reply
from bot.store import Store, outbox
from bot.store.tables import Learner
from bot.telegram import Sender
from tests.telegram.outgoing import FALLBACK, TOO_LONG, Put, row, says, states
from tests.telegram.world import BLOCKED, CHAT, START, UNPARSED, Telegram, refused


async def test_a_chat_that_blocked_the_bot_is_marked_and_left_alone(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    telegram.answers["sendMessage"] = [BLOCKED]
    put("a")
    put("b")
    put("c", chat_id=2)
    await sender.flush()
    assert telegram.texts() == ["a", "c"] or telegram.texts() == ["c", "a"]
    assert states(store) == {"a": "dropped", "b": "dropped", "c": "sent"}
    with store.reading() as session:
        blocked = {learner.telegram_id: learner.blocked_at for learner in session.scalars(select(Learner))}
    assert blocked == {CHAT: START, 2: None}


async def test_a_chat_that_is_no_more_is_left_alone_too(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    telegram.answers["sendMessage"] = [refused(400, "Bad Request: chat not found")]
    put("a")
    await sender.flush()
    assert states(store) == {"a": "dropped"}
    assert len(telegram.calls) == 1


async def test_a_refused_message_is_set_aside_and_the_learner_gets_plain_words(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    telegram.answers["sendMessage"] = [TOO_LONG]
    put("bad")
    put("good")
    await sender.flush()
    assert telegram.texts() == ["bad", "good", FALLBACK]
    assert "keyboard" in telegram.calls[-1].parameters["reply_markup"]
    parked = row(store, "bad")
    assert (parked.state, parked.error) == ("parked", "BadRequest: Button_data_invalid")
    assert [row.ref for row in outbox.parked(store)] == ["bad"]


async def test_refused_plain_words_are_not_followed_by_others(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    telegram.answers["sendMessage"] = [TOO_LONG, TOO_LONG]
    put("bad")
    await sender.flush()
    assert telegram.texts() == ["bad", FALLBACK]
    assert list(states(store).values()) == ["parked", "parked"]


async def test_markup_that_telegram_cannot_read_is_left_out(put: Put, sender: Sender, telegram: Telegram) -> None:
    telegram.answers["sendMessage"] = [UNPARSED]
    put("a", Reply(lines=((Text("hello", {"name": "Jan & Jo"}),),)).as_json())
    await sender.flush()
    assert telegram.texts() == ["Hello <b>Jan &amp; Jo</b>", "Hello Jan & Jo"]
    assert "parse_mode" not in telegram.calls[-1].parameters


@pytest.mark.parametrize(
    "payload",
    [{}, {"lines": [[{"text": 1}]]}, {"lines": 5}, says("broken \ud83d emoji")],
    ids=["empty", "part", "lines", "surrogate"],
)
async def test_a_row_that_cannot_be_said_does_not_stop_its_chat(
    put: Put, sender: Sender, telegram: Telegram, store: Store, payload: dict[str, Any]
) -> None:
    if payload.get("lines") and "buttons" in payload:
        telegram.answers["sendMessage"] = [UnicodeEncodeError("utf-8", "\ud83d", 0, 1, "surrogates not allowed")]
    put("bad", payload)
    put("good")
    await sender.flush()
    assert states(store)["bad"] == "parked"
    assert telegram.texts()[-2:] == ["good", FALLBACK]
