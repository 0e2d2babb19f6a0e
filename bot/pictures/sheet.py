"""Pictures of the content as they are sent: drawn ones become PNG, photographs lose what a camera notes in them."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from bot.pictures.lettering import NotDrawable
from bot.pictures.png import rastered

SIDE = 640
"""The longest side of a photograph, in pixels: what a small phone shows."""

FORMATS = ("JPEG", "PNG", "WEBP")
"""Kinds of photograph that are read; others could hide more than a picture."""

MOST_PIXELS = 50_000_000
"""The most that a camera of a phone takes in its usual way; more would only fill the memory."""


class TooManyPixels(NotDrawable):
    """A photograph has more than ``MOST_PIXELS``."""


def sheet(path: Path) -> bytes:
    """Return the PNG or JPEG of a drawn sign or a photograph. Raises NotDrawable when it cannot be read."""
    try:
        return rastered(path.read_text("utf-8"), ()) if path.suffix == ".svg" else photograph(path.read_bytes())
    except (OSError, UnicodeDecodeError) as error:
        raise NotDrawable(f"{path.name} cannot be read") from error


def photograph(data: bytes) -> bytes:
    """Return a photograph as a JPEG for a small phone, upright, without what a camera notes in it: where and when.

    What can be seen through becomes white. Raises NotDrawable when it is none of ``FORMATS`` or is broken, and
    TooManyPixels.
    """
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as photo:
            if photo.width * photo.height > MOST_PIXELS:
                raise TooManyPixels(f"a photograph of {photo.width} by {photo.height} pixels is too large")
            upright = ImageOps.exif_transpose(photo)
            upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except NotDrawable:
        raise
    except Image.DecompressionBombError as error:
        raise TooManyPixels("a photograph is far too large") from error
    # A broken file makes Pillow fail in many ways.
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise NotDrawable("a photograph cannot be read") from error
    upright.thumbnail((SIDE, SIDE))
    upright = _on_white(upright)
    # Pillow would write comments and XMP again.
    upright.info.clear()
    small = BytesIO()
    upright.save(small, "JPEG", quality=80)
    return small.getvalue()


def _on_white(photo: Image.Image) -> Image.Image:
    """A JPEG cannot be seen through: what was, would become black."""
    if photo.mode == "RGB":
        return photo
    return Image.alpha_composite(Image.new("RGBA", photo.size, "white"), photo).convert("RGB")
