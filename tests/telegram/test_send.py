"""The sender: pace, order, and everything that Telegram may answer."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Bot

from bot.i18n import Catalogues, Text, Verbatim
from bot.journeys.reply import Document, Reply
from bot.store import Store, outbox
from bot.store.tables import Base, Learner, OutboxRow
from bot.telegram import Sender
from bot.telegram.limits import MOST_A_SECOND
from tests.fakes import stores
from tests.telegram.world import (
    BAD_GATEWAY,
    BLOCKED,
    CHAT,
    START,
    TOKEN,
    TOO_MANY,
    Telegram,
    Time,
    ok,
    refused,
    row_of,
    until,
)

UNPARSED = refused(400, "Bad Request: can't parse entities: Unsupported start tag")
TOO_LONG = refused(400, "Bad Request: BUTTON_DATA_INVALID")
FALLBACK = "Something went wrong."

Put = Callable[..., None]


def says(words: str, **more: Any) -> dict[str, Any]:
    return Reply(lines=((Verbatim(words),),), **more).as_json()


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


def row(store: Store, ref: str) -> OutboxRow:
    with store.reading() as session:
        return session.scalars(select(OutboxRow).where(OutboxRow.ref == ref)).one()


def states(store: Store) -> dict[str, str]:
    with store.reading() as session:
        return {str(row.ref): row.state for row in session.scalars(select(OutboxRow).order_by(OutboxRow.id))}


async def test_a_reply_is_sent_once_marked_and_blanked(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    put("r1", "Dag Amina")
    await sender.flush()
    await sender.flush()
    assert telegram.texts() == ["Dag Amina"]
    sent = row(store, "r1")
    assert (sent.state, sent.payload, sent.message_id, sent.sent_at) == ("sent", None, 501, START)


async def test_a_chat_gets_its_messages_in_order_at_the_pace(put: Put, sender: Sender, telegram: Telegram) -> None:
    for number in range(6):
        put(f"r{number}")
    await sender.flush()
    assert telegram.texts() == [f"r{number}" for number in range(6)]
    assert [call.at for call in telegram.calls] == [0, 0, 0, 1, 2, 3]


async def test_all_chats_together_stay_below_thirty_a_second(put: Put, sender: Sender, telegram: Telegram) -> None:
    telegram.latency = 0.05
    for number in range(100):
        put(f"r{number}", chat_id=CHAT + number)
    await sender.flush()
    times = sorted(call.at for call in telegram.calls)
    assert len(times) == 100
    assert all(b - a >= 1 for a, b in zip(times, times[MOST_A_SECOND:], strict=False))
    assert times[-1] < 4


async def test_a_slow_chat_does_not_hold_up_the_others(put: Put, sender: Sender, telegram: Telegram) -> None:
    for number in range(8):
        put(f"a{number}", chat_id=1)
    put("b", chat_id=2)
    await sender.flush()
    assert [call.at for call in telegram.calls if call.parameters["text"] == "b"] == [0]


async def test_replies_go_before_broadcasts(put: Put, sender: Sender, telegram: Telegram) -> None:
    for number in range(40):
        put(f"invitation{number}", chat_id=CHAT + number, kind="broadcast")
    put("reply", chat_id=CHAT + 39)
    await sender.flush()
    assert telegram.texts()[0] == "reply"
    assert len(telegram.texts()) == 41


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


async def test_a_pause_that_telegram_asks_for_holds_for_everybody(put: Put, sender: Sender, telegram: Telegram) -> None:
    telegram.answers["sendMessage"] = [TOO_MANY]
    put("a", chat_id=1)
    await sender.flush()
    put("b", chat_id=2)
    await sender.flush()
    assert [(call.parameters["text"], call.at) for call in telegram.calls] == [("a", 0), ("a", 7), ("b", 7)]


async def test_success_elsewhere_does_not_lift_a_pause(put: Put, sender: Sender, telegram: Telegram) -> None:
    telegram.answers["sendMessage"] = [TOO_MANY, ok({"message_id": 1}), ok({"message_id": 2})]
    for chat_id in range(1, 15):
        put(f"r{chat_id}", chat_id=chat_id)
    await sender.flush()
    late = [call.at for call in telegram.calls[10:]]
    assert len(telegram.calls) == 15
    assert min(late) >= 7


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


FAILURES = [
    refused(500, "Internal Server Error"),
    BAD_GATEWAY,
    OSError("connection reset"),
    (200, "<html>login</html>"),
    (200, {"ok": True}),
    refused(401, "Unauthorized"),
]


@pytest.mark.parametrize("failure", FAILURES, ids=str)
async def test_while_telegram_cannot_be_reached_nothing_is_lost_or_overtaken(
    put: Put, sender: Sender, telegram: Telegram, time: Time, store: Store, failure: Any
) -> None:
    telegram.answers["sendMessage"] = [failure] * 9
    put("a")
    put("b")
    while states(store)["b"] == "new":
        await sender.flush()
        time.now += timedelta(seconds=1)
    assert telegram.texts() == ["a"] * 10 + ["b"]
    times = [round(call.at) for call in telegram.calls]
    assert [b - a for a, b in pairwise(times)] == [1, 2, 4, 8, 16, 32, 60, 60, 60, 0]


async def test_an_outage_is_one_line_in_the_log_without_token_or_words(
    put: Put, sender: Sender, telegram: Telegram, time: Time, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.answers["sendMessage"] = [OSError(f"http://x/bot{TOKEN}/sendMessage") for _ in range(20)]
    with caplog.at_level(logging.DEBUG):
        for number in range(5):
            put(f"r{number}", "my secret", chat_id=CHAT + number)
        while "new" in states(store).values():
            await sender.flush()
            time.now += timedelta(seconds=1)
    said = [record.message for record in caplog.records if record.name.startswith("bot.telegram")]
    assert len(said) == 2
    assert said[0].startswith("Sending messages fails")
    assert said[1] == "Sending messages works again"
    assert TOKEN not in caplog.text
    assert "secret" not in caplog.text


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


async def test_a_file_is_uploaded(put: Put, sender: Sender, telegram: Telegram) -> None:
    put("f", says("Your data", document=Document("werkmaat.json", '{"name": "Amina"}')))
    await sender.flush()
    assert telegram.calls[0].method == "sendDocument"
    assert telegram.calls[0].file == ("werkmaat.json", b'{"name": "Amina"}')
    assert telegram.calls[0].parameters["caption"] == "Your data"


async def test_the_parts_of_a_long_message_keep_the_pace(
    put: Put, sender: Sender, telegram: Telegram, store: Store
) -> None:
    put("long", "x" * 4096 * 5)
    await sender.flush()
    assert [call.at for call in telegram.calls] == [0, 0, 0, 1, 2]
    assert row(store, "long").message_id == 505


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


async def test_running_it_sends_what_comes_and_stops_when_told(
    put: Put, bot: Bot, telegram: Telegram, store: Store, catalogues: Catalogues, time: Time
) -> None:
    sender = Sender(bot, store, catalogues, time, asyncio.sleep, time.ticks)
    stop = asyncio.Event()
    running = asyncio.create_task(sender.run(stop))
    put_so_far = []
    for number in range(3):
        put(f"r{number}", chat_id=CHAT + number)
        put_so_far.append(number)
        sender.wake()
        await until(lambda: len(telegram.calls) == len(put_so_far))
    stop.set()
    await asyncio.wait_for(running, 5)
    assert telegram.texts() == ["r0", "r1", "r2"]
    assert set(states(store).values()) == {"sent"}


async def test_rows_of_other_processes_are_found_without_being_woken(
    put: Put, bot: Bot, telegram: Telegram, store: Store, catalogues: Catalogues, time: Time
) -> None:
    looked: list[float] = []

    async def sleep(seconds: float) -> None:
        looked.append(seconds)
        await time.sleep(seconds)
        if len(looked) == 3:
            put("from-console")

    stop = asyncio.Event()
    running = asyncio.create_task(Sender(bot, store, catalogues, time, sleep, time.ticks).run(stop))
    await until(lambda: bool(telegram.calls))
    stop.set()
    await asyncio.wait_for(running, 5)
    assert looked[:3] == [1, 1, 1]


async def test_what_is_under_way_at_the_end_is_finished(
    put: Put, bot: Bot, telegram: Telegram, store: Store, catalogues: Catalogues, time: Time
) -> None:
    put("a")
    sender = Sender(bot, store, catalogues, time, time.sleep, time.ticks)
    stop = asyncio.Event()
    running = asyncio.create_task(sender.run(stop))
    await until(lambda: bool(sender._under_way))
    stop.set()
    await asyncio.wait_for(running, 5)
    assert states(store) == {"a": "sent"}
