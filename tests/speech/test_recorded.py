"""What somebody recorded becomes a voice message, whatever it came in; or it is said why it does not."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.speech import opus
from bot.speech.recorded import LARGEST, LONGEST, Fault, NotHeard, voice_message
from tests.fakes.recordings import FORMS, picture, recording

PLAYLIST = b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n%s\n#EXT-X-ENDLIST\n"
RAW = recording()


def fault_of(recorded: bytes) -> Fault:
    with pytest.raises(NotHeard) as caught:
        voice_message(recorded)
    return caught.value.fault


RATES = {"webm": 48_000, "ogg": 48_000, "mp4": 44_100, "adts": 48_000, "mp3": 44_100, "flac": 8_000, "wav": 22_050}


@pytest.mark.parametrize(("form", "rate"), RATES.items())
def test_it_is_what_telegram_wants_whatever_it_came_in(form: str, rate: int, tmp_path: Path) -> None:
    ogg = voice_message(recording(1, form, rate))
    samples, heard = soundfile.read(BytesIO(ogg))
    assert (samples.ndim, heard) == (1, opus.RATE)
    assert len(samples) / opus.RATE == pytest.approx(1, abs=0.15)
    assert np.argmax(np.abs(np.fft.rfft(samples))) * heard / len(samples) == pytest.approx(440, abs=2)
    kept = tmp_path / "said.ogg"
    kept.write_bytes(ogg)
    assert opus.problem(kept) is None


FAULTY = {
    "nothing": (b"", Fault.EMPTY),
    "too large": (b"\0" * (LARGEST + 1), Fault.LARGE),
    "words": (b"Dag Sofie, tot morgen." * 40, Fault.BROKEN),
    "cut off in its head": (RAW[:200], Fault.BROKEN),
    "a film without sound": (picture(), Fault.BROKEN),
    "a slip of the finger": (recording(0.2), Fault.SHORT),
    "a microphone that was off": (recording(1, "flac", loud=0), Fault.SILENT),
    "too long": (recording(LONGEST + 10, "flac", 8000), Fault.LONG),
}


@pytest.mark.parametrize("name", FAULTY)
def test_it_is_said_why_something_is_no_voice_message(name: str) -> None:
    recorded, fault = FAULTY[name]
    assert fault_of(recorded) is fault


def test_as_long_as_it_may_be_it_is_small_enough_to_be_a_voice_message() -> None:
    ogg = voice_message(recording(LONGEST, "flac", 8000))
    assert opus.seconds(ogg) == LONGEST
    assert len(ogg) < opus.LARGEST


def test_a_sentence_may_be_shorter_than_a_message() -> None:
    with pytest.raises(NotHeard) as caught:
        voice_message(recording(LONGEST, "flac", 8000), 60)
    assert caught.value.fault is Fault.LONG


def test_nothing_but_the_sound_is_left_of_a_recording() -> None:
    noted = BytesIO()
    samples = np.sin(np.arange(48_000) / 20) / 2
    with soundfile.SoundFile(noted, "w", 48_000, 1, format="OGG", subtype="VORBIS") as file:
        file.title, file.comment, file.artist = "a secret place", "a secret comment", "a secret speaker"
        file.write(samples)
    assert b"secret" in noted.getvalue()
    assert b"secret" not in voice_message(noted.getvalue())


def test_a_list_of_addresses_leads_nowhere(tmp_path: Path) -> None:
    """Of what is sent in, the library must not open what it names."""
    secret = tmp_path / "secret.webm"
    secret.write_bytes(RAW)
    for form in (PLAYLIST % f"file://{secret}".encode(), f"ffconcat version 1.0\nfile '{secret}'\n".encode()):
        assert fault_of(form) is Fault.BROKEN


def is_fine_or_refused(recorded: bytes) -> None:
    try:
        ogg = voice_message(recorded)
    except NotHeard as error:
        assert error.fault in Fault  # noqa: PT017 - either is right, and nothing else may come out
    else:
        assert soundfile.info(BytesIO(ogg)).subtype == "OPUS"


@given(st.binary(max_size=4000))
@settings(max_examples=150, deadline=None)
def test_wild_bytes_are_refused(recorded: bytes) -> None:
    is_fine_or_refused(recorded)


@given(st.sampled_from(sorted(FORMS)), st.data())
@settings(max_examples=60, deadline=None)
def test_a_recording_that_was_damaged_is_heard_or_refused(form: str, data: st.DataObject) -> None:
    whole = bytearray(recording(0.6, form))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=12), label="places"):
        whole[place] = data.draw(st.integers(0, 255), label="byte")
    cut = data.draw(st.integers(0, len(whole)), label="end")
    is_fine_or_refused(bytes(whole[:cut]))
