"""Long polling: every update is kept before it is confirmed, whatever goes wrong."""

import asyncio
import logging
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Bot

from bot.store import Store, inbox
from bot.store.tables import InboxRow
from bot.telegram import Intake, Poller
from tests.telegram.raw import Json, says, taps
from tests.telegram.world import BAD_GATEWAY, CHAT, TOKEN, TOO_MANY, Telegram, Time, ok, refused


class Receiving:
    """A poller that stops when Telegram has nothing more to say."""

    def __init__(self, telegram: Telegram, bot: Bot, store: Store, time: Time) -> None:
        self.telegram, self.store, self.time = telegram, store, time
        self.woken = 0
        self.poller = Poller(bot, Intake(bot, store, time, self._arrived), time, time.sleep)

    def _arrived(self) -> None:
        self.woken += 1

    async def until_idle(self, *answers: Any) -> None:
        stop = asyncio.Event()
        self.telegram.answers["getUpdates"] = list(answers)
        self.telegram.idle = stop.set
        await asyncio.wait_for(self.poller.run(stop), 10)

    def questions(self) -> list[int | None]:
        return [call.parameters.get("offset") for call in self.telegram.of("getUpdates")]

    def kept(self) -> list[InboxRow]:
        with self.store.reading() as session:
            return list(session.scalars(select(InboxRow).order_by(InboxRow.id)))


@pytest.fixture
def receiving(telegram: Telegram, bot: Bot, store: Store, time: Time) -> Receiving:
    return Receiving(telegram, bot, store, time)


async def test_updates_are_kept_as_they_came_and_then_confirmed(receiving: Receiving) -> None:
    await receiving.until_idle(ok([says("a", 10), says("b", 11)]), ok([says("c", 12)]))
    assert [(row.bot_id, row.update_id, row.chat_id, row.payload) for row in receiving.kept()] == [
        (4242, 10, CHAT, says("a", 10)),
        (4242, 11, CHAT, says("b", 11)),
        (4242, 12, CHAT, says("c", 12)),
    ]
    assert receiving.questions()[:3] == [None, 12, 13]
    assert receiving.woken == 3


async def test_only_what_is_handled_is_asked_for(receiving: Receiving) -> None:
    await receiving.until_idle()
    question = receiving.telegram.of("getUpdates")[0].parameters
    assert question["allowed_updates"] == ["message", "edited_message", "callback_query", "my_chat_member"]
    assert question["timeout"] > 0


async def test_an_earlier_webhook_is_taken_away_and_its_updates_are_kept(receiving: Receiving) -> None:
    await receiving.until_idle()
    assert receiving.telegram.calls[0].method == "deleteWebhook"
    assert receiving.telegram.calls[0].parameters == {"drop_pending_updates": False}


async def test_an_update_that_comes_again_is_kept_once_and_wakes_once(receiving: Receiving) -> None:
    await receiving.until_idle(ok([says("a", 10)]), ok([says("a", 10)]))
    assert [row.update_id for row in receiving.kept()] == [10]
    assert receiving.woken == 1


async def test_numbers_that_start_anew_below_the_old_ones_are_followed(receiving: Receiving) -> None:
    await receiving.until_idle(ok([says("a", 900)]), ok([says("b", 5)]))
    assert [row.update_id for row in receiving.kept()] == [900, 5]
    assert receiving.questions()[:3] == [None, 901, 6]


async def test_the_offset_is_dropped_after_an_hour_of_silence(receiving: Receiving) -> None:
    await receiving.until_idle(ok([says("a", 900)]))
    receiving.time.now += timedelta(hours=2)
    await receiving.until_idle()
    assert receiving.questions()[-1] is None


MALFORMED: list[Json] = [
    {"update_id": 11},
    {"update_id": 11, "message": {"text": "x"}},
    {"update_id": 11, "message": "x"},
    {"update_id": 11, "callback_query": {"id": ["x"]}},
    {"update_id": 11, "message": {"message_id": 1, "date": 1, "chat": {"id": 2**80, "type": "private"}}},
]


@pytest.mark.parametrize("broken", MALFORMED)
async def test_a_malformed_update_does_not_stop_the_next(receiving: Receiving, broken: Json) -> None:
    await receiving.until_idle(ok([says("a", 10), broken, says("b", 12)]))
    assert [(row.update_id, row.chat_id) for row in receiving.kept()] == [(10, CHAT), (11, None), (12, CHAT)]
    assert receiving.questions()[-1] == 13


@pytest.mark.parametrize("broken", [None, "x", [], {"message": {}}, {"update_id": "x"}, {"update_id": 2**70}])
async def test_what_is_no_update_is_left_out(receiving: Receiving, broken: Any) -> None:
    await receiving.until_idle(ok([says("a", 10), broken, says("b", 12)]))
    assert [row.update_id for row in receiving.kept()] == [10, 12]


async def test_a_server_that_sends_nothing_but_rubbish_is_not_asked_without_a_pause(receiving: Receiving) -> None:
    await receiving.until_idle(*[ok(["x"])] * 4)
    assert [call.at for call in receiving.telegram.of("getUpdates")] == [0, 1, 3, 7, 15]


async def test_a_tap_is_answered_without_words_after_it_is_kept(receiving: Receiving) -> None:
    await receiving.until_idle(ok([taps("practice:s1:a", 10)]))
    assert [call.parameters for call in receiving.telegram.of("answerCallbackQuery")] == [{"callback_query_id": "77"}]
    assert len(receiving.kept()) == 1


async def test_a_tap_that_is_too_old_to_be_answered_is_still_kept(receiving: Receiving) -> None:
    receiving.telegram.answers["answerCallbackQuery"] = [refused(400, "Bad Request: query is too old")]
    await receiving.until_idle(ok([taps("practice:s1:a", 10)]))
    assert len(receiving.kept()) == 1
    assert receiving.woken == 1


FAILURES = [
    refused(500, "Internal Server Error"),
    BAD_GATEWAY,
    (200, "<html>login of the wireless network</html>"),
    (200, {"ok": True}),
    OSError("connection reset"),
    refused(409, "Conflict: terminated by other getUpdates request"),
    refused(401, "Unauthorized"),
]


@pytest.mark.parametrize("failure", FAILURES, ids=str)
async def test_after_a_failure_the_same_updates_are_asked_for_again(receiving: Receiving, failure: Any) -> None:
    await receiving.until_idle(ok([says("a", 10)]), failure, ok([says("b", 11)]))
    assert receiving.questions()[:3] == [None, 11, 11]
    assert [row.update_id for row in receiving.kept()] == [10, 11]


async def test_pauses_grow_to_a_minute_and_end_with_success(receiving: Receiving) -> None:
    await receiving.until_idle(*[BAD_GATEWAY] * 8, ok([says("a", 10)]), BAD_GATEWAY, ok([says("b", 11)]))
    times = [call.at for call in receiving.telegram.of("getUpdates")]
    assert [round(b - a) for a, b in pairwise(times)] == [1, 2, 4, 8, 16, 32, 60, 60, 0, 1, 0]


async def test_a_server_that_never_waits_is_asked_twice_a_second(receiving: Receiving) -> None:
    await receiving.until_idle(*[ok([])] * 4)
    assert [call.at for call in receiving.telegram.of("getUpdates")] == [0, 0.5, 1, 1.5, 2]


async def test_a_pause_that_telegram_asks_for_is_kept(receiving: Receiving) -> None:
    await receiving.until_idle(TOO_MANY, ok([]))
    assert [call.at for call in receiving.telegram.of("getUpdates")][:2] == [0, 7]


async def test_a_failure_is_logged_once_with_what_to_do_and_without_the_token(
    receiving: Receiving, caplog: pytest.LogCaptureFixture
) -> None:
    leak = OSError(f"http://telegram.invalid/bot{TOKEN}/getUpdates")
    with caplog.at_level(logging.DEBUG):
        await receiving.until_idle(
            *[leak] * 5, *[refused(401, "Unauthorized")] * 5, *[refused(409, "Conflict: other")] * 5
        )
    said = [record.message for record in caplog.records if record.name.startswith("bot.telegram")]
    assert len(said) == 4
    assert "WERKMAAT_TELEGRAM_TOKEN" in said[1]
    assert "another token" in said[2]
    assert said[3] == "Receiving updates works again"
    assert TOKEN not in caplog.text


async def test_words_stay_out_of_every_log(receiving: Receiving, caplog: pytest.LogCaptureFixture) -> None:
    broken = {"update_id": 11, "message": {"text": "my secret"}}
    with caplog.at_level(logging.DEBUG):
        await receiving.until_idle(ok([says("my secret", 10), broken]), (200, '{"text": "my secret"'))
    assert "secret" not in caplog.text


async def test_what_the_store_did_not_keep_is_not_confirmed(
    receiving: Receiving, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = inbox.put
    full = [OSError("disk full")]

    def failing(store: Store, bot_id: int, number: int, *rest: Any) -> bool:
        if number == 11 and full:
            raise full.pop()
        return put(store, bot_id, number, *rest)

    monkeypatch.setattr(inbox, "put", failing)
    await receiving.until_idle(ok([says("a", 10), says("b", 11)]), ok([says("b", 11)]))
    assert receiving.questions()[:3] == [None, 11, 12]
    assert [row.update_id for row in receiving.kept()] == [10, 11]


async def test_health_is_a_recent_answer_of_telegram(receiving: Receiving) -> None:
    assert not receiving.poller.healthy()
    await receiving.until_idle()
    assert receiving.poller.healthy()
    receiving.time.now += timedelta(minutes=3)
    assert not receiving.poller.healthy()
