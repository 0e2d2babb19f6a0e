"""werkmaat report --anonymous: numbers of months that are over, for people and for scripts."""

import json
from datetime import timedelta

import pytest

from bot.store import Store
from bot.store.tables import StepTaken
from tests.cli.conftest import NOW, Run
from tests.fakes.stores import add
from tests.store.tallies.rows import learner

LAST_MONTH = NOW.replace(day=1) - timedelta(days=1)
MONTH = f"{LAST_MONTH:%Y-%m}"


@pytest.mark.usefixtures("published")
def test_numbers_of_five_people_are_told_and_others_are_not(run: Run, store: Store) -> None:
    for number in range(6):
        who = learner(store, number, enrolled_at=NOW - timedelta(days=400))
        kinds = ["work"] + (["training"] if number < 4 else [])
        for kind in kinds:
            add(store, StepTaken(id=f"{number}{kind}", learner_id=who.id, kind=kind, day=LAST_MONTH.date()))
    [found] = json.loads(run("report", "--anonymous", "--from", MONTH, "--to", MONTH, "--json").stdout)
    assert (found["organisation"], found["from"], found["to"]) == ("Werkmaat", MONTH, MONTH)
    assert [number for _, number in found["tables"]["steps"]] == [6, None, None, None]
    assert found["tables"]["languages"] == []
    lines = run("report", "--anonymous").stdout.splitlines()
    assert lines[0].startswith("Werkmaat, ")
    assert "  🛠 Ik heb werk: 6" in lines
    assert "  🎓 Ik volg een opleiding: te weinig mensen" in lines
    assert not any("console." in line for line in lines)


@pytest.mark.usefixtures("published")
def test_a_month_that_is_not_over_is_refused(run: Run) -> None:
    result = run("report", "--anonymous", "--from", f"{NOW:%Y-%m}", "--to", f"{NOW:%Y-%m}")
    assert result.exit_code == 1
    assert "--from 2026-01" in result.output
