"""Several sounds heard one after the other: a message, part by part, so that a recording of any part is heard."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.speech import opus
from bot.speech.sound import NoSound, Sound
from bot.speech.speech import Speech


def together(speech: Speech, sounds: Sequence[Sound]) -> Path:
    """The file in which these sounds follow each other, kept by its content.

    The first one's language is that of the whole. Sounds in other ones are left out where they cannot be heard.
    Raises NoSound when one in the language of the whole cannot.
    """
    parts = [*_parts(speech, sounds)]
    if not parts:
        raise NoSound("there are no words")
    if len(parts) == 1:
        return parts[0]
    digests = b"".join(hashlib.sha256(part.read_bytes()).digest() for part in parts)
    place = speech.folder / f"{hashlib.sha256(digests).hexdigest()}{opus.SUFFIX}"
    return place if place.exists() else _joined(parts, place)


def _parts(speech: Speech, sounds: Sequence[Sound]) -> Iterator[Path]:
    for sound in sounds:
        try:
            yield speech.file(sound)
        except NoSound:
            if sound.language == sounds[0].language:
                raise


def _joined(parts: Sequence[Path], place: Path) -> Path:
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=place.parent) as under_way:
            whole = Path(under_way) / place.name
            opus.join(parts, whole)
            whole.replace(place)
    except opus.NotSound as error:
        raise NoSound(str(error)) from error
    except OSError as error:
        raise NoSound(f"{place.parent} cannot be written ({type(error).__name__})") from error
    return place
