"""The file of a sound: made once by its content, whole or not at all, and a person's voice first."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from bot.speech import opus
from bot.speech.program import Program
from bot.speech.sound import NoSound, Sound
from bot.speech.speech import Speech
from tests.fakes.speech import ESPEAK, needs_espeak, said, talker

HELLO = Sound("Goedemorgen", "nl")


@pytest.fixture
def speech(tmp_path: Path) -> Speech:
    return Speech(tmp_path / "data" / "sound", talker(tmp_path))


def kept(speech: Speech) -> list[Path]:
    return sorted(speech.folder.iterdir())


def test_it_is_what_telegram_wants_of_a_voice_message(speech: Speech) -> None:
    path = speech.file(HELLO)
    found = soundfile.info(path)
    assert (found.format, found.subtype, found.channels, found.samplerate) == ("OGG", "OPUS", 1, 48_000)
    assert path.read_bytes()[28:36] == b"OpusHead"
    assert opus.problem(path) is None


def test_the_tone_keeps_its_pitch_and_its_length(speech: Speech) -> None:
    samples, rate = soundfile.read(speech.file(HELLO))
    pitch = np.argmax(np.abs(np.fft.rfft(samples))) * rate / len(samples)
    assert pitch == pytest.approx(22050 / (2 * np.pi * 20), abs=2)
    assert len(samples) / rate == pytest.approx(len("Goedemorgen\n") / 10, abs=0.01)


def test_it_is_made_once(speech: Speech, tmp_path: Path) -> None:
    assert speech.known(HELLO) is None
    assert speech.file(HELLO) == speech.file(HELLO) == speech.known(HELLO)
    assert said(tmp_path) == ["nl|100|Goedemorgen"]
    assert kept(speech) == [speech.place(HELLO)]


def test_whatever_changes_the_sound_changes_its_place(speech: Speech) -> None:
    other = replace(speech.program, command=f"{speech.program.command} --better")
    faster = replace(speech.program, usual="120")
    places = {
        speech.place(HELLO),
        speech.place(Sound("Goedenavond", "nl")),
        speech.place(Sound("Goedemorgen", "fr")),
        speech.place(Sound("Goedemorgen", "nl", slow=True)),
        replace(speech, program=other).place(HELLO),
        replace(speech, program=faster).place(HELLO),
    }
    assert len(places) == 6
    assert speech.place(Sound("Goedemorgen\u200f", "nl")) == speech.place(HELLO)


def test_a_person_is_heard_first(speech: Speech, tmp_path: Path) -> None:
    recorded = tmp_path / "an.ogg"
    recorded.write_bytes(speech.file(HELLO).read_bytes())
    with_person = replace(speech, recordings={HELLO: recorded})
    assert with_person.file(HELLO) == recorded
    slow = replace(HELLO, slow=True)
    assert with_person.file(slow) == speech.place(slow)
    recorded.unlink()
    assert with_person.file(HELLO) == speech.place(HELLO)


SILENT = {
    "a language without a voice": (Sound("Goedemorgen", "zz"), "ended with 1"),
    "no words": (Sound("\x00", "nl"), "there are no words"),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_cannot_be_heard_leaves_nothing_behind(name: str, speech: Speech) -> None:
    sound, reason = SILENT[name]
    with pytest.raises(NoSound, match=reason):
        speech.file(sound)
    assert not speech.folder.exists() or kept(speech) == []


@pytest.mark.parametrize("code", ["", "import sys; open(sys.argv[3], 'w').write('no sound')"])
def test_a_program_that_writes_no_sound_is_told(code: str, tmp_path: Path) -> None:
    speech = Speech(tmp_path / "sound", talker(tmp_path, code))
    with pytest.raises(NoSound, match="no sound was written"):
        speech.file(HELLO)
    assert kept(speech) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "sound").write_text("a file")
    with pytest.raises(NoSound, match=r"cannot be written \(FileExistsError\)"):
        Speech(tmp_path / "sound", talker(tmp_path)).file(HELLO)


@pytest.mark.parametrize("words", ["Goedemorgen, ik ben ziek.", "-h", "--version", "😀"])
def test_espeak_speaks_dutch(words: str, tmp_path: Path) -> None:
    needs_espeak()
    speech = Speech(tmp_path, ESPEAK)
    usual, slow = (speech.file(Sound(words, "nl", slow)) for slow in (False, True))
    assert opus.problem(usual) is None
    assert soundfile.info(slow).duration > 1.2 * soundfile.info(usual).duration > 0.2
    samples, _ = soundfile.read(usual)
    assert np.abs(samples).max() > 0.05


def test_espeak_has_no_voice_for_tigrinya_and_says_so(tmp_path: Path) -> None:
    needs_espeak()
    with pytest.raises(NoSound) as caught:
        Speech(tmp_path, ESPEAK).file(Sound("ሰላም", "ti"))
    assert str(caught.value) == "espeak-ng ended with 1"
    assert "voice does not exist" in caught.value.detail


def test_no_program_is_no_sound(tmp_path: Path) -> None:
    with pytest.raises(NoSound, match="no-such-program is not installed"):
        Speech(tmp_path, Program("no-such-program {file}", "1", "2")).file(HELLO)


def test_what_is_no_voice_message_is_told(tmp_path: Path) -> None:
    text, wav, long = tmp_path / "a.ogg", tmp_path / "b.wav", tmp_path / "c.ogg"
    text.write_text("no sound")
    soundfile.write(wav, np.zeros(8000), 8000)
    soundfile.write(long, np.random.default_rng(1).normal(0, 0.2, 48_000 * 60), 48_000, "OPUS", compression_level=0.0)
    assert opus.problem(text) == "is no sound that can be read"
    assert opus.problem(wav) == "is WAV/PCM_16: it must be OGG with Opus"
    assert opus.problem(long) == "is larger than 1 MB: make it shorter"
