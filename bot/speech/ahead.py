"""Making sounds before somebody asks for them, and removing those that nobody will ask for."""

import shutil
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum

from bot.speech.sound import NoSound, Sound
from bot.speech.speech import Speech


class Outcome(StrEnum):
    """What became of a sound that can be heard."""

    MADE = "made"
    KEPT = "kept"
    RECORDED = "recorded"


@dataclass(frozen=True)
class Built:
    """How many sounds can be heard, by what became of them; and how many cannot, by language and reason."""

    heard: Counter[Outcome] = field(default_factory=Counter)
    failed: Counter[tuple[str, str]] = field(default_factory=Counter)


def build(speech: Speech, sounds: Collection[Sound], workers: int, done: Callable[[], None] = lambda: None) -> Built:
    """Make every sound that is not there yet.

    Args:
        speech: makes them.
        sounds: what will be asked for.
        workers: how many are made at the same time; each runs the speech program.
        done: called after each.
    """
    built = Built()
    with ThreadPoolExecutor(workers) as pool:
        for outcome in pool.map(lambda sound: _outcome(speech, sound), sounds):
            if isinstance(outcome, Outcome):
                built.heard[outcome] += 1
            else:
                built.failed[outcome] += 1
            done()
    return built


def prune(speech: Speech, needed: Iterable[Sound]) -> int:
    """Remove every file of the folder that none of these sounds is kept in. Returns how many."""
    if not speech.folder.exists():
        return 0
    places = {speech.place(sound) for sound in needed}
    unneeded = [path for path in speech.folder.iterdir() if path not in places]
    for path in unneeded:
        # A folder holds what was cut off while it was made.
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return len(unneeded)


def _outcome(speech: Speech, sound: Sound) -> Outcome | tuple[str, str]:
    known = speech.known(sound)
    if known:
        return Outcome.KEPT if known == speech.place(sound) else Outcome.RECORDED
    try:
        speech.file(sound)
    except NoSound as error:
        return sound.language, f"{error} ({error.detail})" if error.detail else str(error)
    return Outcome.MADE
