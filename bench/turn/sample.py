"""Times of turns, and the numbers that a table shows of them."""

from collections.abc import Sequence
from statistics import median

from bench.numbers import percentile


def ms(seconds: float) -> str:
    """A time as a table shows it, in milliseconds."""
    return f"{seconds * 1000:.1f}"


def middle(times: Sequence[float]) -> str:
    """The median of times, in milliseconds."""
    return ms(median(times))


def slow(times: Sequence[float]) -> str:
    """What 95 of 100 times stay below, in milliseconds."""
    return ms(percentile(times, 0.95))


def ratio(times: Sequence[float], other: Sequence[float]) -> str:
    """The median of times as a part of the median of other times."""
    return f"{median(times) / median(other):.3f}"
