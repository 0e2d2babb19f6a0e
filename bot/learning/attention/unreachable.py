"""unreachable: nothing can be sent to them: the chat was blocked, or the account is gone. Say it another way."""

from collections.abc import Iterator

from bot.learning.attention._rule import Facts, Number, Numbers, Published, Reason, Rule, Section


def look(facts: Facts, numbers: Numbers, published: Published) -> Iterator[Reason]:
    """Yield since when, for as many weeks as the rule has; what is still to come is no reason."""
    if facts.blocked_at and 0 <= facts.days_ago(facts.day(facts.blocked_at)) <= 7 * numbers["weeks"]:
        yield Reason("unreachable", facts.day(facts.blocked_at))


RULE = Rule("unreachable", Section.QUIET, {"weeks": Number(4, least=2, most=12)}, look)
