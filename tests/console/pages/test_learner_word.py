"""A word of the learner's workplace, with a photo and how it is said."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.console.pages.learner_word import LONGEST, MOST
from bot.store import work_words
from tests.console.desks import Console
from tests.console.pages.learners import ALL, noted, open_console, read
from tests.fakes.house import VOICE
from tests.fakes.stores import outbox_rows


def a_photo() -> bytes:
    noted_by_camera = Image.Exif()
    noted_by_camera[0x010F] = "a camera"
    taken = BytesIO()
    Image.new("RGB", (900, 600), "green").save(taken, "PNG", exif=noted_by_camera)
    return taken.getvalue()


async def test_a_word_waits_for_a_coordinator_with_its_photo_and_sound(console: Console) -> None:
    els, amina = open_console(console, *ALL)
    files = {"picture": ("yard.png", a_photo()), "sound": ("word.ogg", VOICE.read_bytes())}
    before = {one.id for one in work_words.waiting(console.store)}
    answer = await console.visitor(els).send_form(
        f"/learners/{amina.id}/words", files, text=" de kruiwagen ", meaning="la brouette"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, f"/learners/{amina.id}?told=word_added")
    [word] = [one for one in work_words.waiting(console.store) if one.id not in before]
    assert (word.text, word.meaning, word.staff_id) == ("de kruiwagen", "la brouette", "els")
    picture, sound = work_words.files(console.store, word.id)
    assert picture is not None
    assert sound is not None
    with Image.open(BytesIO(picture)) as kept:
        assert (kept.format, kept.size) == ("JPEG", (640, 427))
        assert not kept.getexif()
    assert sound.startswith(b"OggS")
    [row] = outbox_rows(console.store)
    assert "work_word.from_staff" in str(row.payload)
    assert noted(console.store) == [("learner.word_added", amina.id)]


async def test_a_word_alone_is_enough(console: Console) -> None:
    els, amina = open_console(console)
    visitor = console.visitor(els)
    await visitor.send_form(f"/learners/{amina.id}/words", None, text="w" * 300)
    newest = work_words.from_staff(console.store, amina.id)[0]
    assert (newest.word.text, newest.word.meaning) in [("w" * LONGEST, None), ("de bekisting", "le coffrage")]
    assert "w" * LONGEST in read(await visitor.get(f"/learners/{amina.id}"))


REFUSED: list[tuple[dict[str, Any], dict[str, str], str]] = [
    ({}, {"meaning": "la brouette"}, "Write the word itself too."),
    ({"picture": ("yard.jpg", b"no photo")}, {"text": "de kruiwagen"}, "This photo could not be read."),
    ({"sound": ("word.ogg", b"no sound")}, {"text": "de kruiwagen"}, "This sound could not be read."),
]


@pytest.mark.parametrize(("files", "form", "fault"), REFUSED)
async def test_what_cannot_be_read_is_refused_and_what_was_typed_stays(
    files: dict[str, Any], form: dict[str, str], fault: str, console: Console
) -> None:
    els, amina = open_console(console)
    answer = await console.visitor(els).send_form(f"/learners/{amina.id}/words", files or None, **form)
    assert answer.status_code == 422
    page = read(answer)
    assert fault in page
    assert all(value in page for value in form.values())
    assert outbox_rows(console.store) == []
    assert noted(console.store) == []


async def test_a_form_that_is_too_large_is_refused(console: Console) -> None:
    els, amina = open_console(console)
    files = {"picture": ("yard.jpg", b"x" * MOST)}
    answer = await console.visitor(els).send_form(f"/learners/{amina.id}/words", files, text="de kruiwagen")
    assert answer.status_code == 413
