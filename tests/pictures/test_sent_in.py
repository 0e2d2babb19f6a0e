"""What somebody sends in as a picture becomes a small JPEG with nothing else in it; or it is said why it does not."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.pictures.sent_in import LARGEST, Fault, NotSeen, picture
from bot.pictures.sheet import SIDE

SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def a_picture(kind: str = "JPEG", size: tuple[int, int] = (900, 600), mode: str = "RGB", **beside: Any) -> bytes:
    made = BytesIO()
    Image.new(mode, size, "green").save(made, kind, **beside)
    return made.getvalue()


def bomb(side: int) -> bytes:
    """A PNG of few bytes that says that it has many pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


def taken_in_ghent() -> bytes:
    """A photograph that tells where it was taken, and lies on its side."""
    noted = Image.Exif()
    noted[0x0112] = 6
    noted[0x010F] = "a secret camera"
    noted.get_ifd(0x8825).update({1: "N", 2: (51.0, 3.0, 14.0), 3: "E", 4: (3.0, 43.0, 31.0)})
    return a_picture(exif=noted, comment=b"a secret comment")


def test_where_a_photograph_was_taken_is_gone_and_it_stands_upright() -> None:
    taken = taken_in_ghent()
    with Image.open(BytesIO(taken)) as before:
        assert before.getexif().get_ifd(0x8825)
    made = picture(taken)
    with Image.open(BytesIO(made)) as after:
        assert (after.format, after.size) == ("JPEG", (round(SIDE * 2 / 3), SIDE))
        assert not after.getexif()
    assert b"secret" not in made
    assert b"Exif" not in made


def test_what_can_be_seen_through_becomes_white() -> None:
    made = BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(made, "PNG")
    with Image.open(BytesIO(picture(made.getvalue()))) as white:
        assert white.getpixel((100, 100)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "P", "1", "I;16"])
def test_every_way_of_colouring_is_read(mode: str) -> None:
    made = BytesIO()
    Image.new(mode, (300, 200)).save(made, "PNG")
    assert picture(made.getvalue()).startswith(b"\xff\xd8")


FAULTY = {
    "nothing": (b"", Fault.EMPTY),
    "a drawing with script": (SCRIPT, Fault.BROKEN),
    "words": (b"Dag Sofie, tot morgen." * 40, Fault.BROKEN),
    "a page": (b"<html><script>alert(1)</script></html>", Fault.BROKEN),
    "cut off": (a_picture()[:900], Fault.BROKEN),
    "another kind": (a_picture("GIF"), Fault.BROKEN),
    "too many bytes": (b"\xff\xd8" + bytes(LARGEST), Fault.LARGE),
    "more than 50 megapixels": (bomb(7_200), Fault.PIXELS),
    "a bomb": (bomb(60_000), Fault.PIXELS),
    "a dot": (a_picture(size=(100, 100)), Fault.SMALL),
    "a strip": (a_picture(size=(1000, 100)), Fault.STRIP),
}


@pytest.mark.parametrize("name", FAULTY)
def test_it_is_said_why_something_is_no_picture(name: str) -> None:
    sent, fault = FAULTY[name]
    with pytest.raises(NotSeen) as caught:
        picture(sent)
    assert caught.value.fault is fault


@given(st.binary(max_size=2000) | st.binary(max_size=500).map(lambda rest: a_picture()[:700] + rest))
@settings(max_examples=100, deadline=None)
def test_wild_bytes_are_refused_or_a_picture(sent: bytes) -> None:
    try:
        assert picture(sent).startswith(b"\xff\xd8")
    except NotSeen as error:
        assert error.fault in Fault  # noqa: PT017 - either is right, and nothing else may come out
