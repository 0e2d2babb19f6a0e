"""The statistics of the quality numbers: shares and correlations with what they may be by chance, and medians."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import atanh, sqrt, tanh

from bot.learning.quality.sums import begin_of

Z = 1.96
"""Of the normal distribution: 95 in 100 lie within so many standard deviations."""


@dataclass(frozen=True)
class Share:
    """So many of a whole, which is not empty."""

    count: int
    whole: int

    @property
    def value(self) -> float:
        """The share, from 0 to 1."""
        return self.count / self.whole

    @property
    def low(self) -> float:
        """The least that it may be of all learners who will ever come."""
        return max(0.0, self._middle - self._half)

    @property
    def high(self) -> float:
        """The most that it may be.

        Wilson's score interval, which holds for few answers too: E. B. Wilson, "Probable inference, the law of
        succession, and statistical inference", Journal of the American Statistical Association 22 (1927).
        """
        return min(1.0, self._middle + self._half)

    @property
    def _shrunk(self) -> float:
        return 1 + Z**2 / self.whole

    @property
    def _middle(self) -> float:
        return (self.value + Z**2 / (2 * self.whole)) / self._shrunk

    @property
    def _half(self) -> float:
        spread = self.value * (1 - self.value) / self.whole + Z**2 / (4 * self.whole**2)
        return Z * sqrt(spread) / self._shrunk


@dataclass(frozen=True)
class Correlation:
    """A correlation of so many pairs, from -1 to 1."""

    value: float
    pairs: int

    @property
    def high(self) -> float:
        """The most that it may be, by Fisher's transformation.

        R. A. Fisher, "On the probable error of a coefficient of correlation", Metron 1 (1921).
        """
        within = max(-0.999999, min(self.value, 0.999999))
        return tanh(atanh(within) + Z / sqrt(self.pairs - 3))


def point_biserial(number: int, right: int, rest: int, squares: int, products: int) -> Correlation | None:
    """The correlation of being right (0 or 1) with the part that was right of other items.

    The item itself is not in the rest, which would make the two alike: Sten Henrysson, "Correction of item-total
    correlations in item analysis", Psychometrika 28 (1963).

    Args:
        number: of pairs.
        right: how many of them were right.
        rest: the sum of the others' parts.
        squares: the sum of their squares.
        products: the sum of the parts of those who were right.

    Returns:
        None for three pairs or fewer, and when all were right, or none, or all have the same rest.
    """
    spread = (number * right - right**2) * (number * squares - rest**2)
    if number <= 3 or spread <= 0:
        return None
    return Correlation((number * products - right * rest) / sqrt(spread), number)


def median(steps: Mapping[int, int]) -> float | None:
    """The median, in seconds, of times that were sorted into steps; within a step they count as evenly spread.

    None when there are none.
    """
    half, before = sum(steps.values()) / 2, 0
    for step in sorted(steps):
        if before + steps[step] >= half > 0:
            return begin_of(step + (half - before) / steps[step])
        before += steps[step]
    return None
