"""Which days of the week a text names."""

from collections.abc import Sequence

from bot.dialogue.naming.phrases import Found, Phrases

A_WEEK = 7


def named_days(words: Sequence[str], days: Phrases[str], to: Phrases[bool]) -> str:
    """Return the weekdays in a text as digits in order, Monday is 0; empty when it names none.

    Args:
        words: the text.
        days: names of days and groups of days.
        to: what stands between the first and the last of several days.
    """
    named: set[str] = set()
    before: Found[str] | None = None
    for found in days.every(words):
        named |= set(found.value)
        if before and _is_range(before, found, words, to):
            named |= set(_from_to(before.value, found.value))
        before = found
    return "".join(sorted(named))


def spread(often: int) -> str:
    """So many days of a week, with rest between them where there is room; empty when no week has so many."""
    return {1: "2", 2: "13", 3: "024", 4: "0134", 5: "01234", 6: "012345", 7: "0123456"}.get(often, "")


def _is_range(first: Found[str], last: Found[str], words: Sequence[str], to: Phrases[bool]) -> bool:
    between = to.at(words, first.end) if first.end < len(words) else None
    return between is not None and between.end == last.start and len(first.value) == len(last.value) == 1


def _from_to(first: str, last: str) -> str:
    length = (int(last) - int(first)) % A_WEEK
    return "".join(str((int(first) + step) % A_WEEK) for step in range(length + 1))
