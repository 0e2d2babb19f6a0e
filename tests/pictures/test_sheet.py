"""The signs of the content, and photographs."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.catalogue import images
from bot.pictures import NotDrawable
from bot.pictures.sheet import SIDE, sheet
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


@pytest.mark.parametrize("file", ["sign.svg", "photo.png"])
def test_what_is_no_picture_is_told(file: str, tmp_path: Path) -> None:
    (tmp_path / file).write_bytes(b"\xff\xfe no picture")
    with pytest.raises(NotDrawable):
        sheet(tmp_path / file)
