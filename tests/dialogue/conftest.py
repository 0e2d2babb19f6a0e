from collections.abc import Iterator
from typing import Any

import pytest

from tests.fakes.brain import Played, recorded


@pytest.fixture
def played(brain: Any) -> Iterator[Played]:
    """What the rules chose."""
    with recorded(brain) as actions:
        yield actions
