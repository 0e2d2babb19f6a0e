"""The sender: works the outbox off, as fast as Telegram allows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from telegram import Bot
from telegram.error import RetryAfter

from bot.i18n import Catalogues
from bot.store import Store, outbox
from bot.store.tables import OutboxRow
from bot.telegram.attachments import TEXT_ALONE, Attachments, Media
from bot.telegram.bot import bot_id, call
from bot.telegram.deliver import Delivery
from bot.telegram.limits import Pace
from bot.telegram.render import Call
from bot.telegram.trouble import asked_pause, describe
from bot.telegram.waiting import Sleep, until_first

log = logging.getLogger(__name__)

AT_ONCE = 10
"""So many chats are written to at the same time; each gets its messages one after the other."""

READY = 3
"""So many messages wait, all but sent, for the limits to let the next one go, so that it goes at that very moment."""

LOOK_AGAIN = timedelta(seconds=1)
"""Other processes put rows into the outbox too, and cannot wake the sender."""

LAST_SECONDS = 5
"""For what is under way when the bot stops; what is cut off then goes out again at the next start."""

BREATH = timedelta(seconds=5)
"""After a failure of the store, which would otherwise let the same message go out again and again."""


def since_some_moment() -> timedelta:
    """A clock that nobody sets: how much time has passed since some moment of the past."""
    return timedelta(seconds=monotonic())


class Sender:
    """Sends what stands in the outbox.

    Args:
        bot: sends the messages.
        store: holds the outbox.
        catalogues: the languages.
        clock: tells the time, in UTC.
        sleep: waits so many seconds.
        ticks: tells how much time has passed since some moment of the past, whatever the clock was set to.
        media: where what is heard and seen comes from.
    """

    def __init__(
        self,
        bot: Bot,
        store: Store,
        catalogues: Catalogues,
        clock: Callable[[], datetime],
        sleep: Sleep = asyncio.sleep,
        ticks: Callable[[], timedelta] = since_some_moment,
        media: Media = TEXT_ALONE,
    ) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self._sleep = sleep
        self._ticks = ticks
        self._pace = Pace()
        attachments = Attachments(media, store, bot_id(bot))
        self._delivery = Delivery(self._post, store, catalogues, attachments, clock)
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something was put into the outbox."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until ``stop`` is set; what is under way then gets a few seconds more."""
        await until_first(self._for_ever(), stop.wait())
        if self._under_way:
            _, late = await asyncio.wait(self._under_way.values(), timeout=LAST_SECONDS)
            for task in late:
                task.cancel()

    async def flush(self) -> None:
        """Send everything that is due by now, however long the limits make it take."""
        while (due := self._start()) or self._under_way:
            await self._rest(self._until_allowed() if due else None)

    async def _for_ever(self) -> None:
        while True:
            try:
                pause = self._until_allowed() if self._start() else LOOK_AGAIN
            except Exception as error:  # the store is out of order: sending goes on when it is back
                log.error("The outbox cannot be read: %s", describe(error))
                pause = BREATH
            await self._rest(pause)

    async def _rest(self, pause: timedelta | None) -> None:
        """Wait until a row was put in, a message is through, or the pause is over."""
        events: list[Awaitable[Any]] = [self._woken.wait()]
        if pause is not None:
            events.append(self._sleep(pause.total_seconds()))
        await until_first(*events, tasks=self._under_way.values())
        self._woken.clear()

    def _start(self) -> bool:
        """Start what may be sent now. Returns whether to look again as soon as the limits allow."""
        ticks, now = self._ticks(), self._clock()
        room = self._room(ticks)
        if room <= 0:
            return True
        resting = self._pace.resting(ticks)
        # One more than there is room for, to know whether that was all.
        rows = outbox.waiting(self._store, now, {*self._under_way, *resting}, limit=room + 1)
        left = [row for row in rows[:room] if not self._start_row(row)]
        return bool(left or rows[room:] or (resting and outbox.waiting(self._store, now, self._under_way, limit=1)))

    def _room(self, ticks: timedelta) -> int:
        """How many more chats may be written to, or made ready for."""
        ready = len(self._under_way) - self._pace.under_way
        allowed = 0 if self._pace.is_paused(ticks) else self._pace.room(ticks) + READY - ready
        return min(AT_ONCE - len(self._under_way), allowed)

    def _until_allowed(self) -> timedelta | None:
        """How long the limits hold up what is due; None when only the end of a message under way helps."""
        if len(self._under_way) >= AT_ONCE:
            return None
        now = self._ticks()
        if (opens := self._pace.opens_at(now)) > now:
            return opens - now
        return min(self._pace.resting(now).values(), default=now) - now if self._room(now) > 0 else None

    def _start_row(self, row: OutboxRow) -> bool:
        if row.chat_id in self._under_way:
            return False
        task = asyncio.create_task(self._deliver(row))
        self._under_way[row.chat_id] = task
        task.add_done_callback(lambda _: self._under_way.pop(row.chat_id))
        return True

    async def _deliver(self, row: OutboxRow) -> None:
        try:
            while (wait := self._wait_for(row)) > timedelta():
                if self._pace.is_paused(self._ticks()):
                    return  # the row waits as it was: after the pause it may be too late
                await self._sleep(wait.total_seconds())
            if row.kind == outbox.BROADCAST:
                self._pace.begin_broadcast(self._ticks())
            await self._delivery.deliver(row)
        except RetryAfter:
            return  # the row waits as it was, and everything else with it
        except Exception as error:  # the store is out of order: the row waits as it was
            log.error("Outbox row %s could not be marked: %s", row.id, describe(error))
            self._pace.pause(self._ticks() + BREATH)

    async def _post(self, chat_id: int, message: Call) -> Any:
        """Make a call as soon as the limits allow."""
        while (wait := self._wait(chat_id)) > timedelta():
            await self._sleep(wait.total_seconds())
        began = self._ticks()
        self._pace.begin()
        try:
            return await call(self._bot, message.method, message.parameters)
        except RetryAfter as error:
            self._pause(asked_pause(error) or BREATH)
            raise
        finally:
            self._pace.end(chat_id, began, self._ticks())

    def _pause(self, pause: timedelta) -> None:
        """Hold everything up; what was under way meanwhile gets the same answer, and is not worth a line each."""
        now = self._ticks()
        if not self._pace.is_paused(now):
            log.warning("Telegram asks for a pause of %g seconds", pause.total_seconds())
        self._pace.pause(now + pause)

    def _wait_for(self, row: OutboxRow) -> timedelta:
        wait, now = self._wait(row.chat_id), self._ticks()
        return max(wait, self._pace.opens_for_broadcast_at(now) - now) if row.kind == outbox.BROADCAST else wait

    def _wait(self, chat_id: int) -> timedelta:
        now = self._ticks()
        return max(self._pace.opens_at(now), self._pace.resting(now).get(chat_id, now)) - now
