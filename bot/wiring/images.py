"""Pictures, joined: the files of the content, drawn as they are sent."""

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bot.catalogue import images
from bot.pictures import NotDrawable
from bot.pictures.sheet import sheet

log = logging.getLogger(__name__)


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
