"""unit_holds: so much of a unit is held now that it can be built on."""

from collections import defaultdict
from collections.abc import Iterator

from bot.learning.attention._news import DAYS, MOST_NAMED, begins, is_news
from bot.learning.attention._rule import Facts, Number, Numbers, Published, Reason, Rule, Section
from bot.learning.mastering import held_since
from bot.learning.progress import is_held
from bot.learning.recall import Memory


def asks_for(facts: Facts, numbers: Numbers, published: Published) -> Iterator[str]:
    """Yield what was answered since it may be news, of units of which enough is held."""
    since = begins(facts, numbers["days"])
    for _, _, held in _holding(facts, numbers, published):
        yield from (memory.item_id for memory in held if memory.last_review_at >= since)


def look(facts: Facts, numbers: Numbers, published: Published) -> Iterator[Reason]:
    """Yield each unit of which enough is held since a day that is news, the newest first."""
    news = []
    for unit, needed, held in _holding(facts, numbers, published):
        since = (held_since(one.item_id, facts.histories.get(one.item_id, ())) for one in held)
        new = sorted(at for at in since if at and is_news(facts, at, numbers["days"]))
        lacked = needed - (len(held) - len(new))
        if lacked > 0:
            values = {"held": len(held), "count": published.asking[unit]}
            news.append(Reason("unit_holds", facts.day(new[lacked - 1]), values, unit=unit))
    yield from sorted(news, key=lambda reason: reason.day, reverse=True)[:MOST_NAMED]


def _holding(facts: Facts, numbers: Numbers, published: Published) -> Iterator[tuple[str, int, list[Memory]]]:
    """The units of which enough is held: how many items that takes, and which are."""
    perhaps = defaultdict[str, list[Memory]](list)
    for memory in facts.memories:
        if memory.item_id in published.items:
            perhaps[published.items[memory.item_id].unit].append(memory)
    for unit, memories in perhaps.items():
        needed = -(-published.asking[unit] * numbers["percent"] // 100)
        # How likely something is recalled takes a while to tell: only where it matters.
        held = [one for one in memories if is_held(one, facts.now)] if len(memories) >= needed else []
        if held and len(held) >= needed:
            yield unit, needed, held


RULE = Rule("unit_holds", Section.GOOD_NEWS, {"percent": Number(80, least=50, most=100), "days": DAYS}, look, asks_for)
