"""The words of a workplace: written by staff, decided about by a coordinator of their organisation."""

import re
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image

from bot.console.workplace_form import MOST
from bot.store import audit, workplaces
from bot.store.tables import Staff, WorkplacePage
from bot.store.workplaces import State
from tests.console.desks import Console, Visitor
from tests.console.pages.learners import read
from tests.fakes import workplaces as fakes
from tests.fakes.house import VOICE
from tests.fakes.stores import HOME
from tests.fakes.workplaces import DEPOT, OTHER, ROWS, People, begun, now_of, photo, published, written

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def who(console: Console) -> People:
    """People whose pages are in English."""
    there = fakes.people(console.store)
    with console.store.writing() as session:
        for one in (there.counsellor, there.colleague, there.coordinator, there.stranger):
            session.get_one(Staff, one.id).language = "en"
    return there


def form(console: Console, page: WorkplacePage, **fields: Any) -> dict[str, Any]:
    """Two words as they are sent, with the version that the page has now; ``text_1`` is the field ``text.1``."""
    values = {
        "title": page.title,
        "version": str(now_of(console.store, page).version),
        "text_1": "de heftruck",
        "meaning_1": "rijdt en tilt",
        "text_2": "het pallet",
        "meaning_2": "houten plaat",
        **fields,
    }
    return {re.sub(r"_(\d+)$", r".\1", name): value for name, value in values.items()}


async def sent(
    visitor: Visitor, page: WorkplacePage, files: dict[str, Any] | None = None, **fields: Any
) -> httpx.Response:
    return await visitor.send_form(f"/workplaces/{page.id}", files, **form(visitor.console, page, **fields))


async def test_a_page_is_begun_for_ones_own_team(console: Console, who: People) -> None:
    visitor = console.visitor(who.counsellor)
    assert OTHER not in read(await visitor.get("/workplaces"))
    answer = await visitor.send_form("/workplaces", title="Het magazijn", team=DEPOT)
    [one] = workplaces.of_member(console.store, who.counsellor)
    assert answer.headers["location"] == f"/workplaces/{one.page.id}"
    assert "Het magazijn" in read(await visitor.get("/workplaces"))
    assert [event.what for event in audit.page(console.store, HOME)] == ["workplace.begun"]


@pytest.mark.parametrize("wrong", [{"title": ""}, {"title": "w" * 31}, {"team": OTHER}, {"team": "team-far"}])
async def test_without_a_name_or_for_another_team_nothing_begins(
    wrong: dict[str, str], console: Console, who: People
) -> None:
    values = {"title": "Het magazijn", "team": DEPOT, **wrong}
    assert (await console.visitor(who.counsellor).send_form("/workplaces", **values)).status_code == 422
    assert workplaces.of_member(console.store, who.coordinator) == []


async def test_words_are_kept_with_their_photo_and_sound(console: Console, who: People) -> None:
    page, visitor = begun(console.store, who.counsellor), console.visitor(who.counsellor)
    files = {"picture.1": ("yard.jpg", photo()), "sound.1": ("word.ogg", VOICE.read_bytes())}
    answer = await sent(visitor, page, files)
    assert answer.headers["location"] == f"/workplaces/{page.id}?told=workplace_saved"
    first, second = workplaces.words(console.store, page.id)
    assert (first.text, first.meaning, first.pictured, first.spoken) == ("de heftruck", "rijdt en tilt", True, True)
    assert (second.text, second.pictured) == ("het pallet", False)
    shown = await visitor.get(f"/workplaces/{page.id}/pictures/1")
    with Image.open(BytesIO(shown.content)) as kept:
        assert kept.format == "JPEG"
    assert (await visitor.get(f"/workplaces/{page.id}/sounds/1")).content.startswith(b"OggS")
    for nothing in ("pictures/2", "sounds/2", "pictures/11", "pictures/x", "sounds/-1"):
        assert (await visitor.get(f"/workplaces/{page.id}/{nothing}")).status_code == 404
    await sent(visitor, page, drop_picture_1="yes")
    [first, _] = workplaces.words(console.store, page.id)
    assert (first.pictured, first.spoken) == (False, True)


async def test_a_file_that_is_none_keeps_the_words_and_is_told_beside_its_row(console: Console, who: People) -> None:
    page, visitor = begun(console.store, who.counsellor), console.visitor(who.counsellor)
    files = {
        "picture.1": ("yard.jpg", b"no photo"),
        "sound.2": ("word.ogg", b"no sound"),
        "picture.2": ("a.jpg", photo()),
    }
    answer = await sent(visitor, page, files, send="yes")
    assert answer.status_code == 422
    shown = read(answer)
    assert "not sent yet" in shown
    assert "This photo could not be read." in shown
    assert "no sound that Werkmaat can read" in shown
    assert now_of(console.store, page).state == State.WRITING
    assert [(one.text, one.pictured) for one in workplaces.words(console.store, page.id)] == [
        ("de heftruck", False),
        ("het pallet", True),
    ]


async def test_what_is_wrong_stands_beside_its_row_and_nothing_is_lost(console: Console, who: People) -> None:
    page, visitor = begun(console.store, who.counsellor), console.visitor(who.counsellor)
    answer = await sent(visitor, page, send="yes", text_2="de heftruck", meaning_5="zonder woord", sentence_1="Stop!")
    shown = read(answer)
    assert answer.status_code == 422
    assert "This word is there already." in shown
    assert "Write the word itself too." in shown
    for typed in ("rijdt en tilt", "houten plaat", "zonder woord", "Stop!"):
        assert f'value="{typed}"' in shown


async def test_an_empty_page_is_not_sent(console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    answer = await console.visitor(who.counsellor).send_form(
        f"/workplaces/{page.id}", version=str(page.version), send="yes"
    )
    assert "Write at least one word first." in read(answer)


async def test_the_second_of_two_sees_both(console: Console, who: People) -> None:
    page, visitor = begun(console.store, who.counsellor), console.visitor(who.counsellor)
    mine = form(console, page, text_1="de clark")
    written(console.store, who.coordinator, page, send=False)
    answer = await visitor.send_form(f"/workplaces/{page.id}", {"picture.1": ("a.jpg", photo())}, **mine)
    shown = read(answer)
    assert answer.status_code == 409
    assert 'value="de clark"' in shown
    assert "de heftruck" in shown
    assert "Choose the photo or the recording again." in shown
    again = {**mine, "version": str(now_of(console.store, page).version)}
    assert (await visitor.send_form(f"/workplaces/{page.id}", None, **again)).status_code == 303
    assert workplaces.words(console.store, page.id)[0].text == "de clark"


async def test_what_was_typed_after_it_was_sent_stands_there_to_be_copied(console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    mine = form(console, page, text_1="de clark")
    written(console.store, who.coordinator, page)
    answer = await console.visitor(who.counsellor).send_form(f"/workplaces/{page.id}", None, **mine)
    assert answer.status_code == 409
    assert "de clark" in read(answer)


async def test_what_is_written_is_shown_as_words_and_not_run(console: Console, who: People) -> None:
    page, visitor = begun(console.store, who.counsellor), console.visitor(who.counsellor)
    await sent(visitor, page, text_1=SCRIPT, meaning_1=f'">{SCRIPT}', title=SCRIPT, send="yes")
    for path in ("/workplaces", f"/workplaces/{page.id}"):
        assert SCRIPT not in (await visitor.get(path)).text
    assert now_of(console.store, page).state == State.WAITING


async def test_a_form_that_is_too_large_is_refused(console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    answer = await sent(console.visitor(who.counsellor), page, {"picture.1": ("a.jpg", b"x" * MOST)})
    assert answer.status_code == 413


async def test_a_coordinator_looks_and_approves(console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    written(console.store, who.counsellor, page)
    visitor = console.visitor(who.coordinator)
    assert "1 workplace waits to be approved" in read(await visitor.get("/studio"))
    shown = read(await visitor.get(f"/workplaces/{page.id}"))
    assert all(row.text in shown and row.meaning in shown for row in ROWS)
    assert "Je verstaat en zegt de woorden van: Het magazijn." in shown
    version = str(now_of(console.store, page).version)
    values = {"version": version, "level": "A1", "can_do": "Je kent het magazijn."}
    answer = await visitor.send_form(f"/workplaces/{page.id}/approve", **values)
    assert "told=workplace_approved" in answer.headers["location"]
    kept = now_of(console.store, page)
    assert (kept.state, kept.level, kept.can_do) == (State.PUBLISHED, "A1", "Je kent het magazijn.")
    assert "Learners of team-depot get these words in their next lesson." in read(
        await console.visitor(who.counsellor).get(f"/workplaces/{page.id}")
    )
    [noted] = audit.page(console.store, HOME)
    assert (noted.what, noted.about) == ("workplace.approved", page.id)


async def test_it_comes_back_with_the_reason(console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    written(console.store, who.counsellor, page)
    visitor, version = console.visitor(who.coordinator), str(now_of(console.store, page).version)
    path = f"/workplaces/{page.id}/send-back"
    assert "Write in a sentence why" in read(await visitor.send_form(path, version=version))
    assert (await visitor.send_form(path, version=version, why="Te lang voor de werkvloer.")).status_code == 303
    shown = read(await console.visitor(who.counsellor).get(f"/workplaces/{page.id}"))
    assert "Te lang voor de werkvloer." in shown
    assert 'value="de heftruck"' in shown


async def test_what_changed_meanwhile_is_not_approved(console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    written(console.store, who.counsellor, page)
    seen = str(now_of(console.store, page).version)
    counsellor = console.visitor(who.counsellor)
    await counsellor.send_form(f"/workplaces/{page.id}/open", version=seen)
    values = {"version": seen, "level": "A1", "can_do": "Je kent het magazijn."}
    answer = await console.visitor(who.coordinator).send_form(f"/workplaces/{page.id}/approve", **values)
    assert answer.status_code == 422
    assert "A colleague was faster." in read(answer)
    assert now_of(console.store, page).state == State.WRITING


@pytest.mark.parametrize("wrong", [{"level": "C2"}, {"can_do": ""}, {"version": "x"}])
async def test_a_broken_approval_does_nothing(wrong: dict[str, str], console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    written(console.store, who.counsellor, page)
    values = {"version": str(now_of(console.store, page).version), "level": "A1", "can_do": "Je kent het.", **wrong}
    answer = await console.visitor(who.coordinator).send_form(f"/workplaces/{page.id}/approve", **values)
    assert answer.status_code == 422
    assert now_of(console.store, page).state == State.WAITING


async def test_with_a_second_reader_nobody_approves_their_own(console: Console, who: People) -> None:
    console.second_reader = True
    page = begun(console.store, who.coordinator)
    written(console.store, who.coordinator, page)
    values = {"version": str(now_of(console.store, page).version), "level": "A1", "can_do": "Je kent het."}
    answer = await console.visitor(who.coordinator).send_form(f"/workplaces/{page.id}/approve", **values)
    assert "may not approve it" in read(answer)


async def test_words_are_withdrawn(console: Console, who: People) -> None:
    page = published(console.store, console.desk.courses.current(), who)
    version = str(now_of(console.store, page).version)
    visitor = console.visitor(who.coordinator)
    assert (await visitor.send_form(f"/workplaces/{page.id}/withdraw", version=version)).status_code == 303
    assert now_of(console.store, page).state == State.WITHDRAWN


@pytest.mark.parametrize("stranger", ["stranger", "colleague"])
async def test_another_organisation_and_another_team_see_nothing(stranger: str, console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    written(console.store, who.counsellor, page)
    visitor = console.visitor(getattr(who, stranger))
    assert page.title not in read(await visitor.get("/workplaces"))
    for path in ("", "/pictures/1", "/sounds/1"):
        assert (await visitor.get(f"/workplaces/{page.id}{path}")).status_code == 404
    for path in ("", "/open", "/link", "/link/end"):
        assert (await visitor.send_form(f"/workplaces/{page.id}{path}", version="1")).status_code == 404


async def test_a_counsellor_does_not_decide(console: Console, who: People) -> None:
    page = begun(console.store, who.counsellor)
    written(console.store, who.counsellor, page)
    visitor = console.visitor(who.counsellor)
    assert "/approve" not in (await visitor.get(f"/workplaces/{page.id}")).text
    for deed in ("approve", "send-back", "withdraw"):
        assert (await visitor.send_form(f"/workplaces/{page.id}/{deed}", version="2")).status_code == 403
