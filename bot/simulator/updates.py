"""Updates on their way to a bot: which it wants, which wait, and who waits for them."""

import asyncio

from bot.simulator.errors import conflict
from bot.simulator.records import Bot, Json, Pending

KEPT_SECONDS = 24 * 3600
# An offset that far behind the last update belongs to other ids.
FUTURE = 10
# Telegram sends these only to bots that name them.
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


def wanted(bot: Bot, kind: str) -> bool:
    """Return whether the bot's `allowed_updates` let this kind of update through."""
    return kind in bot.allowed_updates if bot.allowed_updates else kind not in UNASKED


def add(bot: Bot, update: Json, now: int) -> None:
    """Queue `update`, giving it the next id unless it carries one, and forget what is too old."""
    if "update_id" not in update:
        bot.last_update += 1
        update = {"update_id": bot.last_update, **update}
    bot.pending = [waiting for waiting in bot.pending if now - waiting.at < KEPT_SECONDS]
    bot.pending.append(Pending(now, update))


def confirmed(bot: Bot, offset: int) -> list[Pending]:
    """Return what a getUpdates with this offset confirms: everything before it, or all but the last -offset."""
    if offset < 0:
        return bot.pending[:offset]
    # As on a real server, which starts from what it has when ids began anew below the offset.
    if offset > bot.last_update + FUTURE:
        return []
    return [waiting for waiting in bot.pending if waiting.update["update_id"] < offset]


class Waiting:
    """The one getUpdates of a bot that waits for something to arrive."""

    def __init__(self) -> None:
        self._future: asyncio.Future[None] | None = None

    async def wait(self, seconds: float) -> None:
        """Return when an update arrived or `seconds` have passed.

        Raises:
            Refusal: another getUpdates or a setWebhook took its place.
        """
        self.end("terminated by other getUpdates request; make sure that only one bot instance is running")
        self._future = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(self._future, seconds)
        except TimeoutError:
            return

    def arrived(self) -> None:
        """Let the waiting call answer."""
        if self._future and not self._future.done():
            self._future.set_result(None)

    def end(self, reason: str) -> None:
        """Let the waiting call fail with a 409 for `reason`."""
        if self._future and not self._future.done():
            self._future.set_exception(conflict(reason))
