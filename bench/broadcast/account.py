"""What came of a broadcast, worked out from the simulator's journal alone."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from statistics import mean

from bot.simulator.journal import Entry
from bot.simulator.rates import MOST_A_SECOND, SECOND, counts

RATES = "rates"
"""The fault of the journal's entries that came too fast; any other one was ordered."""


@dataclass(frozen=True)
class Account:
    """The numbers of one broadcast.

    Attributes:
        taken: messages that Telegram took.
        refused: chats that Telegram refused, as blocked, and that got none.
        lost: chats that got none and were not refused.
        twice: messages that came once more to the same chat.
        too_fast: calls that Telegram refused with 429 because they came too fast.
        paused: calls that were refused with 429 on purpose.
        seconds: from the first call to the last.
        share: of what Telegram takes in a second, how much passed in each, on average.
        share_open: the same, of the seconds in which no pause was ordered.
    """

    taken: int
    refused: int
    lost: int
    twice: int
    too_fast: int
    paused: int
    seconds: float
    share: float
    share_open: float


def account(calls: Sequence[Entry], chats: Collection[int], pause: float = 0) -> Account:
    """The account of a broadcast.

    Args:
        calls: all that arrived meanwhile, in their order.
        chats: who was to get a message.
        pause: seconds that each 429 on purpose ordered to wait.

    Raises:
        ValueError: it took less than a second.
    """
    messages = [call for call in calls if counts(call.method) and call.chat in chats]
    taken = Counter(call.chat for call in messages if call.status == HTTPStatus.OK)
    refused = {call.chat for call in messages if call.status == HTTPStatus.FORBIDDEN} - taken.keys()
    limited = [call for call in messages if call.status == HTTPStatus.TOO_MANY_REQUESTS]
    pauses = [(call.at, call.at + pause) for call in limited if call.fault != RATES]
    passed = [call.at for call in messages if call not in limited]
    return Account(
        taken=taken.total(),
        refused=len(refused),
        lost=len(set(chats) - taken.keys() - refused),
        twice=taken.total() - len(taken),
        too_fast=len(limited) - len(pauses),
        paused=len(pauses),
        seconds=passed[-1] - passed[0],
        share=share(passed),
        share_open=share(passed, pauses),
    )


def share(moments: Sequence[float], pauses: Sequence[tuple[float, float]] = ()) -> float:
    """How full the seconds were, on average, of what Telegram takes in each.

    Args:
        moments: when something passed, Unix seconds, in order. Whole seconds from the first of them on count.
        pauses: begin and end of each: seconds that one of them touches do not count.

    Raises:
        ValueError: no second is left to count.
    """
    begin, seconds = (moments[0], int(moments[-1] - moments[0])) if moments else (0.0, 0)
    passed = Counter(int(moment - begin) for moment in moments)
    full = [passed[second] for second in range(seconds) if not _touched(begin + second, pauses)]
    if not full:
        raise ValueError("A share of the limit needs a whole second")
    return mean(full) / MOST_A_SECOND


def _touched(second: float, pauses: Sequence[tuple[float, float]]) -> bool:
    return any(begin < second + SECOND and second < end for begin, end in pauses)
