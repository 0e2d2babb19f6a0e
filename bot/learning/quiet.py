"""Who has gone quiet by their own rhythm: a reason for a counsellor to call, never a reproach."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

FEWEST_DAYS = 7
TIMES_OWN_GAP = 3
# Rhythms change; older gaps say little about today.
GAPS_LOOKED_AT = 10


@dataclass(frozen=True)
class Silence:
    """A silence that is unusually long for this learner.

    Attributes:
        since: the last day with practice.
        days: how long, from then or from the end of a later pause.
        usual: days from one practice to the next, as is usual for them; None after a single day of practice.
    """

    since: date
    days: int
    usual: float | None


def silence(
    practised: Collection[date],
    today: date,
    *,
    paused: bool = False,
    resumed: date | None = None,
    fewest_days: int = FEWEST_DAYS,
    times: int = TIMES_OWN_GAP,
) -> Silence | None:
    """Return how a learner has been silent for unusually long; None when they have not.

    The rule: silent for more than 7 days, and for more than 3 times the median of the last ten
    gaps between days of practice. So whoever practises daily is noticed after a week, whoever
    practises on Sundays after three. Nobody is quiet in a pause, and after one the silence counts
    from its end. Whoever never practised has not gone quiet: they have not begun.

    Args:
        practised: the local dates with practice, in any order.
        today: the local date.
        paused: whether the learner has paused now.
        resumed: when the last pause ended, if there was one.
        fewest_days: the days of the rule.
        times: how many usual gaps it takes.
    """
    if paused or not practised:
        return None
    days = sorted(set(practised))
    gaps = [(after - before).days for before, after in pairwise(days)][-GAPS_LOOKED_AT:]
    usual = median(gaps) if gaps else None
    silent = (today - max(days[-1], resumed or days[-1])).days
    return Silence(days[-1], silent, usual) if silent > max(fewest_days, times * (usual or 0)) else None
