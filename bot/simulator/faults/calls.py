"""Faults that meet a bot's calls."""

import math
from collections.abc import Awaitable, Callable

from bot.simulator.errors import Refusal, too_many
from bot.simulator.faults.kinds import Effect
from bot.simulator.faults.switches import Fault, Faults
from bot.simulator.journal import Entry
from bot.simulator.rates import Rates, counts


class Dropped(Exception):
    """The connection ends without an answer."""


class Rubbish(Exception):
    """The answer is not Telegram's."""


class CallFaults:
    """Lets faults meet calls.

    Args:
        faults: which are switched on.
        sleep: how a stall is waited for.
    """

    def __init__(self, faults: Faults, sleep: Callable[[float], Awaitable[None]]) -> None:
        self._faults = faults
        self._sleep = sleep
        self._rates = Rates()

    async def before(self, entry: Entry) -> None:
        """Meet a call before it is acted upon.

        Raises:
            Dropped, Rubbish, Refusal: it is not to be acted upon.
        """
        if fault := self._striking(Effect.STALL, entry):
            await self._sleep(fault.seconds)
        if self._striking(Effect.DROP, entry):
            raise Dropped
        if self._striking(Effect.RUBBISH, entry):
            raise Rubbish
        if fault := self._striking(Effect.REFUSE, entry):
            raise _refusal(fault)
        self._keep_to_rates(entry)

    def after(self, entry: Entry) -> None:
        """Meet a call that was acted upon.

        Raises:
            Dropped: nobody is to hear of it.
        """
        if self._striking(Effect.DROP_AFTER, entry):
            raise Dropped

    def _striking(self, effect: Effect, entry: Entry) -> Fault | None:
        fault = self._faults.striking(effect, lambda fault: fault.concerns(entry.method, entry.chat))
        if fault:
            entry.fault = fault.kind
        return fault

    def _keep_to_rates(self, entry: Entry) -> None:
        if not counts(entry.method):
            return
        wait = self._rates.admit(entry.bot, entry.chat, entry.at)
        if wait and self._striking(Effect.RATES, entry):
            raise too_many(math.ceil(wait))


def _refusal(fault: Fault) -> Refusal:
    if fault.rules.code == 429:
        return too_many(math.ceil(fault.seconds))
    return Refusal(fault.rules.code, fault.rules.description)
