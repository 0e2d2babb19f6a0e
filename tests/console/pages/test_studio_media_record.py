"""Sentences of a unit and messages of a language are recorded, one after the other, and heard at once."""

import re
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.journeys.studio.speaking import Place
from bot.speech.sound import Sound
from bot.speech.speech import Speech
from bot.store import audit, studio_recordings
from bot.store.studio_recordings import key
from bot.wiring.studio_sound import recorded
from tests.console.desks import Console, Visitor
from tests.console.pages.learners import read
from tests.console.pages.studio import UNIT, coordinator
from tests.fakes.recordings import recording
from tests.fakes.speech import said, talker
from tests.fakes.stores import HOME

PAGE = "/studio/media"
HERE = f"{PAGE}/units/{UNIT}"
BY = {"speaker": "An Peeters", "licence": "CC-BY-SA-4.0", "agreed": "yes"}


@pytest.fixture
def speaking(console: Console, tmp_path: Path) -> Console:
    """A console with a voice."""
    console.speech = Speech(tmp_path / "sound", talker(tmp_path), studio=recorded(console.store, tmp_path / "sound"))
    return console


def asked(answer: httpx.Response) -> str:
    """The key of the sound that the page asks for."""
    return str(re.findall(r'name="sound_key" value="([^"]*)"', answer.text)[0])


def words(answer: httpx.Response) -> str:
    """What is to be said."""
    return unescape(re.findall(r'class="words lead"[^>]*>([^<]*)<', answer.text)[0])


async def keep(visitor: Visitor, name: str, body: bytes | None = None, **changes: Any) -> httpx.Response:
    sound: Mapping[str, Any] = {"sound": ("sound.webm", body or recording(1))}
    return await visitor.send_form(HERE, sound, sound_key=name, **{**BY, **changes})


async def test_each_sentence_is_asked_for_at_both_speeds_one_after_the_other(speaking: Console) -> None:
    visitor = speaking.visitor(coordinator(speaking))
    shelf = speaking.speaking.shelf(Place(unit=UNIT))
    first, second, *_ = shelf.sounds
    page = await visitor.get(HERE)
    assert (asked(page), words(page)) == (first, shelf.sounds[first].words)
    assert f"Nobody recorded {len(shelf.sounds)} of {len(shelf.sounds)} yet." in read(page)
    answer = await keep(visitor, first)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"{HERE}?after={first}&kept={first}&told=recording_kept",
    )
    page = await visitor.get(answer.headers["location"])
    assert (asked(page), words(page)) == (second, shelf.sounds[first].words)
    assert "Learners hear it from now on." in page.text
    assert f'href="{HERE}?sound={first}"' in page.text
    assert 'value="An Peeters"' in page.text
    assert "slowly" in read(page).partition("Say this")[2]
    skipped = await visitor.get(f"{HERE}?after={second}")
    assert asked(skipped) not in (first, second)


async def test_what_is_kept_is_heard_at_once_instead_of_the_program(speaking: Console, tmp_path: Path) -> None:
    visitor = speaking.visitor(coordinator(speaking))
    first, *_ = shelf = speaking.speaking.shelf(Place(unit=UNIT)).sounds
    by_program = await visitor.get(f"{HERE}/{first}")
    assert by_program.headers["content-type"] == "audio/ogg"
    assert len(said(tmp_path)) == 1
    await keep(visitor, first)
    by_person = (await visitor.get(f"{HERE}/{first}")).content
    assert by_person != by_program.content
    assert speaking.speech.file(shelf[first]).read_bytes() == by_person
    kept = studio_recordings.find(speaking.store, first)
    assert kept is not None
    assert (kept.words, kept.language, kept.slow) == (shelf[first].words, "nl", shelf[first].slow)
    assert (kept.speaker, kept.licence, kept.added_by) == ("An Peeters", "CC-BY-SA-4.0", "nadia")
    assert kept.digest == sha256(by_person).hexdigest()
    [noted] = [one for one in audit.page(speaking.store, HOME) if one.what == "studio.recorded"]
    assert noted.detail == {"recording": first}


async def test_the_speaker_is_asked_again_in_another_sitting(speaking: Console) -> None:
    nadia = coordinator(speaking)
    visitor = speaking.visitor(nadia)
    assert 'name="agreed" value="yes" required>' in (await visitor.get(HERE)).text
    await keep(visitor, asked(await visitor.get(HERE)))
    assert 'name="agreed" value="yes" required checked>' in (await visitor.get(HERE)).text
    speaking.now += timedelta(hours=2)
    later = (await speaking.visitor(nadia).get(HERE)).text
    assert "checked" not in later
    assert 'name="speaker" value=""' in later


REFUSED: dict[str, tuple[bytes, dict[str, str], str]] = {
    "words": (b"no sound", {}, "This is no sound that Werkmaat can read."),
    "cut off": (recording()[:200], {}, "This is no sound that Werkmaat can read."),
    "a broken Ogg": (b"OggS" + bytes(400), {}, "This is no sound that Werkmaat can read."),
    "two minutes": (recording(120, "flac", 8000), {}, "This lasts longer than 60 seconds. Say only the sentence."),
    "silent": (recording(1, "flac", loud=0), {}, "Nothing can be heard."),
    "a slip": (recording(0.2), {}, "This is too short to hear anything."),
    "no speaker": (recording(), {"speaker": ""}, "Write who speaks"),
    "no licence": (recording(), {"licence": " "}, "Write who speaks"),
    "not agreed": (recording(), {"agreed": ""}, "Without the agreement of who speaks it is not kept."),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(name: str, speaking: Console) -> None:
    body, changes, why = REFUSED[name]
    visitor = speaking.visitor(coordinator(speaking))
    first = asked(await visitor.get(HERE))
    answer = await keep(visitor, first, body, **changes)
    assert answer.status_code == 422
    assert why in read(answer)
    assert asked(answer) == first
    assert f'value="{changes.get("speaker", "An Peeters")}"' in answer.text
    assert studio_recordings.newest(speaking.store, "", 9) == []


async def test_what_is_nowhere_is_not_recorded(speaking: Console) -> None:
    visitor = speaking.visitor(coordinator(speaking))
    for path in (f"{PAGE}/units/no.such", f"{PAGE}/languages/xx", f"{HERE}/{'0' * 64}"):
        assert (await visitor.get(path)).status_code == 404
    assert (await keep(visitor, key(Sound("Geef mij je geld.", "nl")))).status_code == 404


async def test_without_a_voice_it_can_be_recorded_still(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    first = asked(await visitor.get(HERE))
    assert (await visitor.get(f"{HERE}/{first}")).status_code == 404
    assert (await keep(visitor, first)).status_code == 303


async def test_all_is_listed_by_speaker_and_can_be_taken_away(speaking: Console) -> None:
    visitor = speaking.visitor(coordinator(speaking))
    first = asked(await visitor.get(HERE))
    await keep(visitor, first)
    recordings = f"{PAGE}/recordings"
    page = read(await visitor.get(f"{recordings}?speaker=an+peeters&pack=nl/construction/A1"))
    assert f'src="{recordings}/{first}"' in page
    assert f'href="{HERE}"' in page
    assert "pack=bg/" not in page
    assert "Nothing was recorded yet." in read(await visitor.get(f"{recordings}?speaker=jan"))
    part = await visitor.get(f"{recordings}/{first}", headers={"range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"OggS")
    answer = await visitor.send_form(f"{recordings}/{first}/remove")
    assert answer.headers["location"] == f"{recordings}?told=recording_removed"
    assert (await visitor.get(f"{recordings}/{first}")).status_code == 404
    assert (await visitor.send_form(f"{recordings}/{first}/remove")).status_code == 404
    assert asked(await visitor.get(HERE)) == first


async def test_when_nothing_is_left_it_is_said(speaking: Console) -> None:
    visitor = speaking.visitor(coordinator(speaking))
    shelf = speaking.speaking.shelf(Place(unit=UNIT))
    last = [*shelf.sounds][-1]
    assert "Some were skipped." in read(await visitor.get(f"{HERE}?after={last}"))
    for name, sound in shelf.sounds.items():
        kept = studio_recordings.Spoken(sound, f"OggS {name}".encode(), "An", "CC0")
        studio_recordings.keep(speaking.store, kept, "nadia", speaking.now)
    assert "All of this is recorded." in read(await visitor.get(HERE))


async def test_what_stands_recorded_in_the_files_is_not_asked_for(speaking: Console, tmp_path: Path) -> None:
    first, second, *_ = sounds = speaking.speaking.shelf(Place(unit=UNIT)).sounds
    speaking.speech = Speech(tmp_path, speaking.speech.program, {sounds[first]: tmp_path / "said.ogg"})
    assert asked(await speaking.visitor(coordinator(speaking)).get(HERE)) == second


async def test_the_messages_of_an_own_language_are_recorded_as_they_are_said(speaking: Console) -> None:
    visitor, here = speaking.visitor(coordinator(speaking)), f"{PAGE}/languages/ar"
    page = await visitor.get(here)
    assert 'lang="ar" dir="rtl"' in page.text
    assert "slowly" not in read(page).partition("<main")[2]
    sound = {"sound": ("sound.webm", recording())}
    assert (await visitor.send_form(here, sound, sound_key=asked(page), **BY)).status_code == 303
    [kept] = studio_recordings.newest(speaking.store, "", 9)
    assert (kept.language, kept.words) == ("ar", words(page))
    heard = speaking.speech.known(Sound(kept.words, "ar"))
    assert heard is not None
    assert heard.read_bytes().startswith(b"OggS")
