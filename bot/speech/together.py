"""Several sounds heard one after the other: a message, part by part, so that a recording of any part is heard."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.speech import opus
from bot.speech.sound import NoSound, Sound
from bot.speech.speech import Speech


def together(speech: Speech, sounds: Sequence[Sound], language: str) -> bytes:
    """The sounds one after the other, as OGG/Opus; kept by its content, but for what is personal.

    Those in other languages than the one of the whole are left out where they cannot be heard. Raises NoSound when one
    in the language of the whole cannot.
    """
    try:
        speech.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=speech.folder) as aside:
            parts = [*_parts(speech, sounds, language, Path(aside))]
            if not parts:
                raise NoSound("there are no words")
            if len(parts) == 1:
                return parts[0].read_bytes()
            kept = not any(sound.personal for sound in sounds)
            return _joined(parts, speech.folder if kept else Path(aside), Path(aside)).read_bytes()
    except opus.NotSound as error:
        raise NoSound(str(error)) from error
    except OSError as error:
        raise NoSound(f"{speech.folder} cannot be written ({type(error).__name__})") from error


def _parts(speech: Speech, sounds: Sequence[Sound], language: str, aside: Path) -> Iterator[Path]:
    for number, sound in enumerate(sounds):
        try:
            yield _passing(speech, sound, aside / str(number)) if sound.personal else speech.file(sound)
        except NoSound:
            if sound.language == language:
                raise


def _passing(speech: Speech, sound: Sound, folder: Path) -> Path:
    folder.mkdir()
    return speech.said(sound, folder)


def _joined(parts: Sequence[Path], folder: Path, aside: Path) -> Path:
    digests = b"".join(hashlib.sha256(part.read_bytes()).digest() for part in parts)
    place = folder / f"{hashlib.sha256(digests).hexdigest()}{opus.SUFFIX}"
    if not place.exists():
        whole = aside / f"whole{opus.SUFFIX}"
        opus.join(parts, whole)
        whole.replace(place)
    return place
