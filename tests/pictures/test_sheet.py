"""The signs of the content, and photographs."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.catalogue import images
from bot.pictures import NotDrawable
from bot.pictures.sheet import FORMATS, SIDE, photograph, sheet
from bot.settings import CONTENT

SIGNS = images.files(CONTENT)
SMALL = 20 * 1024
"""Bytes: a sign costs no more data than a sentence that is heard."""


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_is_drawn_small_and_is_not_empty(name: str) -> None:
    png = sheet(SIGNS[name])
    with Image.open(BytesIO(png)) as drawn:
        assert drawn.format == "PNG"
        assert len(drawn.convert("RGB").getcolors(2**16) or ()) > 2
    assert len(png) < SMALL


def test_a_photograph_is_made_small_and_keeps_nothing_of_the_camera(tmp_path: Path) -> None:
    noted = Image.Exif()
    noted[0x010F] = "a camera"
    Image.new("RGB", (2000, 1000), "green").save(tmp_path / "yard.jpg", exif=noted)
    with Image.open(BytesIO(sheet(tmp_path / "yard.jpg"))) as sent:
        assert sent.size == (SIDE, SIDE // 2)
        assert not sent.getexif()


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_but_the_picture_is_left_of_a_photograph(kind: str) -> None:
    noted = Image.Exif()
    noted[0x0112], noted[0x010F] = 6, "a secret camera"
    beside = {"comment": b"a secret comment", "xmp": b"<x>a secret place</x>", "icc_profile": b"a secret profile"}
    taken = BytesIO()
    Image.new("RGB", (400, 200), "green").save(taken, kind, exif=noted, **beside)
    assert b"secret" in taken.getvalue()
    kept = photograph(taken.getvalue())
    with Image.open(BytesIO(kept)) as small:
        assert (small.format, small.size) == ("JPEG", (200, 400))
    assert b"secret" not in kept


def a_photo(kind: str, size: tuple[int, int] = (40, 20)) -> bytes:
    taken = BytesIO()
    Image.new("1", size).save(taken, kind)
    return taken.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg/>",
        a_photo("PNG", (4000, 2000))[:200],
        a_photo("GIF"),
        a_photo("TIFF"),
        a_photo("PNG", (10_000, 5_001)),
    ],
    ids=["nothing", "a drawing", "cut off", "another kind", "one more kind", "too many pixels"],
)
def test_what_is_no_photograph_is_told(data: bytes) -> None:
    with pytest.raises(NotDrawable):
        photograph(data)


@pytest.mark.parametrize("file", ["sign.svg", "photo.png"])
def test_what_is_no_picture_is_told(file: str, tmp_path: Path) -> None:
    (tmp_path / file).write_bytes(b"\xff\xfe no picture")
    with pytest.raises(NotDrawable):
        sheet(tmp_path / file)
