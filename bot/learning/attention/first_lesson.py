"""first_lesson: the first lesson was ended."""

from collections.abc import Iterator

from bot.learning.attention._news import DAYS, is_news
from bot.learning.attention._rule import Facts, Numbers, Published, Reason, Rule, Section


def look(facts: Facts, numbers: Numbers, published: Published) -> Iterator[Reason]:
    """Yield when."""
    if facts.first_lesson and is_news(facts, facts.first_lesson, numbers["days"]):
        yield Reason("first_lesson", facts.day(facts.first_lesson))


RULE = Rule("first_lesson", Section.GOOD_NEWS, {"days": DAYS}, look)
