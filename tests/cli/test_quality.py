"""werkmaat content quality: counts, and lists the exercises that stand out."""

import json

import pytest

from bot.learning.items import Grade
from bot.store import Store
from tests.cli.conftest import Run
from tests.fakes.met import HELMET, helmets


@pytest.mark.usefixtures("published")
def test_exercises_that_stand_out(run: Run, store: Store) -> None:
    nothing = run("content", "quality")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    helmets(store, [Grade.WRONG] * 20)
    [line] = run("content", "quality").stdout.splitlines()
    assert line.startswith(f"{HELMET}  “Ik bescherm mijn handen” wordt vaker aangetikt")
    for words in (["--json"], ["--json", "--anew"]):
        [one] = json.loads(run("content", "quality", *words).stdout)
        assert (one["item"], one["people"], one["reasons"]) == (HELMET, 20, ["lure", "hard"])
