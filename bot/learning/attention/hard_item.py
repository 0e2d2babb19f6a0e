"""hard_item: what was missed more than once is held now."""

from collections.abc import Iterator

from bot.learning.attention._news import DAYS, MOST_NAMED, begins, is_news
from bot.learning.attention._rule import Facts, Number, Numbers, Published, Reason, Rule, Section
from bot.learning.mastering import held_since
from bot.learning.progress import is_held


def asks_for(facts: Facts, numbers: Numbers, published: Published) -> Iterator[str]:
    """Yield what was missed often enough, and answered since it may be news."""
    since = begins(facts, numbers["days"])
    for memory in facts.memories:
        hard = facts.misses.get(memory.item_id, 0) >= numbers["misses"] and memory.item_id in published.items
        if hard and memory.last_review_at >= since and is_held(memory, facts.now):
            yield memory.item_id


def look(facts: Facts, numbers: Numbers, published: Published) -> Iterator[Reason]:
    """Yield each item, the newest first. How often it was missed is not told: only that it was often enough."""
    held = {item: held_since(item, facts.histories.get(item, ())) for item in asks_for(facts, numbers, published)}
    news = [(at, item) for item, at in held.items() if at and is_news(facts, at, numbers["days"])]
    for at, item in sorted(news, reverse=True)[:MOST_NAMED]:
        yield Reason("hard_item", facts.day(at), {"misses": numbers["misses"]}, item=item)


RULE = Rule("hard_item", Section.GOOD_NEWS, {"misses": Number(2, least=2, most=10), "days": DAYS}, look, asks_for)
