"""What was named in free text is set at once, and said: a wrong reading costs one tap."""

from bot.journeys.reply import Button, Rows, button

OR = "|"
"""Stands between what may have been meant."""

Options = tuple[str, ...]


def options(value: str | None) -> Options:
    """What an entity may mean, each possibility once; none when nothing was named."""
    return tuple(dict.fromkeys(value.split(OR))) if value else ()


def ways_back(journey: str, ref: str, undo: str) -> Rows:
    """Below what was set: to choose something else, and to have it as it was; ``undo`` is that choice."""
    change: Button = button("named.button.change", journey, ref, "ask")
    return ((change, button("named.button.undo", journey, ref, undo)),)
