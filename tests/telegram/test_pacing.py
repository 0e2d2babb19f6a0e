"""The pace of sending, by the simulator's own record of when each call arrived, with Telegram's rates kept strictly."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest_asyncio
from sqlalchemy import func, select

from bot.i18n import Catalogues, Verbatim
from bot.journeys.reply import Reply
from bot.simulator.rates import MOST_A_SECOND
from bot.simulator.records import Phone
from bot.store import Store
from bot.store.tables import Learner, OutboxRow
from bot.telegram.send import AT_ONCE
from tests.fakes import stores
from tests.telegram.night import Night, night
from tests.telegram.world import row_of, until

FIRST = 8_000_000_000
ROUNDING = 1e-5
"""Seconds: the record keeps times as floating-point numbers."""


class Rush(Night):
    """Many learners with a phone each, and an outbox to fill."""

    def come(self, people: int) -> list[int]:
        """So many people press START. Returns their chats."""
        chats = [FIRST + number for number in range(people)]
        bot = self.exchange.state.bots[4242]
        for chat_id in chats:
            phone = Phone(chat_id, "Amina", "en")
            self.exchange.add_phone(phone)
            self.exchange.chat(bot, phone).started = True
        stores.add(self.house.store, *(stores.learner_row(chat_id) for chat_id in chats))
        return chats

    def put(self, chats: list[int], words: str = "Dag", **changes: Any) -> None:
        """Put a message for each of these chats into the outbox."""
        payload = Reply(lines=((Verbatim(words),),)).as_json()
        given = {"created_at": self.clock(), **changes}
        with self.house.store.writing() as session:
            waiting = session.scalar(select(func.count(OutboxRow.id))) or 0
            session.add_all(row_of(f"r{waiting + n}", payload, chat_id, **given) for n, chat_id in enumerate(chats))

    def record(self, chat_id: int | None = None) -> list[dict[str, Any]]:
        """The messages that arrived at Telegram: all, or those to one chat."""
        calls = [call for call in self.exchange.journal.since(0) if call["chat"]]
        return [call for call in calls if chat_id in (None, call["chat"])]

    def states(self) -> dict[str, int]:
        """How many rows of the outbox are in which state."""
        count = select(OutboxRow.state, func.count()).group_by(OutboxRow.state)
        with self.house.store.reading() as session:
            return dict(session.execute(count).tuples().all())


@pytest_asyncio.fixture
async def rush(store: Store, catalogues: Catalogues) -> AsyncIterator[Rush]:
    async with night(store, catalogues) as begun:
        strict = Rush(begun.house, begun.exchange)
        await strict.fault("rates")
        yield strict


def keeps_to_the_rate(record: list[dict[str, Any]]) -> bool:
    """Whether no second, wherever it begins, holds more messages than Telegram takes."""
    times = [call["at"] for call in record]
    pairs = zip(times, times[MOST_A_SECOND:], strict=False)
    return times == sorted(times) and all(last - first >= 1 - ROUNDING for first, last in pairs)


def seconds(record: list[dict[str, Any]]) -> list[int]:
    """When messages arrived, in whole seconds after the first."""
    return [round(call["at"] - record[0]["at"]) for call in record]


async def test_no_second_holds_more_than_thirty(rush: Rush) -> None:
    rush.put(rush.come(150), kind="broadcast")

    await rush.send()

    record = rush.record()
    assert [call["status"] for call in record] == [200] * 150
    assert keeps_to_the_rate(record)


async def test_a_chat_gets_three_at_once_then_one_a_second_whatever_they_are(rush: Rush) -> None:
    (chat,) = rush.come(1)
    for number in range(4):
        rush.put([chat], str(number))
    rush.put([chat], "changed", edits="r3")
    rush.put([chat], "last")

    await rush.send()

    record = rush.record(chat)
    assert [call["method"] for call in record] == [*["sendMessage"] * 4, "editMessageText", "sendMessage"]
    assert seconds(record) == [0, 0, 0, 1, 2, 3]
    assert {call["status"] for call in record} == {200}


async def test_many_chats_with_much_to_say_keep_both_rhythms(rush: Rush) -> None:
    chats = rush.come(25)
    for _ in range(6):
        rush.put(chats)

    await rush.send()

    assert keeps_to_the_rate(rush.record())
    assert {call["status"] for call in rush.record()} == {200}
    assert all(len(rush.record(chat)) == 6 for chat in chats)


async def test_a_reply_overtakes_a_broadcast_that_is_under_way(rush: Rush) -> None:
    *many, one = rush.come(101)
    rush.put(many, kind="broadcast")
    sending = asyncio.create_task(rush.send())
    await until(lambda: len(rush.record()) >= 35)

    rush.put([one], kind="reply")
    before = len(rush.record())
    rush.house.sender.wake()
    await sending

    place = [call["chat"] for call in rush.record()].index(one)
    assert place - before <= AT_ONCE
    assert len(rush.record()) == 101
    assert keeps_to_the_rate(rush.record())


async def test_what_expires_while_telegram_asks_for_a_pause_is_never_sent(rush: Rush) -> None:
    *many, one = rush.come(41)
    end = rush.clock() + timedelta(seconds=4)
    rush.put(many, kind="broadcast", expires_at=end)
    await rush.fault("error_429", count=1, seconds=5)

    sending = asyncio.create_task(rush.send())
    await until(lambda: bool(rush.record()))
    rush.put([one])
    await sending

    early, late = [call["at"] <= end.timestamp() for call in rush.record()].count(True), rush.record(one)
    assert rush.states() == {"sent": early, "expired": 41 - early}
    assert [call["status"] for call in late] == [200]
    assert late[0]["at"] >= end.timestamp()


async def test_during_a_pause_nothing_is_sent_to_anybody(rush: Rush) -> None:
    rush.put(rush.come(60), kind="broadcast")
    await rush.fault("error_429", count=1, seconds=7, seed=1, probability=0.1)

    await rush.send()

    (asked,) = [call["at"] for call in rush.record() if call["status"] == 429]
    assert [call for call in rush.record() if asked + ROUNDING < call["at"] < asked + 7 - ROUNDING] == []
    assert rush.states() == {"sent": 60}


async def test_a_chat_that_blocked_the_bot_is_tried_once(rush: Rush) -> None:
    gone, *others = chats = rush.come(6)
    await rush.client.post(f"/phone/api/phones/{gone}/block", json={})
    for _ in range(3):
        rush.put(chats, kind="broadcast")
        rush.put(chats)

    await rush.send()

    assert [call["status"] for call in rush.record(gone)] == [403]
    assert all([call["status"] for call in rush.record(chat)] == [200] * 6 for chat in others)
    assert rush.states() == {"sent": 30, "dropped": 6}


async def test_a_broadcast_on_a_bad_night_reaches_everybody_once(rush: Rush) -> None:
    chats = rush.come(200)
    rush.put(chats, kind="broadcast")
    await rush.fault("error_429", probability=0.01, seconds=2, seed=2)
    await rush.fault("error_403", probability=0.05, seed=3)
    await rush.fault("drop_before", probability=0.02, seed=4)

    await rush.send()

    answers = {chat: [call["status"] for call in rush.record(chat)] for chat in chats}
    assert all(statuses.count(200) + statuses.count(403) == 1 for statuses in answers.values())
    assert {fault["struck"] > 0 for fault in await switched_on(rush) if fault["kind"] != "rates"} == {True}
    assert {fault["struck"] for fault in await switched_on(rush) if fault["kind"] == "rates"} == {0}
    assert keeps_to_the_rate(rush.record())
    with rush.house.store.reading() as session:
        blocked = set(session.scalars(select(Learner.telegram_id).where(Learner.blocked_at.is_not(None))))
    assert blocked == {chat for chat, statuses in answers.items() if 403 in statuses}


async def test_the_bot_says_nothing_that_telegram_does_not_know(rush: Rush) -> None:
    (chat,) = rush.come(1)
    rush.put([chat])
    rush.put([chat], edits="r0")

    await rush.send()
    await rush.receive()

    assert [call["unknown"] for call in await rush.calls() if call["unknown"]] == []


async def switched_on(rush: Rush) -> list[dict[str, Any]]:
    """The faults that are switched on."""
    return (await rush.client.get("/phone/api/faults")).json()["faults"]  # type: ignore[no-any-return]
