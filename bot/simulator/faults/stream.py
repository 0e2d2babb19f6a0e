"""Faults on the way of updates to a bot."""

from collections.abc import Iterable
from typing import Any

from bot.simulator.faults.kinds import Effect
from bot.simulator.faults.switches import Fault, Faults
from bot.simulator.records import Bot, Json, Pending


class StreamFaults:
    """Meddles with updates, but loses none: Telegram does not either."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def arriving(self, bot: Bot, update: Json) -> list[Json]:
        """Return the updates to be queued for this one, which has no id yet; ids may start anew."""
        self._renumber(bot, update)
        fault = self._faults.striking(Effect.INSERT, lambda fault: _about(fault, [update]))
        return [fault.random.choice(fault.rules.updates), update] if fault else [update]

    def repeats(self, confirmed: list[Pending]) -> bool:
        """Return whether updates that were confirmed come again all the same."""
        return self._strikes(Effect.REPEAT, confirmed) is not None

    def ordered(self, waiting: list[Pending]) -> list[Pending]:
        """Return updates in the order in which they are handed out."""
        fault = self._strikes(Effect.SHUFFLE, waiting) if len(waiting) > 1 else None
        return fault.random.sample(waiting, len(waiting)) if fault else waiting

    def _renumber(self, bot: Bot, update: Json) -> None:
        """Let ids start anew, lower, as after a week of silence: only when none waits."""
        fault = self._faults.striking(Effect.RENUMBER, lambda fault: not bot.pending and _about(fault, [update]))
        if fault:
            bot.last_update = fault.random.randrange(1, bot.last_update)

    def _strikes(self, effect: Effect, waiting: list[Pending]) -> Fault | None:
        return self._faults.striking(effect, lambda fault: _about(fault, (one.update for one in waiting)))


def _about(fault: Fault, updates: Iterable[Json]) -> bool:
    return not fault.phone or any(fault.phone == _sender(update) for update in updates)


def _sender(update: Json) -> Any:
    for content in update.values():
        if isinstance(content, dict) and isinstance(content.get("from"), dict):
            return content["from"].get("id")
    return None
