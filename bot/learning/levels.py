"""The levels of the course, lowest first (CEFR, with the step before A1)."""

from collections.abc import Collection

LEVELS = ("pre-A1", "A1", "A2", "B1")


def levels_from(level: str) -> tuple[str, ...]:
    """Return a level and those above it.

    Raises:
        ValueError: it is none of LEVELS.
    """
    if level not in LEVELS:
        raise ValueError(f"level {level!r} is not known: use one of {', '.join(LEVELS)}")
    return LEVELS[LEVELS.index(level) :]


def highest(level: str, there: Collection[str]) -> str:
    """Return the highest level that is not above this one and is among those there; else this one."""
    reached = LEVELS[: LEVELS.index(level) + 1]
    return next((name for name in reversed(reached) if name in there), level)


def above(level: str) -> str:
    """Return the next level; the highest stays."""
    return LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)]


def below(level: str) -> str:
    """Return the level before; the lowest stays."""
    return LEVELS[max(LEVELS.index(level) - 1, 0)]
