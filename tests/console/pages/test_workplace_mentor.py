"""A mentor writes the words of a workplace by a link: without an account, once, and seeing nothing else."""

import re
from datetime import timedelta

import httpx
import pytest

from bot.console.page import A_STRANGERS
from bot.console.workplace_form import MOST
from bot.store import audit, workplaces
from bot.store.tables import Staff, WorkplacePage
from bot.store.workplaces import LINK_LIVES, State
from tests.console.desks import Console, Visitor, add_staff
from tests.console.pages.learners import read
from tests.fakes import workplaces as fakes
from tests.fakes.house import VOICE
from tests.fakes.papers import texts
from tests.fakes.stores import HOME
from tests.fakes.workplaces import People, begun, now_of, photo, written

WORDS = {"text.1": "de heftruck", "meaning.1": "rijdt en tilt"}


@pytest.fixture
def who(console: Console) -> People:
    """People whose pages are in English."""
    there = fakes.people(console.store)
    with console.store.writing() as session:
        for one in (there.counsellor, there.coordinator):
            session.get_one(Staff, one.id).language = "en"
    return there


@pytest.fixture
def page(console: Console, who: People) -> WorkplacePage:
    return begun(console.store, who.counsellor)


@pytest.fixture
async def link(console: Console, who: People, page: WorkplacePage) -> str:
    """The way to the page, as the counsellor is shown it."""
    return await made(console, who, page)


@pytest.fixture
def mentor(console: Console) -> Visitor:
    """Somebody without an account, whose browser wants English."""
    visitor = console.visitor()
    visitor.headers["accept-language"] = "en"
    return visitor


async def made(console: Console, who: People, page: WorkplacePage) -> str:
    console.now += timedelta(seconds=1)
    answer = await console.visitor(who.counsellor).send_form(f"/workplaces/{page.id}/link", mentor="Jan Smets")
    found = re.search(rf"{console.url}(/workplace/[\w-]+)", answer.text)
    assert found is not None
    return found[1]


async def send(
    mentor: Visitor, console: Console, page: WorkplacePage, link: str, **files: tuple[str, bytes]
) -> httpx.Response:
    """Two presses of a button: the words go to the coordinator."""
    version = str(now_of(console.store, page).version)
    named = {name.replace("_", "."): file for name, file in files.items()}
    return await mentor.send_form(link, named or None, version=version, send="yes", **WORDS)


async def test_the_link_shows_this_page_and_nobodys_name(
    console: Console, page: WorkplacePage, link: str, mentor: Visitor
) -> None:
    answer = await mentor.get(link)
    shown = read(answer)
    assert answer.status_code == 200
    assert "Het magazijn" in shown
    assert "You need no account." in shown
    for trace in ("Jan", "lien", "team-depot", HOME, page.id, "/today", "/learners"):
        assert trace not in shown, trace
    assert answer.headers.get_list("set-cookie") == []
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert (answer.headers["cache-control"], answer.headers["referrer-policy"]) == ("no-store", "same-origin")


async def test_words_photo_and_sound_are_kept_and_then_sent_once(
    console: Console, who: People, page: WorkplacePage, link: str, mentor: Visitor
) -> None:
    version = str(now_of(console.store, page).version)
    assert (await mentor.send_form(link, None, version=version, **WORDS)).headers["location"].startswith(link)
    assert 'value="de heftruck"' in read(await mentor.get(link))
    files = {"picture_1": ("yard.jpg", photo()), "sound_1": ("word.ogg", VOICE.read_bytes())}
    assert "Thank you." in read(await send(mentor, console, page, link, **files))
    [word] = workplaces.words(console.store, page.id)
    assert (word.pictured, word.spoken) == (True, True)
    kept = now_of(console.store, page)
    assert (kept.state, kept.sent_by, kept.link_expires_at) == (State.WAITING, None, None)
    for path in ("", "/pictures/1", "/sounds/1", "/card", "/card/print"):
        assert (await mentor.get(f"{link}{path}")).status_code == 404
    assert "Jan Smets" in read(await console.visitor(who.coordinator).get(f"/workplaces/{page.id}"))


async def test_what_a_mentor_wrote_is_in_the_audit(
    console: Console, page: WorkplacePage, link: str, mentor: Visitor
) -> None:
    await send(mentor, console, page, link)
    newest = audit.page(console.store, HOME)[0]
    assert (newest.by, newest.what, newest.about) == (audit.MENTOR, "workplace.saved", page.id)
    ada = console.visitor(add_staff(console.store, "ada", "administrator"))
    assert "a mentor, by a link" in read(await ada.get(f"/audit?about={page.id}"))


@pytest.mark.parametrize(("path", "status"), [("", 422), ("x", 413)], ids=["the link", "no link"])
async def test_large_files_are_taken_by_the_link_alone(
    path: str, status: int, console: Console, page: WorkplacePage, link: str, mentor: Visitor
) -> None:
    version = str(now_of(console.store, page).version)
    files = {"sound.1": ("word.ogg", bytes(A_STRANGERS))}
    assert (await mentor.send_form(f"{link}{path}", files, version=version, **WORDS)).status_code == status


async def test_what_was_kept_is_shown_again_by_the_link(
    console: Console, page: WorkplacePage, link: str, mentor: Visitor
) -> None:
    version = str(now_of(console.store, page).version)
    files = {"picture.1": ("yard.jpg", photo()), "sound.1": ("word.ogg", b"no sound")}
    answer = await mentor.send_form(link, files, version=version, send="yes", **WORDS)
    assert answer.status_code == 422
    assert "no sound that Werkmaat can read" in read(answer)
    assert f"{link}/pictures/1" in answer.text
    assert (await mentor.get(f"{link}/pictures/1")).headers["content-type"] == "image/jpeg"
    assert now_of(console.store, page).state == State.WRITING


async def test_what_was_typed_when_the_link_ended_stands_there_to_be_copied(
    console: Console, who: People, page: WorkplacePage, link: str, mentor: Visitor
) -> None:
    await console.visitor(who.counsellor).send_form(f"/workplaces/{page.id}/link/end")
    answer = await send(mentor, console, page, link)
    assert answer.status_code == 404
    assert "no longer does" in read(answer)
    assert "rijdt en tilt" in read(answer)
    assert workplaces.words(console.store, page.id) == []


async def test_two_who_write_are_shown_both(
    console: Console, who: People, page: WorkplacePage, link: str, mentor: Visitor
) -> None:
    seen = str(now_of(console.store, page).version)
    written(console.store, who.counsellor, page, send=False)
    answer = await mentor.send_form(link, None, **{**WORDS, "text.1": "de clark", "version": seen})
    assert answer.status_code == 409
    assert 'value="de clark"' in read(answer)
    assert "rijdt en tilt zware dingen" in read(answer)


async def test_a_newer_link_replaces_it_and_an_old_one_is_over(
    console: Console, who: People, page: WorkplacePage, link: str, mentor: Visitor
) -> None:
    newer = await made(console, who, page)
    assert [(await mentor.get(one)).status_code for one in (link, newer)] == [404, 200]
    console.now += LINK_LIVES
    assert (await mentor.get(newer)).status_code == 404


@pytest.mark.parametrize("code", ["nosuchcode", "x" * 2000, "%F0%9F%98%80", "%00"])
async def test_a_link_of_nothing_is_404(code: str, mentor: Visitor) -> None:
    assert (await mentor.get(f"/workplace/{code}")).status_code == 404
    assert (await mentor.send_form(f"/workplace/{code}", None, **WORDS)).status_code == 404


async def test_a_form_from_elsewhere_or_too_large_is_refused(link: str, mentor: Visitor) -> None:
    assert (await mentor.post(link, data=WORDS, headers={"sec-fetch-site": "cross-site"})).status_code == 403
    assert (await mentor.send_form(link, {"picture.1": ("a.jpg", b"x" * MOST)}, **WORDS)).status_code == 413


async def test_the_card_is_a_step_away(link: str, mentor: Visitor) -> None:
    assert f"{link}/card" in (await mentor.get(link)).text
    assert f"{link}/card/print" in (await mentor.get(f"{link}/card")).text
    assert len(texts((await mentor.get(f"{link}/card/print")).content)) == 1


async def test_staff_may_look_at_the_link_too(console: Console, who: People, link: str) -> None:
    assert (await console.visitor(who.counsellor).get(link)).status_code == 200


async def test_the_audit_keeps_that_there_is_a_link_and_not_whose(
    console: Console, page: WorkplacePage, link: str
) -> None:
    [noted] = audit.page(console.store, HOME)
    assert (noted.what, noted.about, noted.detail) == ("workplace.link_made", page.id, None)
    with console.store.reading() as session:
        kept = session.get_one(WorkplacePage, page.id)
    assert link.rpartition("/")[2] not in str(vars(kept))


async def test_a_link_needs_a_name_and_a_page_that_is_written(
    console: Console, who: People, page: WorkplacePage
) -> None:
    visitor, path = console.visitor(who.counsellor), f"/workplaces/{page.id}/link"
    assert (await visitor.send_form(path, mentor="")).status_code == 422
    written(console.store, who.counsellor, page)
    assert (await visitor.send_form(path, mentor="Jan")).status_code == 422
