"""Recordings of the studio, joined: from the store into a file, as everything that is heard is one."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.speech import opus
from bot.speech.sound import Sound
from bot.store import Store, studio_files, studio_recordings


def recorded(store: Store, folder: Path) -> Callable[[Sound], Path | None]:
    """Return what finds the file of a sound that somebody recorded; None for one that nobody did.

    The store is asked each time: so a recording is heard at once, and not any more when it was taken away.
    """

    def find(sound: Sound) -> Path | None:
        digest = studio_recordings.digest(store, sound)
        if digest is None:
            return None
        # Named by what is in it: an old file is never taken for a new one.
        place = folder / f"{digest}{opus.SUFFIX}"
        return place if place.exists() or _written(store, digest, place) else None

    return find


def _written(store: Store, digest: str, place: Path) -> bool:
    """Write a file of the store. Returns False when it is gone meanwhile."""
    body = studio_files.body(store, digest)
    if body is None:
        return False
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=place.parent) as under_way:
        # Whole or not at all: another process may look for it now.
        whole = Path(under_way) / place.name
        whole.write_bytes(body)
        whole.replace(place)
    return True
