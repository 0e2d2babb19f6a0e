"""Pictures, joined: the files of the content, drawn as they are sent."""

import logging
from collections.abc import Callable
from functools import cache, lru_cache, partial
from pathlib import Path

from bot.catalogue import images
from bot.catalogue.images import entry_id
from bot.pictures import NotDrawable, draw_paper
from bot.pictures.sheet import sheet
from bot.store import Store, studio_files

log = logging.getLogger(__name__)

KEPT = 64
"""Documents that need not be drawn again, and pictures of the studio that need not be read again."""


def pictures(content: Path, store: Store) -> Callable[[str], bytes | None]:
    """Return what finds a picture by its name: as it is published in the studio, or else as ``drawn`` has it."""
    of_files = drawn(content)
    # By its digest, since what a name stands for may change at any time.
    read = lru_cache(KEPT)(partial(studio_files.body, store))

    def find(name: str) -> bytes | None:
        digest = studio_files.of_picture(store, entry_id(name))
        return (read(digest) if digest else None) or of_files(name)

    return find


def drawn(content: Path) -> Callable[[str], bytes | None]:
    """Return what draws a picture by its name: once, then it is kept. None for one that is not there."""
    files = images.files(content)

    @cache
    def draw(name: str) -> bytes | None:
        try:
            return sheet(files[name])
        except (KeyError, NotDrawable) as error:
            log.error("The picture %s is left out: %s", name, error)
            return None

    return draw


@lru_cache(KEPT)
def paper(lines: tuple[str, ...]) -> bytes | None:
    """Draw a document. None when a character has no glyph: its lines are then read."""
    try:
        return draw_paper(lines)
    except NotDrawable as error:
        log.error("A document is left out: %s", error)
        return None
