"""Pages on paper for who is new."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.console.pages.enrol import MOST
from bot.store import Store, audit
from bot.store.tables import Invitation, Staff
from tests.console.desks import Console, add_staff
from tests.fakes.papers import bare, texts
from tests.fakes.stores import HOME
from tests.store.groups import add_team

ROWS: dict[str, Any] = {
    "language": ["ar", "", "so", "ti"],
    "sector": ["construction", "care", "", ""],
    "script": ["own", "own", "latin", "none"],
}


@pytest.fixture
def els(store: Store) -> Staff:
    return add_staff(store, "els")


def invitations(store: Store) -> dict[str | None, Invitation]:
    """What was made, by language."""
    with store.reading() as session:
        return {one.language: one for one in session.scalars(select(Invitation))}


async def test_each_row_is_an_invitation_and_a_page(console: Console, els: Staff) -> None:
    answer = await console.visitor(els).send_form("/enrol", **ROWS)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    made = invitations(console.store)
    known = {one.language: (one.sector, one.script, one.staff_id) for one in made.values()}
    assert known == {
        "ar": ("construction", "own", "els"),
        "so": (None, "latin", "els"),
        "ti": (None, "none", "els"),
    }
    pages = texts(answer.content)
    assert [f"t.me/werkmaat_bot?start={made[code].code}" in page for code, page in zip(made, pages, strict=True)] == [
        True,
        True,
        True,
    ]


async def test_each_page_opens_with_another_question(console: Console, els: Staff) -> None:
    same = {"language": ["nl"] * 3, "sector": [""] * 3, "script": ["own"] * 3}
    first, second, third = texts((await console.visitor(els).send_form("/enrol", **same)).content)
    asked = "Wat deed je vroeger waar je goed in bent?"
    assert [bare(asked) in page for page in (first, second, third)] == [True, False, False]


async def test_twenty_are_made_at_once_and_the_audit_knows_how_many(console: Console, els: Staff) -> None:
    many = {"language": ["fa", "en"] * 10, "sector": [""] * MOST, "script": ["own"] * MOST}
    answer = await console.visitor(els).send_form("/enrol", **many)
    assert len(texts(answer.content)) == MOST
    [noted] = audit.page(console.store, HOME)
    assert (noted.what, noted.detail) == ("learners.invited", {"pages": MOST, "member": "els"})


async def test_the_form_has_room_for_twenty_and_asks_no_name(console: Console, els: Staff) -> None:
    page = (await console.visitor(els).get("/enrol")).text
    assert page.count('<select name="language"') == MOST
    assert "Arabic · العربية" in page
    assert "<input" not in page.replace('<input type="hidden"', "")
    assert 'name="counsellor"' not in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": ["xx"], "sector": [""], "script": ["own"]},
        {"language": ["ar"], "sector": ["xx"], "script": ["own"]},
        {"language": ["ar"], "sector": [""], "script": ["xx"]},
        {"language": ["ar", "so"], "sector": [""], "script": ["own"]},
        {"language": ["ar"] * 21, "sector": [""] * 21, "script": ["own"] * 21},
    ],
)
async def test_what_the_form_does_not_offer_makes_nothing(console: Console, els: Staff, wrong: dict[str, Any]) -> None:
    assert (await console.visitor(els).send_form("/enrol", **wrong)).status_code == 400
    assert invitations(console.store) == {}


async def test_nobody_is_no_page(console: Console, els: Staff) -> None:
    answer = await console.visitor(els).send_form("/enrol", language="", sector="", script="own")
    assert answer.status_code == 422
    assert "Choose a language" in answer.text


async def test_without_telegram_nothing_is_made_and_the_form_keeps_what_it_says(console: Console, els: Staff) -> None:
    console.bot_name = None
    answer = await console.visitor(els).send_form("/enrol", **ROWS)
    assert answer.status_code == 422
    assert '<option value="ti" selected>' in answer.text
    assert invitations(console.store) == {}


async def test_a_lead_chooses_a_counsellor_of_the_team(console: Console, els: Staff) -> None:
    store = console.store
    add_team(store, "north")
    lead = add_staff(store, "lead", "lead", team_id="north")
    nour = add_staff(store, "nour", team_id="north")
    page = (await console.visitor(lead).get("/enrol")).text
    assert '<option value="nour">' in page
    assert '<option value="els">' not in page
    one = {"language": "ar", "sector": "", "script": "own"}
    assert (await console.visitor(lead).send_form("/enrol", **one, counsellor=nour.id)).status_code == 200
    assert invitations(store)["ar"].staff_id == "nour"


@pytest.mark.parametrize("whose", ["nour", "nobody", "admin"])
async def test_nobody_makes_pages_for_somebody_elses_caseload(console: Console, els: Staff, whose: str) -> None:
    add_staff(console.store, "nour")
    add_staff(console.store, "admin", "administrator")
    one = {"language": "ar", "sector": "", "script": "own", "counsellor": whose}
    assert (await console.visitor(els).send_form("/enrol", **one)).status_code == 404
    assert invitations(console.store) == {}
