"""werkmaat report: for people and for scripts, and what somebody can do first."""

import json

import pytest

from bot.store import Store
from bot.store.tables import Consent, SkillHeld
from tests.cli.conftest import NOW, Run, write
from tests.fakes.stores import add, add_learner


@pytest.mark.usefixtures("published")
def test_the_report_is_for_people_and_for_scripts(run: Run, store: Store) -> None:
    message = write(store)
    add(store, Consent(learner_id=message.learner_id, kind="sharing", given=True, notice="2026-11", at=NOW))
    found = json.loads(run("report", "--json").stdout)[0]
    assert (found["organisation"], found["learners"][0]["messages"], found["kept_to_oneself"]) == ("Werkmaat", 1, 0)
    lines = run("report").stdout.splitlines()
    assert "Amina" in lines
    assert any("1 bericht wacht op antwoord" in line for line in lines)
    assert not any("report." in line for line in lines)


@pytest.mark.usefixtures("published")
def test_the_report_leads_with_what_somebody_can_do(run: Run, store: Store) -> None:
    amina = add_learner(store)
    for kind in ("sharing", "skills"):
        add(store, Consent(learner_id=amina.id, kind=kind, given=True, notice="test", at=NOW))
    add(store, SkillHeld(id="k1", learner_id=amina.id, skill_id="skill.building.walls", source="card", at=NOW))
    about = run("report").stdout.partition("Amina\n")[2].splitlines()
    assert about[:2] == ["  Kan al:", "    Ik kan metselen."]
    [report] = json.loads(run("report", "--json").stdout)
    assert [one["can"] for one in report["learners"]] == [["Ik kan metselen."]]
