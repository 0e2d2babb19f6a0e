"""How long learners waited for answers, and where the time went."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.moments import Moments
from bench.outside import Deed
from bot.simulator.journal import Entry
from bot.simulator.rates import counts


@dataclass(frozen=True)
class Wait:
    """One tap and its answer: when it was tapped, stood in the inbox, was decided and kept, and answered."""

    tapped: float
    received: float
    kept: float
    answered: float

    @property
    def seconds(self) -> float:
        """How long the learner waited."""
        return self.answered - self.tapped


@dataclass(frozen=True)
class Span:
    """A time in which a broadcast ran, Unix seconds."""

    begin: float
    end: float


def answers(taps: Sequence[Deed], calls: Sequence[Entry]) -> Moments:
    """When the first call for the chat came after each tap, by chat. Raises LookupError when none did.

    Args:
        taps: of which each was answered before the next one in its chat.
        calls: all that arrived, in their order.
    """
    moments: dict[int, list[float]] = defaultdict(list)
    for tap in taps:
        moments[tap.chat].append(_answered(tap, calls))
    return moments


def beside(waits: Iterable[Wait], spans: Sequence[Span]) -> list[Wait]:
    """The waits that began in one of these times."""
    return [wait for wait in waits if any(span.begin <= wait.tapped < span.end for span in spans)]


def _answered(tap: Deed, calls: Sequence[Entry]) -> float:
    answers = (call.at for call in calls if call.chat == tap.chat and call.at >= tap.at and counts(call.method))
    found = next(answers, None)
    if found is None:
        raise LookupError(f"The tap in chat {tap.chat} was not answered")
    return found
