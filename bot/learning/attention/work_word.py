"""work_word: a word from the own work was sent. How many, not which: whoever reads them is not told whose they are."""

from collections.abc import Iterator

from bot.learning.attention._news import DAYS, is_news
from bot.learning.attention._rule import Facts, Numbers, Published, Reason, Rule, Section


def look(facts: Facts, numbers: Numbers, published: Published) -> Iterator[Reason]:
    """Yield how many, and the day of the newest."""
    sent = [at for at in facts.words_sent if is_news(facts, at, numbers["days"])]
    if sent:
        yield Reason("work_word", facts.day(max(sent)), {"count": len(sent)})


RULE = Rule("work_word", Section.GOOD_NEWS, {"days": DAYS}, look)
