"""What somebody sent in as a picture: made ready for a small phone, or why it is none."""

from enum import StrEnum
from io import BytesIO

from PIL import Image

from bot.pictures.lettering import NotDrawable
from bot.pictures.sheet import TooManyPixels, photograph

LARGEST = 16 * 1024 * 1024
"""Bytes: what a camera of a phone makes of its best picture."""

SMALLEST = 120
"""Pixels of the longer side: on less nothing can be seen."""

LONGEST_STRIP = 4
"""So many times as long as wide: what is longer becomes a line on a phone."""


class Fault(StrEnum):
    """Why something is no picture to send."""

    EMPTY = "empty"
    LARGE = "large"
    PIXELS = "pixels"
    BROKEN = "broken"
    SMALL = "small"
    STRIP = "strip"


class NotSeen(Exception):
    """What was sent in cannot be shown."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def picture(sent: bytes) -> bytes:
    """A picture as a small JPEG in which nothing but the picture is left. Raises NotSeen."""
    if not sent:
        raise NotSeen(Fault.EMPTY)
    if len(sent) > LARGEST:
        raise NotSeen(Fault.LARGE)
    try:
        made = photograph(sent)
    except TooManyPixels:
        raise NotSeen(Fault.PIXELS) from None
    except NotDrawable:
        raise NotSeen(Fault.BROKEN) from None
    with Image.open(BytesIO(made)) as small:
        shorter, longer = sorted(small.size)
    if longer < SMALLEST:
        raise NotSeen(Fault.SMALL)
    if longer > shorter * LONGEST_STRIP:
        raise NotSeen(Fault.STRIP)
    return made
