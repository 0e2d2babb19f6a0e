"""How simulated learners forget: what no scheduler gets to see.

The numbers were fitted to a public py-fsrs review log (12,580 answers of one person, maximum likelihood) and rounded.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp
from random import Random
from typing import ClassVar

DAY = timedelta(days=1)

SHORTEST = 0.05
"""Days: nothing is forgotten faster."""


@dataclass
class Mind(ABC):
    """One item in one learner's memory.

    Args:
        ease: how much longer than usual it lasts at first and how much faster that grows; 1 is the usual.
        knows: the chance that it is known when it is met for the first time.
        random: decides the answers.
    """

    missed_first: ClassVar[float]
    """How many days it lasts when it was not known at first. What lasting means, the kind of forgetting says."""
    known_first: ClassVar[float]
    """How many when it was."""
    gain: ClassVar[float]
    """A success makes it last longer by this, times the chance that it would have been forgotten."""
    kept: ClassVar[float]
    """A miss makes it last this much of what it did."""
    items_differ: ClassVar[float]
    """Standard deviation of the logarithm of the ease."""

    ease: float
    knows: float
    random: Random
    lasts: float = 0.0
    _at: datetime | None = None

    def answer(self, now: datetime) -> bool:
        """Answer; then the right answer is shown. Returns whether it was answered rightly."""
        recalled = self.random.random() < self.chance(now)
        self.lasts = max(SHORTEST, self._lasts(recalled, self.chance(now)))
        self._at = now
        return self._says(recalled)

    def chance(self, now: datetime) -> float:
        """The chance that it is recalled, without guessing."""
        return self.knows if self._at is None else self._left((now - self._at) / DAY)

    @abstractmethod
    def _left(self, days: float) -> float:
        """What is left so many days after it was last seen, 0 to 1."""

    def _says(self, recalled: bool) -> bool:
        return recalled

    def _lasts(self, recalled: bool, chance: float) -> float:
        if self._at is None:
            return self.ease * (self.known_first if recalled else self.missed_first)
        return self.lasts * (1 + self.ease * self.gain * (1 - chance) if recalled else self.kept)


class HalfLife(Mind):
    """Forgets by halves: it lasts a half-life. The answer shows what is known."""

    missed_first, known_first, gain, kept, items_differ = 2.7, 33.0, 8.2, 0.92, 0.56

    def _left(self, days: float) -> float:
        return float(0.5 ** (days / self.lasts))


class PowerLaw(Mind):
    """Forgets fast and then ever slower; slips, guesses, and learns unevenly: FSRS expects none of the three."""

    missed_first, known_first, gain, kept, items_differ = 1.4, 13.8, 9.1, 0.75, 0.33

    slip, guess, uneven = 0.05, 0.25, 0.3

    def _left(self, days: float) -> float:
        return float((1 + days / self.lasts) ** -0.5)

    def _says(self, recalled: bool) -> bool:
        return self.random.random() >= self.slip if recalled else self.random.random() < self.guess

    def _lasts(self, recalled: bool, chance: float) -> float:
        return super()._lasts(recalled, chance) * exp(self.random.gauss(0, self.uneven))
