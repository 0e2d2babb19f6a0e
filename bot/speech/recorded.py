"""What somebody recorded, in whatever form a browser or a phone wrote it: made a voice message, or why it is none."""

from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import Any

from bot.speech import opus

LONGEST = 120
"""Seconds of a voice message: longer ones nobody listens to."""

LONGEST_SAID = 60
"""Seconds of a sentence or a message of the course: nobody listens longer."""

OVER = 2
"""So many seconds more are taken: a browser stops a moment late."""

SHORTEST = 0.5
"""Seconds: less was a slip of the finger."""

QUIETEST = 0.003
"""Of 0 to 1: what never gets louder is a microphone that was off."""

LARGEST = 10 * 1024 * 1024
"""Bytes of what is sent in."""

FORMS = "matroska,webm,ogg,mov,mp4,m4a,3gp,wav,mp3,aac,flac"
"""Containers that are read. Others may lead to files and addresses that nobody meant to give."""

CODECS = frozenset({"opus", "vorbis", "aac", "mp3", "mp3float", "flac", "alac", "amrnb", "amrwb"})
"""What sound in them may be coded with, besides plain samples."""

PLAIN = "pcm_"


class Fault(StrEnum):
    """Why something is no voice message."""

    EMPTY = "empty"
    LARGE = "large"
    BROKEN = "broken"
    LONG = "long"
    SHORT = "short"
    SILENT = "silent"


class NotHeard(Exception):
    """What was recorded cannot be sent."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def voice_message(recorded: bytes, longest: int = LONGEST) -> bytes:
    """A recording of at most so many seconds as OGG/Opus, as Telegram wants its voice messages. Raises NotHeard."""
    import numpy as np

    if not recorded:
        raise NotHeard(Fault.EMPTY)
    if len(recorded) > LARGEST:
        raise NotHeard(Fault.LARGE)
    pieces = list(_decoded(recorded, longest))
    samples = np.nan_to_num(np.concatenate(pieces)) if pieces else np.zeros(0, dtype="float32")
    if len(samples) < SHORTEST * opus.RATE:
        raise NotHeard(Fault.SHORT)
    if np.abs(samples).max() < QUIETEST:
        raise NotHeard(Fault.SILENT)
    return opus.packed(np.clip(samples, -1, 1))


def _decoded(recorded: bytes, longest: int) -> Iterator[Any]:
    """Yield its samples as one channel at Opus' rate, piece by piece, so that a long one is given up early."""
    import av  # loading it takes longer than most pages

    try:
        with av.open(BytesIO(recorded), options={"format_whitelist": FORMS}, metadata_errors="ignore") as container:
            yield from _frames(container, longest)
    # Whatever a library meets in anybody's bytes.
    except (av.FFmpegError, ValueError, ArithmeticError, LookupError, MemoryError):
        raise NotHeard(Fault.BROKEN) from None


def _frames(container: Any, longest: int) -> Iterator[Any]:
    from av.audio.resampler import AudioResampler

    stream = next(iter(container.streams.audio), None)
    if stream is None or not _is_known(stream.codec_context.name):
        raise NotHeard(Fault.BROKEN)
    even, seconds = AudioResampler("flt", "mono", opus.RATE), 0.0
    for frame in container.decode(stream):
        seconds += frame.samples / frame.sample_rate
        if seconds > longest + OVER:
            raise NotHeard(Fault.LONG)
        yield from (one.to_ndarray()[0] for one in even.resample(frame))
    yield from (one.to_ndarray()[0] for one in even.resample(None) if seconds)


def _is_known(codec: str) -> bool:
    return codec in CODECS or codec.startswith(PLAIN)
