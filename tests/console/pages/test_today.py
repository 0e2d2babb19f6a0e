"""The page of today: what stands there for whom, what is done about a call, and what is never there."""

from typing import Any

import httpx
import pytest

from bot.store import alerts, audit
from bot.store.tables import Alert, Organisation, Staff
from tests.console.desks import Console, add_staff
from tests.console.pages.learners import noted, read
from tests.fakes.stores import HOME, add, outbox_rows
from tests.fakes.watched import ANSWER, DAY, HARD, WRITTEN, Watched, add_watched

ITEM = "construction.site.foreman"


@pytest.fixture
def lien(console: Console) -> Staff:
    return add_staff(console.store, "lien")


@pytest.fixture
def amina(console: Console, lien: Staff) -> Watched:
    return add_watched(console.store, lien, console.now, name="<b>Amina</b>")


async def page(console: Console, member: Staff, query: str = "") -> str:
    answer = await console.visitor(member).get(f"/today{query}")
    assert answer.status_code == 200
    return read(answer)


def calls(amina: Watched, **changes: Any) -> None:
    values = {"flag": "violence", "shows": "call", "at": amina.now, **changes}
    add(amina.store, Alert(id="a1", learner_id=amina.id, **values))


async def test_without_anything_the_page_is_kind(console: Console, lien: Staff) -> None:
    assert "Nobody is waiting for you." in await page(console, lien)


async def test_every_section_names_the_learner_and_says_why(console: Console, lien: Staff, amina: Watched) -> None:
    amina.agrees().learns(ITEM, HARD).writes(1)
    add_watched(console.store, lien, console.now, 1002, name="Bilal").agrees().practises(ITEM, 9, 10, 11)
    calls(amina)
    found = on_one_line(await console.visitor(lien).get("/today"))
    assert "&lt;b&gt;Amina&lt;/b&gt;" in found
    assert "<b>Amina" not in found
    for there in (
        "Asks for a call",
        "1 message without an answer",
        "“de ploegbaas” was hard (missed 2 times or more)",
        "Silent for 9 days; usually this learner practises every day.",
        f'href="/learners/{amina.id}"',
        f'href="/talk/{amina.id}"',
        f'href="/talk/{amina.id}?template=well_done"',
    ):
        assert there in found, there
    places = [found.index(f'id="{section}"') for section in ("calls", "messages", "quiet", "good_news")]
    assert places == sorted(places)


def on_one_line(answer: httpx.Response) -> str:
    """The page as it is written, on one line."""
    return " ".join(answer.text.split())


async def test_what_is_not_shared_is_not_in_the_page(console: Console, lien: Staff, amina: Watched) -> None:
    amina.learns(ITEM, HARD).practises(ITEM, 9, 10)
    calls(amina, flag="self_harm", shared_with="nobody")
    found = await page(console, lien)
    for kept_back in ("ploegbaas", ANSWER, "self_harm", "death", "practised", "missed", "well_done"):
        assert kept_back not in found, kept_back
    assert "1 learner keeps their practice to themselves" in found


async def test_nothing_that_was_written_or_answered_is_shown(console: Console, lien: Staff, amina: Watched) -> None:
    amina.agrees().learns(ITEM, HARD).writes(1)
    found = await page(console, lien)
    assert WRITTEN not in found
    assert ANSWER not in found


async def test_a_call_is_taken_on_noted_and_closed(console: Console, lien: Staff, amina: Watched) -> None:
    calls(amina)
    visitor = console.visitor(lien)
    taken = await visitor.send_form("/today/calls/a1/take")
    assert taken.headers["location"] == "/today?told=saved"
    assert [row.learner_id for row in outbox_rows(console.store)] == [amina.id]
    await visitor.send_form("/today/calls/a1/note", note="<i>Niet opgenomen</i>")
    found = on_one_line(await visitor.get("/today"))
    assert "Lien took this on" in found
    assert "&lt;i&gt;Niet opgenomen&lt;/i&gt;" in found
    await visitor.send_form("/today/calls/a1/close", note="Gesproken")
    assert "Asks for a call" not in await page(console, lien)
    assert [(event.what, event.note) for event in alerts.events(console.store, "a1")] == [
        ("acknowledged", None),
        ("noted", "<i>Niet opgenomen</i>"),
        ("closed", "Gesproken"),
    ]
    done = [one for one in noted(console.store) if one[0].startswith("alert.")]
    assert done == [("alert.acknowledged", "a1"), ("alert.noted", "a1"), ("alert.closed", "a1")]
    assert audit.page(console.store, HOME, about="a1")[0].detail == {"learner": amina.id}


@pytest.mark.parametrize("deed", ["note", "close"])
async def test_a_note_has_words(deed: str, console: Console, lien: Staff, amina: Watched) -> None:
    calls(amina)
    answer = await console.visitor(lien).send_form(f"/today/calls/a1/{deed}", note="  ")
    assert (answer.status_code, "First write what was done." in answer.text) == (422, True)
    assert alerts.events(console.store, "a1") == []


async def test_the_second_one_is_told_that_somebody_was_first(console: Console, lien: Staff, amina: Watched) -> None:
    calls(amina, acknowledged_at=console.now, acknowledged_by=lien.id)
    answer = await console.visitor(lien).send_form("/today/calls/a1/take")
    assert answer.headers["location"] == "/today?told=somebody_was_first"
    assert "Somebody was first" in await page(console, lien, "?told=somebody_was_first")


@pytest.mark.parametrize("deed", ["take", "note", "close"])
@pytest.mark.parametrize(("role", "home"), [("counsellor", HOME), ("lead", "elsewhere")])
async def test_who_does_not_stand_by_the_learner_finds_no_call(
    role: str, home: str, deed: str, console: Console, amina: Watched
) -> None:
    calls(amina)
    add(console.store, Organisation(id="elsewhere", name="Elsewhere", created_at=console.now))
    omar = add_staff(console.store, "omar", role, organisation_id=home)
    answer = await console.visitor(omar).send_form(f"/today/calls/a1/{deed}", note="Gebeld")
    assert answer.status_code == 404
    assert alerts.events(console.store, "a1") == []
    assert "Asks for a call" not in await page(console, omar)


async def test_an_administrator_sees_calls_without_ways_to_the_learner(console: Console, amina: Watched) -> None:
    amina.agrees().learns(ITEM, HARD).writes(1)
    adam = add_staff(console.store, "adam", "administrator")
    assert "Nobody asks for a call." in await page(console, adam)
    calls(amina)
    found = await page(console, adam)
    assert "I will call" in found
    assert amina.id not in found
    assert "Good news" not in found


async def test_a_lead_chooses_whose_learners(console: Console, lien: Staff, amina: Watched) -> None:
    amina.agrees().learns(ITEM, HARD)
    ines = add_staff(console.store, "ines", "lead")
    assert "You have no learners of your own." in await page(console, ines)
    assert "ploegbaas" in await page(console, ines, f"?whose={lien.id}")
    assert "ploegbaas" not in await page(console, ines, "?whose=nobody")


async def test_who_cannot_be_reached_is_said(console: Console, lien: Staff) -> None:
    add_watched(console.store, lien, console.now, blocked_at=console.now - DAY).writes(1)
    assert "Messages have not arrived since Oct 31: call or mail." in await page(console, lien)


@pytest.mark.parametrize(("language", "title"), [("nl", "Vandaag"), ("fr", "Aujourd’hui"), ("en", "Today")])
async def test_it_is_said_in_the_language_of_the_staff(language: str, title: str, console: Console) -> None:
    mia = add_staff(console.store, "mia", language=language)
    amina = add_watched(console.store, mia, console.now).agrees().learns(ITEM, HARD).writes(2).writes(1)
    calls(amina)
    found = (await console.visitor(mia).get("/today")).text
    assert f"<h1>{title}</h1>" in found
    main = found.partition("<main")[2]
    assert "console." not in main
    assert "{" not in main
