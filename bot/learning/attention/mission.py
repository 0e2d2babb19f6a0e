"""mission: somebody at work confirmed that it was done there."""

from collections.abc import Iterator

from bot.learning.attention._news import DAYS, MOST_NAMED, is_news
from bot.learning.attention._rule import Facts, Numbers, Published, Reason, Rule, Section


def look(facts: Facts, numbers: Numbers, published: Published) -> Iterator[Reason]:
    """Yield each mission, the newest first; one that is no longer published has no words."""
    newest = sorted(facts.confirmed, key=lambda one: one[1], reverse=True)
    told = [(item, at) for item, at in newest if is_news(facts, at, numbers["days"])]
    for item, at in told[:MOST_NAMED]:
        known = item in published.items
        yield Reason("mission", facts.day(at), item=item if known else None, form=None if known else "unnamed")


RULE = Rule("mission", Section.GOOD_NEWS, {"days": DAYS}, look)
