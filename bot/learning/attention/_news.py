"""What rules of good news share."""

from datetime import datetime, timedelta

from bot.learning.attention._rule import Facts, Number

DAYS = Number(usual=7, least=2, most=28)
"""For how many days something is news."""

MOST_NAMED = 3
"""Of one kind of news about one learner."""


def is_news(facts: Facts, at: datetime, days: int) -> bool:
    """Whether something was so few days ago, by the days of the region; what is still to come is none."""
    return 0 <= facts.days_ago(facts.day(at)) < days


def begins(facts: Facts, days: int) -> datetime:
    """Before this moment nothing is news of so many days."""
    return facts.now - timedelta(days=days)
