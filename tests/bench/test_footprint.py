"""Memory as Linux tells it."""

import os
import sys

import pytest

from bench.footprint.memory import MIB, Taken, command, parse, taken

ROLLUP = """55d0c0000000-7ffd00000000 ---p 00000000 00:00 0                          [rollup]
Rss:              704512 kB
Pss:              517120 kB
Pss_Dirty:        400000 kB
SwapPss:               0 kB
"""


def test_a_rollup_tells_what_is_resident_and_the_own_share() -> None:
    assert parse(ROLLUP) == Taken(resident=688 * MIB, own=505 * MIB)


def test_memory_adds_up() -> None:
    assert Taken(1, 2) + Taken(3, 4) == Taken(4, 6)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")
def test_this_process_takes_memory() -> None:
    found = taken(os.getpid())
    assert found.resident >= found.own > 0
    assert any("py" in word for word in command(os.getpid()))
