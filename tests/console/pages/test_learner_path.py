"""What a counsellor can do on a learner's page: done, told to the learner, and noted."""

import pytest

from bot.journeys import consent
from bot.store import assigning, learners
from bot.store.tables import AssignedUnit
from tests.console.desks import Console, add_staff
from tests.console.pages.learners import ALL, noted, open_console, read
from tests.fakes.portraits import DAY, NOW
from tests.fakes.stores import add, outbox_rows

ACTS: list[tuple[str, dict[str, str], str, str]] = [
    ("units", {"unit": "shared.sick"}, "unit_assigned", "path.assigned"),
    ("target", {"job": "job.construction.painter"}, "target_set", "path.target_by_staff"),
    ("pause", {"length": "week"}, "paused", "pause.by_staff"),
    ("placement", {}, "placement_offered", "placement.by_staff"),
    ("export", {}, "export_asked", "export_sharing.asked_by"),
]


@pytest.mark.parametrize(("path", "form", "told", "message"), ACTS)
async def test_it_is_done_told_and_noted(
    path: str, form: dict[str, str], told: str, message: str, console: Console
) -> None:
    els, amina = open_console(console, *ALL)
    visitor = console.visitor(els)
    answer = await visitor.send_form(f"/learners/{amina.id}/{path}", None, **form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/learners/{amina.id}?told={told}")
    [row] = outbox_rows(console.store)
    assert row.learner_id == amina.id
    assert message in str(row.payload)
    assert noted(console.store) == [(f"learner.{told}", amina.id)]
    assert 'role="status"' in (await visitor.get(answer.headers["location"])).text


async def test_a_unit_is_chosen_and_taken_back(console: Console) -> None:
    els, amina = open_console(console, *ALL)
    visitor = console.visitor(els)
    await visitor.send_form(f"/learners/{amina.id}/units", None, unit="shared.sick")
    assert "shared.sick" in {one.unit_id for one in assigning.of(console.store, amina.id)}
    await visitor.send_form(f"/learners/{amina.id}/units/back", None, unit="shared.sick")
    assert "shared.sick" not in {one.unit_id for one in assigning.of(console.store, amina.id)}
    assert len(outbox_rows(console.store)) == 1
    assert noted(console.store)[-1] == ("learner.unit_taken_back", amina.id)


async def test_a_pause_is_set_shown_and_ended(console: Console) -> None:
    els, amina = open_console(console, *ALL)
    visitor = console.visitor(els)
    await visitor.send_form(f"/learners/{amina.id}/pause", None, length="month")
    assert "until Dec 25" in read(await visitor.get(f"/learners/{amina.id}"))
    answer = await visitor.send_form(f"/learners/{amina.id}/pause/end")
    assert answer.headers["location"].endswith("told=pause_ended")
    kept = learners.by_id(console.store, amina.id)
    assert kept
    assert kept.paused_until is None


async def test_a_pause_without_an_end_is_told_as_such(console: Console) -> None:
    els, amina = open_console(console, *ALL)
    visitor = console.visitor(els)
    await visitor.send_form(f"/learners/{amina.id}/pause", None, length="open")
    assert "until the learner comes back" in read(await visitor.get(f"/learners/{amina.id}"))


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("units", {"unit": "no.such.unit"}),
        ("units", {}),
        ("target", {"job": "no.such.job"}),
        ("pause", {"length": "for ever"}),
    ],
)
async def test_what_is_not_on_offer_is_refused(path: str, form: dict[str, str], console: Console) -> None:
    els, amina = open_console(console, *ALL)
    answer = await console.visitor(els).send_form(f"/learners/{amina.id}/{path}", None, **form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert outbox_rows(console.store) == []
    assert noted(console.store) == []


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("units", {"unit": "shared.phone"}),
        ("units/back", {"unit": "shared.sick"}),
        ("target", {"job": "job.construction.roofer"}),
        ("pause/end", {}),
    ],
)
async def test_what_is_so_already_changes_nothing(path: str, form: dict[str, str], console: Console) -> None:
    els, amina = open_console(console, *ALL)
    answer = await console.visitor(els).send_form(f"/learners/{amina.id}/{path}", None, **form)
    assert answer.headers["location"].endswith("told=nothing_changed")
    assert outbox_rows(console.store) == []


async def test_export_is_asked_once(console: Console) -> None:
    els, amina = open_console(console, *ALL)
    visitor = console.visitor(els)
    action = f'action="/learners/{amina.id}/export"'
    assert action in (await visitor.get(f"/learners/{amina.id}")).text
    for _ in range(2):
        await visitor.send_form(f"/learners/{amina.id}/export")
    assert len(outbox_rows(console.store)) == 1
    assert action not in (await visitor.get(f"/learners/{amina.id}")).text


SHOWN = {"units": True, "words": True, "target": False, "pause": False, "placement": False, "export": False}
"""What can be done, and whether also for who keeps their practice to themselves."""


@pytest.mark.parametrize("path", SHOWN)
async def test_nothing_is_offered_that_would_change_what_is_not_seen(path: str, console: Console) -> None:
    els, amina = open_console(console)
    page = (await console.visitor(els).get(f"/learners/{amina.id}")).text
    assert (f'action="/learners/{amina.id}/{path}"' in page) is SHOWN[path]


@pytest.mark.parametrize(
    ("path", "form"), [(path, form) for path, form, _, _ in ACTS if path in ("target", "pause", "placement")]
)
async def test_nor_can_it_be_done_by_hand(path: str, form: dict[str, str], console: Console) -> None:
    els, amina = open_console(console, consent.SKILLS)
    answer = await console.visitor(els).send_form(f"/learners/{amina.id}/{path}", None, **form)
    assert answer.status_code == 403
    assert outbox_rows(console.store) == []
    kept = learners.by_id(console.store, amina.id)
    assert kept
    assert (kept.target_job, kept.paused_until) == (amina.target_job, None)


async def test_what_a_stand_in_chose_carries_their_name(console: Console) -> None:
    _, amina = open_console(console, consent.SHARING)
    lead = add_staff(console.store, "omar", "lead")
    add(console.store, AssignedUnit(learner_id=amina.id, unit_id="shared.sick", staff_id="omar", at=NOW - 2 * DAY))
    page = read(await console.visitor(lead).get(f"/learners/{amina.id}"))
    assert "Omar, Nov 23" in page
    assert "Els, Nov 17" in page
