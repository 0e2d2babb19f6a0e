"""Who has gone quiet by their own rhythm: a reason for a counsellor to call, never a reproach."""

from collections.abc import Collection
from datetime import date
from itertools import pairwise
from statistics import median

FEWEST_DAYS = 7
TIMES_OWN_GAP = 3
# Rhythms change; older gaps say little about today.
GAPS_LOOKED_AT = 10


def gone_quiet(practised: Collection[date], today: date, *, paused: bool = False, resumed: date | None = None) -> bool:
    """Whether a learner has been silent for unusually long.

    The rule: silent for more than 7 days, and for more than 3 times the median of the last ten
    gaps between days of practice. So whoever practises daily is noticed after a week, whoever
    practises on Sundays after three. Nobody is quiet in a pause, and after one the silence counts
    from its end. Whoever never practised has not gone quiet: they have not begun.

    Args:
        practised: the local dates with practice, in any order.
        today: the local date.
        paused: whether the learner has paused now.
        resumed: when the last pause ended, if there was one.
    """
    if paused or not practised:
        return False
    days = sorted(set(practised))
    gaps = [(after - before).days for before, after in pairwise(days)][-GAPS_LOOKED_AT:]
    usual = median(gaps) if gaps else 0
    silent = (today - max(days[-1], resumed or days[-1])).days
    return silent > max(FEWEST_DAYS, TIMES_OWN_GAP * usual)
