"""Pictures of the content as they are sent: drawn ones become PNG, photographs lose what a camera notes in them."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from bot.pictures.lettering import NotDrawable
from bot.pictures.png import rastered

SIDE = 640
"""The longest side of a photograph, in pixels: what a small phone shows."""


def sheet(path: Path) -> bytes:
    """Return the PNG or JPEG of a drawn sign or a photograph. Raises NotDrawable when it cannot be read."""
    try:
        return rastered(path.read_text("utf-8"), ()) if path.suffix == ".svg" else _photograph(path)
    except (OSError, UnicodeDecodeError) as error:
        raise NotDrawable(f"{path.name} cannot be read") from error


def _photograph(path: Path) -> bytes:
    with Image.open(path) as photo:
        upright = ImageOps.exif_transpose(photo).convert("RGB")
    upright.thumbnail((SIDE, SIDE))
    small = BytesIO()
    upright.save(small, "JPEG", quality=80)
    return small.getvalue()
