"""Pictures of the content: ``images/index.yml``, and the files beside it, drawn (SVG) or photographed (PNG, JPEG)."""

from collections.abc import Iterator
from pathlib import Path

from bot.catalogue.authored import Authored, Words, read_id
from bot.catalogue.fields import Fields

FOLDER = "images"
INDEX = "index.yml"
SUFFIXES = (".svg", ".png", ".jpg")
LARGEST = 300 * 1024
"""Bytes: learners pay for their data."""

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


def files(content: Path) -> dict[str, Path]:
    """Every picture there is, by its name."""
    found = (path for path in sorted((content / FOLDER).glob("*")) if path.suffix in SUFFIXES)
    return {path.stem: path for path in found}


def problem(path: Path) -> str | None:
    """What keeps a file from being sent; None when nothing does."""
    size = path.stat().st_size
    return f"has {size // 1024} KB: at most {LARGEST // 1024} are sent to a phone" if size > LARGEST else None


def _image(fields: Fields, written_in: str) -> Authored:
    image_id = read_id(fields, "image")
    body = {"alt": fields.text("alt"), "by": fields.text("by"), "licence": fields.text("licence")}
    fields.done()
    words = (Words(f"{image_id}.alt", body["alt"], ABOUT),) if body["alt"] else ()
    return Authored("image", image_id, body, fields.notes.file, fields.node.line, written_in, words)
