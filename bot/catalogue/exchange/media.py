"""What learners see and hear now: it goes out with a pack, and what comes in is held beside it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.catalogue.recordings import read_recordings
from bot.speech.sound import Sound
from bot.store import Store, entries, studio_files, studio_recordings
from bot.store.studio_recordings import Spoken, key


@dataclass(frozen=True)
class Media:
    """What learners see and hear.

    Attributes:
        picture: the picture of this name as it is sent; None when there is none.
        recordings: those of these sounds that somebody recorded.
    """

    picture: Callable[[str], bytes | None]
    recordings: Callable[[Collection[Sound]], Mapping[Sound, Spoken]]


NO_MEDIA = Media(lambda name: None, lambda sounds: {})


def recorded(store: Store, content: Path, locales: Path, sounds: Collection[Sound]) -> Mapping[Sound, Spoken]:
    """What people recorded of these sounds: in the studio, or else in the files."""
    found = read_recordings(content, entries.current(store), locales)
    of_files = {
        sound: Spoken(sound, found.files[sound].read_bytes(), one.speaker, one.licence)
        for sound, one in found.indexed.items()
        if sound in sounds
    }
    ours = studio_recordings.several(store, {key(sound) for sound in sounds})
    of_studio = {sound: ours[key(sound)] for sound in sounds if key(sound) in ours}
    bodies = {sound: studio_files.body(store, row.digest) for sound, row in of_studio.items()}
    return of_files | {
        sound: Spoken(sound, body, of_studio[sound].speaker, of_studio[sound].licence)
        for sound, body in bodies.items()
        if body
    }
