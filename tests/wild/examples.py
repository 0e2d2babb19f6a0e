"""How many examples a property gets: few and always the same, or many and always other ones."""

import os

from hypothesis import HealthCheck, Phase, settings

TIMES = int(os.environ.get("WERKMAAT_WILD", "1"))
"""A night run: ``WERKMAAT_WILD=100 pytest tests/wild`` tries a hundred times as much, and other things every time."""


def examples(count: int) -> settings:
    """Settings for a property. A whole bot answers each example: no deadline is fair to that."""
    return settings(
        max_examples=count * TIMES,
        deadline=None,
        derandomize=TIMES == 1,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
