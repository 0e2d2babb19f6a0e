"""gone_quiet: silent for longer than is usual for this learner, and not in a pause."""

from collections.abc import Iterator

from bot.learning.attention._rule import Facts, Number, Numbers, Published, Reason, Rule, Section
from bot.learning.quiet import FEWEST_DAYS, TIMES_OWN_GAP, Silence, silence


def look(facts: Facts, numbers: Numbers, published: Published) -> Iterator[Reason]:
    """Yield the silence, for as many weeks as the rule has; of whom nothing can be sent to, another rule tells."""
    if facts.blocked_at:
        return
    found = silence(
        facts.practised,
        facts.day(facts.now),
        paused=facts.paused,
        resumed=facts.resumed,
        fewest_days=numbers["silence"],
        times=numbers["times"],
    )
    if found and found.days <= 7 * numbers["weeks"]:
        yield Reason("gone_quiet", found.since, {"count": found.days, **_usual(found)}, form=_form(found))


def _usual(found: Silence) -> dict[str, int]:
    return {"usual": round(found.usual)} if found.usual else {}


def _form(found: Silence) -> str | None:
    """Words of their own for who practised once, and for who does so every day."""
    if found.usual is None:
        return "once"
    return "daily" if round(found.usual) == 1 else None


RULE = Rule(
    "gone_quiet",
    Section.QUIET,
    {
        "silence": Number(FEWEST_DAYS, least=3, most=60),
        "times": Number(TIMES_OWN_GAP, least=2, most=10),
        "weeks": Number(8, least=2, most=12),
    },
    look,
)
