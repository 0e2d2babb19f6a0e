"""The preview: what is kept or written in a form, on a phone that leaves no record."""

import json
import re
from html import unescape
from random import Random

import pytest
from sqlalchemy import func, select

from bot.console.shaping.lines import written
from bot.store import drafts, entries
from bot.store.drafts import Change
from bot.store.tables import Base, Staff
from tests.console.desks import Console, add_staff
from tests.console.pages.learners import read
from tests.fakes.forms import first_form
from tests.fakes.learner import plain

ITEM = first_form("item", "type_word")
CHOICE = first_form("item", "choose_word")
TIP = first_form("tip")
HTMX = {"hx-request": "true"}


@pytest.fixture
def carla(console: Console) -> Staff:
    return add_staff(console.store, "carla", "coordinator")


def way(kind: str, entry_id: str, more: str = "") -> str:
    return f"/studio/preview/{kind}/{entry_id}{more}"


def fields_of(body: dict[str, object], before: str = "") -> dict[str, object]:
    """The fields that a form of this body sends."""
    found: dict[str, object] = {}
    for name, value in body.items():
        path = f"{before}{name}"
        if isinstance(value, dict):
            found |= {path: [*value]} | fields_of(value, f"{path}.")
        else:
            found[path] = written(value) if isinstance(value, list) else str(value)
    return found


def phone(text: str) -> str:
    """What stands on the phone of a page."""
    return plain(unescape(text))


async def test_what_is_published_is_played_and_nothing_is_kept(console: Console, carla: Staff) -> None:
    visitor = console.visitor(carla)
    before = counted(console)
    page = (await visitor.get(way("item", ITEM.id))).text
    assert ITEM.body["body"]["situation"] in phone(page)
    answer = await visitor.send_form(way("item", ITEM.id, "/touch"), text=ITEM.body["body"]["answers"][0])
    assert "✅" in phone(answer.text)
    assert counted(console) == before


async def test_a_wrong_choice_is_tapped(console: Console, carla: Staff) -> None:
    visitor = console.visitor(carla)
    page = (await visitor.get(way("item", CHOICE.id))).text
    right = CHOICE.body["body"]["right"]
    taps = re.findall(r'name="tap" value="(practice:\w+:[a-z])"', page)
    wrong = next(tap for tap in taps if not tap.endswith(f":{right}"))
    answer = (await visitor.send_form(way("item", CHOICE.id, "/touch"), tap=wrong)).text
    assert "📌" in phone(answer)
    assert "autofocus" in answer


async def test_the_draft_stands_before_what_is_published(console: Console, carla: Staff) -> None:
    body = {**TIP.body, "title": "Iets helemaal anders"}
    drafts.save(console.store, Change(TIP.id, "tip", body), carla.id, None, console.now, console.desk.random)
    visitor = console.visitor(carla)
    assert "Iets helemaal anders" in (await visitor.get(way("tip", TIP.id))).text
    assert "Iets helemaal anders" not in (await visitor.get(way("tip", TIP.id, "?published=1"))).text


async def test_a_draft_that_is_not_in_order_is_not_played(console: Console, carla: Staff) -> None:
    body = {name: value for name, value in TIP.body.items() if name != "title"}
    drafts.save(console.store, Change(TIP.id, "tip", body), carla.id, None, console.now, console.desk.random)
    assert TIP.body["title"] in phone((await console.visitor(carla).get(way("tip", TIP.id))).text)


async def test_a_unit_is_played_with_the_drafts_of_its_items(console: Console, carla: Staff) -> None:
    unit = first_form("unit")
    for number in range(2):
        about = {**ITEM.body["body"], "situation": f"Iets nieuws {number}"}
        change = Change(f"{unit.id}.new_{number}", "item", {**ITEM.body, "unit": unit.id, "body": about})
        drafts.save(console.store, change, carla.id, None, console.now, Random(number))
    for row in entries.current(console.store):
        if row.kind == "item" and row.body["unit"] == unit.id:
            drafts.save(console.store, Change(row.id, "item", None), carla.id, None, console.now, Random(row.id))
    visitor = console.visitor(carla)
    assert "Iets nieuws" in phone((await visitor.get(way("unit", unit.id))).text)
    assert "Iets nieuws" not in phone((await visitor.get(way("unit", unit.id, "?published=1"))).text)


async def test_the_form_is_shown_while_it_is_written(console: Console, carla: Staff) -> None:
    visitor = console.visitor(carla)
    visitor.headers.update(HTMX)
    sent = fields_of({**ITEM.body["body"], "situation": "Iets wat er nooit stond."})
    answer = (await visitor.send_form(way("item", ITEM.id), **sent)).text
    assert "Iets wat er nooit stond" in phone(answer)
    assert "<html" not in answer
    assert "autofocus" not in answer
    del sent["situation"]
    faulty = (await visitor.send_form(way("item", ITEM.id), **sent)).text
    assert "not right yet. The phone shows how it was before." in faulty
    assert "Iets wat er nooit stond" in phone(faulty)


async def test_a_fact_that_the_region_does_not_have_keeps_it_from_the_phone(console: Console, carla: Staff) -> None:
    sent = fields_of({**TIP.body, "do": "Bel {no_such_fact}."})
    answer = await console.visitor(carla).send_form(way("tip", TIP.id), **sent)
    assert answer.status_code == 200
    assert "not right yet" in answer.text


async def test_without_script_the_form_opens_a_page_of_its_own(console: Console, carla: Staff) -> None:
    answer = await console.visitor(carla).send_form(way("item", ITEM.id), **fields_of(ITEM.body["body"]))
    assert "<html" in answer.text
    assert ITEM.body["body"]["situation"] in phone(answer.text)


async def test_an_entry_that_nobody_kept_yet_is_shown_too(console: Console, carla: Staff) -> None:
    base = {name: value for name, value in ITEM.body.items() if name != "body"}
    sent = {"_base": json.dumps(base), "_before": base["unit"], **fields_of(ITEM.body["body"])}
    answer = await console.visitor(carla).send_form(way("item", "new-1"), **sent)
    assert ITEM.body["body"]["situation"] in phone(answer.text)


async def test_before_anything_is_in_order_it_says_so(console: Console, carla: Staff) -> None:
    sent = {"_base": json.dumps({"type": "type_word", "unit": ITEM.body["unit"]}), "_before": ITEM.body["unit"]}
    answer = await console.visitor(carla).send_form(way("item", "new-1"), **sent)
    assert answer.status_code == 200
    assert "Then the phone appears here." in answer.text
    chosen = await console.visitor(carla).send_form(way("item", "new-1", "/choices"), language="ar")
    assert "Here you see what a learner gets" in chosen.text


@pytest.mark.parametrize("base", ["", "[]", "{", json.dumps({"type": "none"})])
async def test_a_new_entry_of_nothing_is_nowhere(base: str, console: Console, carla: Staff) -> None:
    assert (await console.visitor(carla).send_form(way("item", "new-1"), _base=base)).status_code == 404


async def test_it_is_seen_as_a_learner_of_another_language(console: Console, carla: Staff) -> None:
    visitor = console.visitor(carla)
    await visitor.get(way("item", ITEM.id))
    answer = (await visitor.send_form(way("item", ITEM.id, "/choices"), language="ar", listens="yes")).text
    assert 'lang="ar" dir="rtl"' in answer
    assert 'value="ar" selected' in answer
    assert 'name="listens" value="yes" checked' in answer
    assert (await visitor.send_form(way("item", ITEM.id, "/choices"), language="xx")).status_code == 404


async def test_after_a_restart_it_begins_anew(console: Console, carla: Staff) -> None:
    answer = await console.visitor(carla).send_form(way("item", ITEM.id, "/touch"), text="a")
    assert ITEM.body["body"]["situation"] in phone(answer.text)


@pytest.mark.parametrize("given", [{}, {"text": "   "}, {"tap": "practice:x:a"}, {"press": "x"}, {"text": "x" * 5000}])
async def test_what_no_phone_can_do_changes_nothing(given: dict[str, str], console: Console, carla: Staff) -> None:
    visitor = console.visitor(carla)
    await visitor.get(way("item", ITEM.id))
    answer = await visitor.send_form(way("item", ITEM.id, "/touch"), **given)
    assert answer.status_code == 200
    assert "phone-message own" not in answer.text


async def test_what_there_is_not_is_nowhere(console: Console, carla: Staff) -> None:
    visitor = console.visitor(carla)
    for kind, entry_id in (("item", "no.such"), ("tip", ITEM.id), ("safeguarding", "safeguarding.nl"), ("x", ITEM.id)):
        assert (await visitor.get(way(kind, entry_id))).status_code == 404
        assert (await visitor.send_form(way(kind, entry_id), a="b")).status_code == 404
        assert (await visitor.send_form(way(kind, entry_id, "/touch"), text="b")).status_code == 404
    assert (await visitor.get(way("item", ITEM.id, "/files/sim-voice-1-1"))).status_code == 404


async def test_a_sound_of_the_chat_is_heard(console: Console, carla: Staff) -> None:
    visitor = console.visitor(carla)
    await visitor.get(way("item", ITEM.id))
    page = (await visitor.send_form(way("item", ITEM.id, "/touch"), voice="yes")).text
    address = re.search(r'<audio[^>]* src="([^"]+)"', page)
    assert address
    answer = await visitor.get(address[1])
    assert (answer.status_code, answer.headers["content-type"]) == (200, "audio/ogg")


async def test_somebody_else_sees_a_phone_of_their_own(console: Console, carla: Staff) -> None:
    mine, theirs = console.visitor(carla), console.visitor(add_staff(console.store, "dirk", "coordinator"))
    await mine.send_form(way("item", ITEM.id, "/choices"), language="ar")
    assert 'lang="nl" dir="ltr"' in read(await theirs.get(way("item", ITEM.id)))


def counted(console: Console) -> dict[str, int]:
    """How many rows each table has."""
    with console.store.reading() as session:
        tables = Base.metadata.sorted_tables
        return {table.name: session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}
