"""The sender as it runs: woken, looking by itself, and stopped."""

import asyncio

from telegram import Bot

from bot.i18n import Catalogues
from bot.store import Store
from bot.telegram import Sender
from tests.telegram.outgoing import Put, states
from tests.telegram.world import CHAT, Telegram, Time, until


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
