"""A coordinator tries a file, reads what is wrong, and takes it in."""

import pytest

from bot.catalogue.exchange import yamls
from bot.catalogue.exchange.incoming import LARGEST
from bot.console.pages.studio_import import MOST
from bot.journeys.exporting import Export
from bot.speech.sound import Sound
from bot.store import Store, audit, drafts, studio_recordings
from tests.catalogue.exchange.files import MEET, saved, sheet, workbook, zipped
from tests.console.desks import Console, Visitor, add_staff
from tests.fakes.recordings import recording
from tests.fakes.stores import HOME

NEW = {**MEET, "id": "care.comfort.meet_new", "word": "<b>kussen</b>"}


@pytest.fixture
def visitor(console: Console, store: Store) -> Visitor:
    return console.visitor(add_staff(store, "kim", role="coordinator"))


async def send(visitor: Visitor, name: str, content: bytes) -> str:
    """Send a file. Returns the address of its trial."""
    answer = await visitor.send_form("/studio/import", {"file": (name, content)})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def test_a_file_is_tried_and_taken_in(visitor: Visitor, store: Store) -> None:
    way = await send(visitor, "nieuw.xlsx", saved(workbook(meet=sheet(NEW))))
    page = await visitor.get(way)
    assert "1 is new" in page.text
    assert "Take in as 1 draft" in page.text
    assert not drafts.all_of(store)
    answer = await visitor.send_form(way)
    assert (answer.status_code, answer.headers["location"]) == (303, "/studio?told=imported")
    (draft,) = drafts.all_of(store)
    assert draft.entry_id == NEW["id"]
    assert audit.page(store, HOME)[0].detail == {"drafts": 1}
    assert "1 draft was kept" in (await visitor.get(way)).text


async def test_faults_stand_in_one_list_with_their_cells(visitor: Visitor, store: Store) -> None:
    lines = sheet({**NEW, "example": "=A1", "situation": None}, {**NEW, "id": "<i>", "pack": "x"})
    way = await send(visitor, "<u>.xlsx", saved(workbook(meet=lines)))
    page = (await visitor.get(way)).text
    for words in ("<b>H2</b>", "<b>E2</b>", "<b>C3</b>", "This is a formula", "&lt;u&gt;.xlsx", "&lt;i&gt;"):
        assert words in page
    assert "<u>" not in page
    assert (await visitor.send_form(way)).status_code == 409
    assert not drafts.all_of(store)


async def test_progress_is_shown_until_it_is_done(visitor: Visitor) -> None:
    many = [{**NEW, "id": f"care.comfort.meet_{number}", "word": f"woord {number}"} for number in range(300)]
    way = await send(visitor, "veel.xlsx", saved(workbook(meet=sheet(*many))))
    page = (await visitor.get(way)).text
    assert '<progress aria-label="How far we are" max="301" value="250">' in page
    assert 'http-equiv="refresh"' in page
    assert f'hx-get="{way}"' in page
    page = (await visitor.get(way)).text
    assert "300 are new" in page
    assert "and 200 more" in page
    assert 'http-equiv="refresh"' not in page


async def test_without_a_file_or_with_one_that_is_too_large(visitor: Visitor) -> None:
    assert (await visitor.send_form("/studio/import")).status_code == 422
    way = await send(visitor, "groot.csv", b"a" * (LARGEST + 1))
    assert "larger than 10 MB" in (await visitor.get(way)).text
    answer = await visitor.send_form("/studio/import", {"file": ("groot.csv", b"a" * MOST)})
    assert answer.status_code == 413


async def test_a_trial_is_gone_for_others(console: Console, visitor: Visitor, store: Store) -> None:
    way = await send(visitor, "x.csv", b"id\n")
    visitor.hold((await _other(visitor, store)).cookies["session"])
    assert (await visitor.get(way)).status_code == 404


async def _other(visitor: Visitor, store: Store) -> Visitor:
    return visitor.console.visitor(add_staff(store, "lee", role="coordinator"))


async def test_recordings_are_taken_in_when_who_speaks_agrees(visitor: Visitor, store: Store) -> None:
    sound = Sound("slecht geslapen", "nl")
    pack = Export(store).yaml("nl/care/A1")
    said = {"text": sound.words, "file": "a.webm", "speaker": "Zoë", "licence": "CC0"}
    index = yamls.dumped({"language": "nl", "recordings": [said]}).encode()
    files = {"pack.yml": pack, "recordings/nl/index.yml": index, "recordings/nl/a.webm": recording()}
    way = await send(visitor, "x.zip", zipped(files))
    page = (await visitor.get(way)).text
    assert "1 recording is new" in page
    assert 'name="agreed"' in page
    assert (await visitor.send_form(way)).status_code == 422
    assert studio_recordings.digest(store, sound) is None
    assert (await visitor.send_form(way, agreed="yes")).status_code == 303
    assert studio_recordings.digest(store, sound)
    assert "1 recording was kept" in (await visitor.get(way)).text
