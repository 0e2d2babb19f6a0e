"""OGG/Opus, as Telegram wants its voice messages: one channel, 48 kHz, small."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

SUFFIX = ".ogg"
RATE = 48_000
"""Samples a second: Opus works with no other rate inside."""

TIGHTNESS = 0.9
"""Of 0 to 1: about 4 KB a second of speech, and no worse to hear on a phone."""

PAUSE = 0.4
"""Seconds between two sounds that are heard one after the other."""

LARGEST = 1024 * 1024
"""Bytes: Telegram shows a bigger voice message as a file."""


class NotSound(Exception):
    """A file that holds no sound which can be read."""


def encode(wav: Path, ogg: Path) -> None:
    """Write a WAV file of any rate as OGG/Opus. Raises NotSound."""
    import soundfile  # loading it takes longer than most commands run

    try:
        samples, rate = soundfile.read(wav, dtype="float32", always_2d=True)
        if not len(samples):
            raise NotSound("the sound is empty")
        one = _at_rate(samples.mean(axis=1), rate)
        soundfile.write(ogg, one, RATE, format="OGG", subtype="OPUS", compression_level=TIGHTNESS)
    except soundfile.LibsndfileError as error:
        raise NotSound("no sound was written") from error


def packed(samples: Any) -> bytes:
    """One channel of samples at RATE as OGG/Opus."""
    import soundfile

    ogg = BytesIO()
    soundfile.write(ogg, samples, RATE, format="OGG", subtype="OPUS", compression_level=TIGHTNESS)
    return ogg.getvalue()


def join(parts: Sequence[Path], ogg: Path) -> None:
    """Write several sounds as one, with a pause between them. Raises NotSound."""
    import numpy as np
    import soundfile

    pause = np.zeros(int(PAUSE * RATE), dtype="float32")
    try:
        each = (soundfile.read(part, dtype="float32", always_2d=True) for part in parts)
        pieces = [piece for samples, rate in each for piece in (_at_rate(samples.mean(axis=1), rate), pause)]
        soundfile.write(ogg, np.concatenate(pieces), RATE, format="OGG", subtype="OPUS", compression_level=TIGHTNESS)
    except soundfile.LibsndfileError as error:
        raise NotSound("a sound could not be read") from error


def seconds(ogg: bytes) -> int:
    """How long a sound of ours lasts, at least 1."""
    import soundfile

    return max(1, round(float(soundfile.info(BytesIO(ogg)).duration)))


def problem(path: Path) -> str | None:
    """What keeps a file from being a voice message; None when nothing does."""
    import soundfile

    try:
        found = soundfile.info(path)
    except soundfile.LibsndfileError:
        return "is no sound that can be read"
    if (found.format, found.subtype) != ("OGG", "OPUS"):
        return f"is {found.format}/{found.subtype}: it must be OGG with Opus"
    return "is larger than 1 MB: make it shorter" if path.stat().st_size > LARGEST else None


def _at_rate(samples: Any, rate: int) -> Any:
    """The same sound at RATE, by its spectrum: nothing is added above what was there."""
    import numpy as np

    count = max(1, round(len(samples) * RATE / rate))
    return np.fft.irfft(np.fft.rfft(samples), count) * (count / len(samples))
