"""A process that gives way stands behind others, within its session and between sessions."""

import subprocess
import sys

import pytest

from bot.wiring.giving_way import AUTOGROUP, NICE

TELL = """
import os
from bot.wiring.giving_way import AUTOGROUP, give_way
give_way()
print(os.nice(0), AUTOGROUP.read_text() if AUTOGROUP.exists() else "")
"""


@pytest.mark.parametrize("leads", [True, False])
def test_it_stands_behind_others(leads: bool) -> None:
    told = subprocess.run(
        [sys.executable, "-c", TELL], start_new_session=leads, capture_output=True, text=True, check=True
    )
    nice, _, session = told.stdout.strip().partition(" ")
    assert int(nice) == NICE
    if AUTOGROUP.exists():
        assert session.endswith(f"nice {NICE}") == leads
