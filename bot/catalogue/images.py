"""Pictures of the content: ``images/index.yml``, and the files beside it, drawn (SVG) or photographed (PNG, JPEG)."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.catalogue.authored import Authored, Words, read_id
from bot.catalogue.fields import Fields
from bot.learning.shapes import Own, Plain, Shape

FOLDER = "images"
INDEX = "index.yml"
SUFFIXES = (".svg", ".png", ".jpg")
LARGEST = 300 * 1024
"""Bytes: learners pay for their data."""

LONGEST_ALT = 300
LONGEST_NAME = 100
"""Characters of who made a picture, and of its licence."""

LONGEST_SOURCE = 300

SHAPES: tuple[Shape, ...] = (
    Own("alt", longest=LONGEST_ALT, long=True),
    Plain("by", longest=LONGEST_NAME),
    Plain("licence", longest=LONGEST_NAME),
    Plain("source", required=False, longest=LONGEST_SOURCE),
)
"""What is written of a picture. One that was put in in the studio has ``file`` besides, the digest of what is in it."""

DIGEST = re.compile(r"[0-9a-f]{64}")

ABOUT = "what a picture shows, for who cannot see it; it must not give an answer away"


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the pictures of the index. Its own folder stands beside the file that ``fields`` were read from."""
    written_in = fields.text("written_in")
    for image in fields.each("images"):
        yield _image(image, written_in)
    fields.done()


def name_of(entry_id: str) -> str:
    """The name by which items ask for a picture."""
    return entry_id.removeprefix("image.")


def entry_id(name: str) -> str:
    """The id of the entry of a picture."""
    return f"image.{name}"


def files(content: Path) -> dict[str, Path]:
    """Every picture there is, by its name."""
    found = (path for path in sorted((content / FOLDER).glob("*")) if path.suffix in SUFFIXES)
    return {path.stem: path for path in found}


def problem(path: Path) -> str | None:
    """What keeps a file from being sent; None when nothing does."""
    size = path.stat().st_size
    return f"has {size // 1024} KB: at most {LARGEST // 1024} are sent to a phone" if size > LARGEST else None


def _image(fields: Fields, written_in: str) -> Authored:
    """One picture."""
    image_id = read_id(fields, "image")
    body = {"alt": fields.text("alt", LONGEST_ALT)}
    body |= {name: fields.text(name, LONGEST_NAME) for name in ("by", "licence")}
    body |= {name: value for name in ("source", "file") if (value := fields.optional(name, LONGEST_SOURCE))}
    if not DIGEST.fullmatch(body.get("file", "0" * 64)):
        fields.note("file", "is the digest of a picture, which the studio fills in: leave it out")
    fields.done()
    words = (Words(f"{image_id}.alt", body["alt"], ABOUT),) if body["alt"] else ()
    return Authored("image", image_id, body, fields.notes.file, fields.node.line, written_in, words)
