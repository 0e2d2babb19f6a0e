"""The team: roles, absence, handing learners over, access."""

from datetime import timedelta

import pytest

from bot.store import Store, caseloads, staffing
from bot.store.tables import Caseload, Staff
from tests.console.desks import Console, add_staff
from tests.fakes.stores import BEGINNING, add, add_learner


@pytest.fixture
def administrator(console: Console) -> Staff:
    return add_staff(console.store, "ada", "administrator")


def kept(store: Store, staff_id: str) -> Staff:
    found = staffing.member(store, "home", staff_id)
    assert found is not None
    return found


async def test_the_team_is_listed_with_its_learners_and_who_is_away(console: Console, administrator: Staff) -> None:
    add_staff(console.store, "lien", absent_until=BEGINNING + timedelta(days=3))
    add(
        console.store,
        Staff(id="x", organisation_id="home", name="<b>Karim</b>", email="k@x.be", role="lead", created_at=BEGINNING),
    )
    add_learner(console.store)
    add(console.store, Caseload(staff_id="lien", learner_id="learner1001", since=BEGINNING))
    words = (await console.visitor(administrator).get("/staff")).text
    assert "Lien" in words
    assert "away until Nov 4" in words
    assert "&lt;b&gt;Karim" in words
    assert "<b>Karim" not in words


async def test_a_stand_in_sees_the_learners_until_the_colleague_is_back(console: Console, administrator: Staff) -> None:
    add_staff(console.store, "lien")
    karim = add_staff(console.store, "karim")
    learner = add_learner(console.store)
    add(console.store, Caseload(staff_id="lien", learner_id=learner.id, since=BEGINNING))
    assert caseloads.learner(console.store, karim, learner.id, console.now) is None
    answer = await console.visitor(administrator).send_form("/staff/lien/absence", until="2026-11-10", stand_in="karim")
    assert answer.headers["location"] == "/staff/lien?told=saved"
    assert caseloads.learner(console.store, karim, learner.id, console.now) is not None
    assert caseloads.learner(console.store, karim, learner.id, BEGINNING + timedelta(days=10)) is None
    await console.visitor(administrator).send_form("/staff/lien/absence")
    assert caseloads.learner(console.store, karim, learner.id, console.now) is None


@pytest.mark.parametrize(
    "form",
    [
        {"until": "2026-10-01", "stand_in": ""},
        {"until": "soon", "stand_in": ""},
        {"until": "2026-12-01", "stand_in": "lien"},
        {"until": "2026-12-01", "stand_in": "nobody"},
    ],
)
async def test_an_absence_that_cannot_be_is_refused(
    form: dict[str, str], console: Console, administrator: Staff
) -> None:
    add_staff(console.store, "lien")
    answer = await console.visitor(administrator).send_form("/staff/lien/absence", **form)
    assert answer.status_code == 422
    assert kept(console.store, "lien").absent_until is None


async def test_all_learners_go_to_a_colleague(console: Console, administrator: Staff) -> None:
    add_staff(console.store, "lien")
    karim = add_staff(console.store, "karim")
    for number in (1001, 1002):
        add_learner(console.store, number)
        add(console.store, Caseload(staff_id="lien", learner_id=f"learner{number}", since=BEGINNING))
    answer = await console.visitor(administrator).send_form("/staff/lien/learners", to="karim")
    assert answer.headers["location"] == "/staff/lien?told=handed_over"
    assert staffing.caseload_sizes(console.store, "home") == {"karim": 2}
    assert caseloads.learner(console.store, karim, "learner1002", console.now) is not None


async def test_roles_change_but_for_ones_own(console: Console, administrator: Staff) -> None:
    add_staff(console.store, "lien")
    visitor = console.visitor(administrator)
    assert (await visitor.send_form("/staff/lien", role="lead", team="")).status_code == 303
    assert kept(console.store, "lien").role == "lead"
    assert (await visitor.send_form("/staff/ada", role="lead", team="")).status_code == 422
    assert (await visitor.send_form("/staff/lien", role="king", team="")).status_code == 422
    assert kept(console.store, "ada").role == "administrator"


@pytest.mark.parametrize("role", ["coordinator", "administrator"])
async def test_who_has_learners_hands_them_over_before_getting_a_role_without_them(
    console: Console, administrator: Staff, role: str
) -> None:
    add_staff(console.store, "lien")
    add_staff(console.store, "karim")
    add_learner(console.store)
    add(console.store, Caseload(staff_id="lien", learner_id="learner1001", since=BEGINNING))
    visitor = console.visitor(administrator)
    answer = await visitor.send_form("/staff/lien", role=role, team="")
    assert (answer.status_code, kept(console.store, "lien").role) == (422, "counsellor")
    assert "Hand the learners over first" in answer.text
    assert (await visitor.send_form("/staff/lien", role="lead", team="")).status_code == 303
    await visitor.send_form("/staff/lien/learners", to="karim")
    assert (await visitor.send_form("/staff/lien", role=role, team="")).status_code == 303


async def test_whoever_has_learners_can_hand_them_over_in_any_role(console: Console, administrator: Staff) -> None:
    add_staff(console.store, "karim")
    visitor = console.visitor(administrator)
    add_staff(console.store, "cor", "coordinator")
    assert 'action="/staff/cor/learners"' not in (await visitor.get("/staff/cor")).text
    add_learner(console.store)
    add(console.store, Caseload(staff_id="cor", learner_id="learner1001", since=BEGINNING))
    assert 'action="/staff/cor/learners"' in (await visitor.get("/staff/cor")).text


async def test_access_is_taken_and_given_back_but_for_ones_own(console: Console, administrator: Staff) -> None:
    lien = add_staff(console.store, "lien")
    inside, visitor = console.visitor(lien), console.visitor(administrator)
    await visitor.send_form("/staff/lien/disable")
    assert (await inside.get("/account")).headers["location"] == "/login?next=/account"
    await visitor.send_form("/staff/lien/enable")
    assert kept(console.store, "lien").disabled_at is None
    assert (await visitor.send_form("/staff/ada/disable")).status_code == 422
    assert kept(console.store, "ada").disabled_at is None


async def test_a_team_has_a_name_of_its_own(console: Console, administrator: Staff) -> None:
    visitor = console.visitor(administrator)
    assert [(await visitor.send_form("/teams", name=name)).status_code for name in ("Noord", "Noord", "")] == [
        303,
        422,
        422,
    ]
    assert [team.name for team in staffing.teams(console.store, "home")] == ["Noord"]


async def test_the_audit_can_be_read_by_person_and_cannot_be_changed(console: Console, administrator: Staff) -> None:
    add_staff(console.store, "lien")
    visitor = console.visitor(administrator)
    await visitor.send_form("/staff/lien", role="lead", team="")
    words = (await visitor.get("/audit?about=lien")).text
    assert "Changed a role or team" in words
    assert "Looked at the team" not in words
    assert "Nothing is noted here" in (await visitor.get("/audit?by=nobody&before=x")).text


async def test_the_status_says_what_to_do(console: Console, administrator: Staff) -> None:
    words = (await console.visitor(administrator).get("/status")).text
    assert "WERKMAAT_STAFFED_HOURS" in words
    assert "WERKMAAT_SMTP_URL" not in words
