"""What a file is, by its first bytes."""

import struct

import pytest

from bot.simulator.media import mime_type, picture_size
from tests.simulator.world import SAMPLES

PNG = (SAMPLES / "photo.png").read_bytes()
WEBP = (SAMPLES / "sticker.webp").read_bytes()
GIF = b"GIF89a" + struct.pack("<HH", 30, 20)
JPEG = b"\xff\xd8\xff\xe0" + struct.pack(">H", 6) + bytes(4) + b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 20, 30)
WEBP_LOSSLESS = b"RIFF----WEBPVP8L----/" + (29 | 19 << 14).to_bytes(4, "little")
WEBP_EXTENDED = b"RIFF----WEBPVP8X" + bytes(8) + (29).to_bytes(3, "little") + (19).to_bytes(3, "little")


@pytest.mark.parametrize(
    ("data", "name", "kind", "size"),
    [
        (PNG, "", "image/png", (480, 320)),
        (WEBP, "", "image/webp", (512, 512)),
        (WEBP_LOSSLESS, "", "image/webp", (30, 20)),
        (WEBP_EXTENDED, "", "image/webp", (30, 20)),
        (GIF, "", "image/gif", (30, 20)),
        (JPEG, "a.txt", "image/jpeg", (30, 20)),
        (JPEG[:12], "", "image/jpeg", None),
        (b"\x00\x00\x00\x20ftypM4A ", "", "audio/mp4", None),
        (b"OggS", "", "audio/ogg", None),
        (b"<svg/>", "a.png", "image/png", None),
        (b"?", "", "application/octet-stream", None),
    ],
)
def test_types_and_sizes(data: bytes, name: str, kind: str, size: tuple[int, int] | None) -> None:
    assert mime_type(data, name) == kind
    assert picture_size(data) == size
