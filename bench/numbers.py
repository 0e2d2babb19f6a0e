"""What is made of many measurements."""

from collections.abc import Sequence
from math import ceil


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that ``share`` (0 to 1) of them do not exceed. Raises ValueError without values."""
    if not values:
        raise ValueError("A percentile needs values")
    return sorted(values)[max(ceil(share * len(values)), 1) - 1]
