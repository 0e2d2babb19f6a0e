"""back: practised again after a long silence."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from bot.learning.attention._news import DAYS
from bot.learning.attention._rule import LOOKED_BACK, Facts, Number, Numbers, Published, Reason, Rule, Section


def look(facts: Facts, numbers: Numbers, published: Published) -> Iterator[Reason]:
    """Yield the day of the return, and how many whole weeks the silence had at least."""
    days = [*_before(facts), *facts.practised]
    returns = [(after, (after - before).days) for before, after in pairwise(days)]
    for day, silent in reversed(returns):
        if silent >= numbers["silence"] and facts.days_ago(day) < numbers["days"]:
            yield Reason("back", day, {"count": silent // 7})
            return


def _before(facts: Facts) -> list[date]:
    """The day before those that are looked at, if there was practice before them: so long the silence was at least."""
    begins = facts.day(facts.now - LOOKED_BACK)
    return [begins] if facts.first_lesson and facts.day(facts.first_lesson) < begins else []


RULE = Rule("back", Section.GOOD_NEWS, {"silence": Number(21, least=7, most=60), "days": DAYS}, look)
