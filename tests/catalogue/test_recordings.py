"""Recordings by people: each is of a text of the content, in a form that Telegram plays."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from bot.catalogue.folder import read_folder
from bot.catalogue.recordings import Recordings, read_recordings
from bot.catalogue.regions import shows
from bot.catalogue.spoken import messages, sounds, targets
from bot.catalogue.summary import summary
from bot.learning.items import item_types
from bot.settings import CONTENT
from bot.speech.sound import Sound
from tests.catalogue.conftest import TODAY, change, told

INDEX = """language: nl
recordings:
  - text: Goedemorgen, Els!
    file: morgen.ogg
    speaker: An Peeters
    licence: CC-BY-SA-4.0
  - text: Goedemorgen, Els!
    slow: yes
    file: traag.ogg
    speaker: An Peeters
    licence: CC-BY-SA-4.0
"""
USUAL = Sound("Goedemorgen, Els!", "nl")

BROKEN = [
    ("language: nl", "language: fr", "1: `language` is 'fr': use one of nl"),
    ("text: Goedemorgen, Els!\n    file", "text: Goeiemorgen!\n    file",
     "3: recordings in line 3: `text` stands nowhere in the content in this language: copy it to the letter"),
    ("    slow: yes\n", "", "7: recordings in line 7: `text` is recorded twice at this speed"),
    ("traag.ogg", "weg.ogg", "9: recordings in line 7: `file` is 'weg.ogg', which is not beside this file"),
    ("traag.ogg", "../traag.ogg", "9: recordings in line 7: `file` is '../traag.ogg', which is not beside this file"),
    ("traag.ogg", "traag.wav",
     "9: recordings in line 7: `file` is 'traag.wav', which is WAV/PCM_16: it must be OGG with Opus"),
    ("    speaker: An Peeters\n    licence: CC-BY-SA-4.0\n  -", "    licence: CC-BY-SA-4.0\n  -",
     "3: recordings in line 3: `speaker` is missing"),
    ("    licence: CC-BY-SA-4.0\n  -", "  -", "3: recordings in line 3: `licence` is missing"),
]  # fmt: skip


@pytest.fixture
def recorded(course: Path) -> Path:
    """The folder of Dutch recordings of the small course, with one sentence at two speeds."""
    folder = course / "content" / "recordings" / "nl"
    folder.mkdir(parents=True)
    (folder / "index.yml").write_text(INDEX, encoding="utf-8")
    for name in ("morgen.ogg", "traag.ogg"):
        soundfile.write(folder / name, np.zeros(48_000), 48_000, format="OGG", subtype="OPUS")
    return folder


def read(course: Path) -> Recordings:
    return read_recordings(course / "content", read_folder(course / "content").entries, course / "locales")


@pytest.mark.usefixtures("recorded")
def test_a_sentence_is_counted_once_by_who_says_it(course: Path) -> None:
    said = summary(course / "content", course / "locales", TODAY).sound["nl"]
    assert (said.by_people, said.by_program) == (1, len(sounds(read_folder(course / "content").entries, "nl")) // 2 - 1)


def test_recordings_are_found_at_their_speed(course: Path, recorded: Path) -> None:
    assert read(course).files == {USUAL: recorded / "morgen.ogg", replace(USUAL, slow=True): recorded / "traag.ogg"}
    assert told(course) == []


@pytest.mark.parametrize(("old", "new", "says"), BROKEN)
def test_a_broken_recording_is_told_and_not_used(old: str, new: str, says: str, course: Path, recorded: Path) -> None:
    soundfile.write(recorded / "traag.wav", np.zeros(800), 8000)
    index = recorded / "index.yml"
    assert index.read_text().count(old) == 1
    index.write_text(index.read_text().replace(old, new))
    said = [line for line in told(course) if "does not name" not in line]
    assert said == [f"content/recordings/nl/index.yml:{says}"]


def test_a_file_that_no_index_names_is_told(course: Path, recorded: Path) -> None:
    (recorded / "morgen.ogg").rename(recorded / "morgen2.ogg")
    assert [line.partition(": ")[2] for line in told(course)] == [
        "does not name morgen2.ogg, which is beside it: name it or remove it",
        "recordings in line 3: `file` is 'morgen.ogg', which is not beside this file",
    ]


def test_a_folder_without_index_is_told(course: Path, recorded: Path) -> None:
    (recorded / "index.yml").unlink()
    said = "content/recordings/nl/index.yml: is missing: it says what the recordings beside it are"
    assert told(course) == [said]


def test_a_message_of_an_own_language_is_known_without_its_pictures(course: Path, recorded: Path) -> None:
    assert [sound.words for sound in messages(course / "locales", "nl")] == [
        "Goedenavond",
        "Oefenen",
        "Een tip",
        "Loon",
    ]
    index = recorded / "index.yml"
    index.write_text(index.read_text().replace("text: Goedemorgen, Els!\n    file", "text: Loon\n    file"))
    assert read(course).files[Sound("Loon", "nl")] == recorded / "morgen.ogg"
    assert told(course) == []


@pytest.mark.parametrize(("target", "region"), [("nl", "be-vlg"), ("bg", "bg-pop")])
def test_all_that_is_said_in_a_target_language_is_spoken_once_at_two_speeds(target: str, region: str) -> None:
    everything = read_folder(CONTENT).entries
    assert targets(everything) == ["bg", "nl"]
    entries = [entry for entry in everything if shows(region, target, entry.id, entry.body)]
    spoken = sounds(everything, target)
    assert len(spoken) == len(set(spoken))
    assert {sound.words for sound in spoken if sound.slow} == {sound.words for sound in spoken if not sound.slow}
    wanted = {entry.body["say"] for entry in entries if entry.kind == "tip"}
    for entry in entries:
        if entry.kind == "item":
            wanted |= {*item_types()[entry.body["type"]].targets(entry.body["body"])}
        if entry.kind == "region":
            wanted |= {helpline["say"] for helpline in entry.body["helplines"]}
    said = {sound.words for sound in spoken}
    assert wanted <= said
    assert said == {sound.words for sound in sounds(entries, target)}


def test_a_broken_item_stands_in_no_recordings_way(course: Path, recorded: Path) -> None:
    change(course, "content/packs/nl/construction/A1.yml", "type: type_word", "type: tell_word")
    assert len(read(course).files) == 2
