"""Recordings as browsers and phones make them."""

from functools import cache
from io import BytesIO

import av
import numpy as np
from av.audio.resampler import AudioResampler

FORMS = {
    "webm": "libopus",
    "ogg": "libopus",
    "mp4": "aac",
    "adts": "aac",
    "mp3": "libmp3lame",
    "flac": "flac",
    "wav": "pcm_s16le",
}
"""Containers, with the codec that stands in them: Chrome, Firefox, Safari, and files from elsewhere."""


@cache
def recording(seconds: float = 1, form: str = "webm", rate: int = 48_000, loud: float = 0.3) -> bytes:
    """A tone of 440 Hz in two channels."""
    file = BytesIO()
    with av.open(file, "w", format=form) as container:
        stream = container.add_stream(FORMS[form], rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "stereo"
        tone = loud * np.sin(2 * np.pi * 440 * np.arange(int(rate * seconds)) / rate)
        frame = av.AudioFrame.from_ndarray(np.stack([tone, tone]).astype("float32"), format="fltp", layout="stereo")
        frame.sample_rate = rate
        size = stream.codec_context.frame_size or 1024
        even = AudioResampler(stream.codec_context.format, "stereo", rate, frame_size=size)
        for one in [*even.resample(frame), *even.resample(None)]:
            container.mux(stream.encode(one))
        container.mux(stream.encode(None))
    return file.getvalue()


@cache
def picture() -> bytes:
    """A film without sound."""
    file = BytesIO()
    with av.open(file, "w", format="webm") as container:
        stream = container.add_stream("libvpx", rate=10)
        assert isinstance(stream, av.VideoStream)
        stream.width = stream.height = 32
        stream.pix_fmt = "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), dtype="uint8"), format="rgb24")
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return file.getvalue()
