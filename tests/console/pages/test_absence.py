"""/account/absence: somebody goes on leave, and a colleague stands in."""

import re
from html import unescape

import httpx
import pytest

from bot.store import Store, absences, audit, people
from bot.store.tables import Learner, Staff
from tests.console.desks import Console, Visitor, add_staff
from tests.fakes.course import ZONE
from tests.fakes.stores import BEGINNING, HOME
from tests.store.groups import add_client

PAGE = "/account/absence"


@pytest.fixture
def els(store: Store) -> Staff:
    add_staff(store, "omar")
    add_staff(store, "adam", "administrator")
    return add_staff(store, "els")


@pytest.fixture
def visitor(console: Console, els: Staff) -> Visitor:
    return console.visitor(els)


def read(answer: httpx.Response) -> str:
    return unescape(re.sub(r"\s+", " ", answer.text))


def kept(store: Store) -> Staff:
    return next(one for one in people.staff(store) if one.id == "els")


async def test_who_may_stand_in_is_offered(visitor: Visitor) -> None:
    page = read(await visitor.get(PAGE))
    assert re.findall(r'<option value="(\w+)"', page) == ["omar"]
    assert "You are away" not in page


async def test_the_last_day_is_still_away_and_the_stand_in_sees_the_learners(
    console: Console, visitor: Visitor, els: Staff, store: Store
) -> None:
    amina: Learner = add_client(store, els, 1)
    [omar] = [one for one in people.staff(store) if one.id == "omar"]
    page = f"/learners/{amina.id}/hand-over"
    assert (await console.visitor(omar).get(page)).status_code == 404
    answer = await visitor.send_form(PAGE, until="2026-11-20", stand_in="omar")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?told=saved")
    until = kept(store).absent_until
    assert until
    assert until.astimezone(ZONE).isoformat() == "2026-11-21T00:00:00+01:00"
    assert "You are away until" in read(await visitor.get(PAGE))
    assert (await console.visitor(omar).get(page)).status_code == 200
    assert "staff.absence_noted" in {one.what for one in audit.page(store, HOME)}


async def test_back_is_one_button_and_the_stand_in_stays_for_next_time(visitor: Visitor, store: Store) -> None:
    await visitor.send_form(PAGE, until="2026-11-20", stand_in="omar")
    await visitor.send_form(PAGE, stand_in="omar")
    assert not absences.is_away(kept(store), BEGINNING)
    assert kept(store).stand_in_id == "omar"


@pytest.mark.parametrize("form", [{"until": "2020-01-01"}, {"until": "soon"}, {"until": "2026-11-20", "stand_in": "x"}])
async def test_what_cannot_be_is_refused(visitor: Visitor, store: Store, form: dict[str, str]) -> None:
    assert (await visitor.send_form(PAGE, **form)).status_code == 422
    assert kept(store).absent_until is None
