"""Words from work before a coordinator: nobody is named, each becomes an exercise or not, and its learner is told."""

import re
from datetime import timedelta

import pytest

from bot.store import audit, drafts, work_words
from bot.store.drafts import Origin
from bot.store.tables import Organisation, WorkWord
from bot.store.work_words import State
from tests.console.desks import Console
from tests.console.pages.learners import noted, read
from tests.console.pages.studio import UNIT, coordinator, told
from tests.fakes.stores import BEGINNING, HOME, add, add_learner, outbox_rows, staff_row

PAGE = "/studio/words"
NEW = "/studio/new?kind=item&word="
PACK = "nl/construction/A1"

JPEG, OGG = b"\xff\xd8 a picture", b"OggS a sound"


def word(console: Console, word_id: str = "w1", **given: object) -> WorkWord:
    """A word that somebody sent."""
    values = {"learner_id": "learner1001", "text": "de bekisting", "at": BEGINNING, "state": "waiting", **given}
    row = WorkWord(id=word_id, **values)
    add(console.store, row)
    return row


def state(console: Console, word_id: str = "w1") -> tuple[str, str | None]:
    found = work_words.by_id(console.store, word_id)
    assert found is not None
    return found.state, found.item_id


@pytest.fixture
def waits(console: Console) -> Console:
    """The console, and a learner whose word waits."""
    add_learner(console.store, name="Amina", level="A1")
    word(console)
    return console


async def test_a_coordinator_sees_the_word_and_not_the_person(waits: Console) -> None:
    visitor = waits.visitor(coordinator(waits))
    assert 'href="/studio/words"' in (await visitor.get("/studio")).text
    page = read(await visitor.get(PAGE))
    assert "de bekisting" in page
    assert "From a learner" in page
    assert "A1" in page
    assert "Amina" not in page
    assert "learner1001" not in page


async def test_exercises_in_which_it_stands_already_are_named(waits: Console) -> None:
    word(waits, "w2", text="Ploegbaas!")
    word(waits, "w3", text="zwijnekesdraad")
    page = read(await waits.visitor(coordinator(waits)).get(PAGE))
    assert 'href="/studio/entries/construction.site.foreman"' in page
    assert "Not in any exercise yet." in page


async def test_what_staff_gave_and_what_was_sent_is_seen_and_heard(waits: Console) -> None:
    add(waits.store, staff_row("els"))
    word(waits, "w2", staff_id="els", meaning="le coffrage", picture=JPEG, sound=OGG)
    word(waits, "w3", text=None, voice_file_id="voice")
    word(waits, "w4", text=None, photo_file_id="photo")
    waits.files |= {"voice": OGG, "photo": JPEG}
    visitor = waits.visitor(coordinator(waits))
    page = read(await visitor.get(PAGE))
    assert "le coffrage" in page
    assert "Els" not in page
    for one in ("w2", "w4"):
        assert f'src="{PAGE}/{one}/picture"' in page
        picture = await visitor.get(f"{PAGE}/{one}/picture")
        assert (picture.content, picture.headers["content-type"]) == (JPEG, "image/jpeg")
    for one in ("w2", "w3"):
        assert f'src="{PAGE}/{one}/sound"' in page
        assert (await visitor.get(f"{PAGE}/{one}/sound")).content == OGG
    assert [what for what, _ in noted(waits.store)] == ["studio.word_heard"] * 2
    waits.files.clear()
    for gone in ("w1/picture", "w1/sound", "w3/sound", "w4/picture"):
        assert (await visitor.get(f"{PAGE}/{gone}")).status_code == 404


async def test_a_word_that_is_refused_is_gone_and_its_learner_told(waits: Console) -> None:
    visitor = waits.visitor(coordinator(waits))
    answer = await visitor.send_form(f"{PAGE}/w1/refuse")
    page = await told(visitor, answer)
    assert "The learner is told that there will be no exercise." in page
    assert "de bekisting" not in page
    assert state(waits) == (State.REFUSED, None)
    assert "work_word.refused" in str(outbox_rows(waits.store)[0].payload)
    [event] = audit.page(waits.store, HOME)
    assert (event.what, event.detail) == ("studio.word_refused", {"word": "w1"})
    again = await visitor.send_form(f"{PAGE}/w1/refuse")
    assert "A colleague was faster." in await told(visitor, again)
    assert len(outbox_rows(waits.store)) == 1


async def test_an_exercise_is_begun_step_by_step_with_the_word_in_it(waits: Console) -> None:
    visitor = waits.visitor(coordinator(waits))
    packs = await visitor.get(f"{NEW}w1")
    assert "For which sector and level?" in packs.text
    first = re.search(r'href="(/studio/new\?[^"]*)"', packs.text)
    assert first is not None
    assert "construction%2FA1" in first[1]
    units = read(await visitor.get(f"{NEW}w1&pack={PACK}"))
    assert "In which unit?" in units
    assert f"unit={UNIT}" in units
    types = read(await visitor.get(f"{NEW}w1&pack={PACK}&unit={UNIT}"))
    assert "type=meet" in types
    form = (await visitor.get(f"{NEW}w1&unit={UNIT}&type=meet")).text
    assert 'value="de bekisting"' in form
    typed = read(await visitor.get(f"{NEW}w1&unit={UNIT}&type=type_word")).partition('name="answers"')[2]
    assert "de bekisting" in typed.partition("</textarea>")[0]


async def test_its_draft_remembers_the_word_until_it_is_thrown_away(waits: Console) -> None:
    visitor = waits.visitor(coordinator(waits))
    await visitor.send_form(f"{NEW}w1&unit={UNIT}&type=meet", word="de bekisting")
    [draft] = drafts.all_of(waits.store)
    assert (draft.origin, draft.entry_id) == (Origin.WORK_WORD, f"{UNIT}.de_bekisting")
    assert state(waits) == (State.DRAFTED, draft.entry_id)
    [event] = audit.page(waits.store, HOME)
    assert (event.what, event.detail) == ("studio.begun", {"word": "w1", "entry": draft.entry_id})
    page = read(await visitor.get(PAGE))
    assert "An exercise is being made" in page
    assert f'href="/studio/entries/{draft.entry_id}"' in page
    assert f"{NEW}w1".replace("&", "&amp;") not in page
    assert outbox_rows(waits.store) == []
    await visitor.send_form(f"/studio/entries/{draft.entry_id}/throw-away", version="1")
    assert state(waits) == (State.WAITING, None)


async def test_what_is_typed_of_a_word_that_a_colleague_took_is_not_lost(waits: Console) -> None:
    nadia, piet = coordinator(waits), coordinator(waits, "piet")
    hers = waits.visitor(nadia)
    waits.now += timedelta(minutes=1)
    his = waits.visitor(piet)
    address = f"{NEW}w1&unit={UNIT}&type=meet"
    await hers.send_form(address, word="de bekisting")
    late = await his.send_form(address, word="bekisting")
    assert late.status_code == 422
    assert "Meanwhile a colleague made an exercise of this word" in late.text
    assert 'value="bekisting"' in late.text
    assert "word=w1" not in late.text
    assert "A colleague was faster." in await told(his, await his.get(address))
    await his.send_form(f"/studio/new?kind=item&unit={UNIT}&type=meet", word="bekisting")
    assert {one.origin for one in drafts.all_of(waits.store)} == {Origin.WORK_WORD, Origin.STUDIO}


async def test_words_of_another_organisation_are_not_there(waits: Console) -> None:
    add(waits.store, Organisation(id="elsewhere", name="Elsewhere", created_at=BEGINNING))
    visitor = waits.visitor(coordinator(waits, organisation_id="elsewhere"))
    page = read(await visitor.get(PAGE))
    assert "No word waits." in page
    assert "de bekisting" not in page
    assert "/studio/words" not in read(await visitor.get("/studio"))
    address = f"{NEW}w1&unit={UNIT}&type=meet"
    assert [(await visitor.get(one)).status_code for one in (f"{NEW}w1", address)] == [404, 404]
    assert (await visitor.send_form(address, word="de bekisting")).status_code == 404
    assert (await visitor.send_form(f"{PAGE}/w1/refuse")).status_code == 404
    assert state(waits) == (State.WAITING, None)


async def test_only_an_exercise_is_made_of_a_word(waits: Console) -> None:
    visitor = waits.visitor(coordinator(waits))
    page = await visitor.get("/studio/new?kind=interview&word=w1")
    assert (page.status_code, "de bekisting" in page.text) == (200, False)


async def test_there_is_no_such_pack(waits: Console) -> None:
    visitor = waits.visitor(coordinator(waits))
    assert (await visitor.get(f"{NEW}w1&pack=nl/nowhere/A1")).status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("path", [PAGE, f"{NEW}w1", f"{NEW}w1&pack={PACK}", f"{NEW}w1&unit={UNIT}&type=meet"])
async def test_every_word_is_there(path: str, language: str, waits: Console) -> None:
    word(waits, "w2", text="<b>klinken</b>", voice_file_id="v", photo_file_id="p")
    word(waits, "w3", state="drafted", item_id="construction.site.foreman")
    main = (await waits.visitor(coordinator(waits, language=language)).get(path)).text.partition("<main")[2]
    assert "console." not in main
    assert "<b>klinken" not in main
