"""Sound, joined: the settings' speech program, and what people recorded."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.catalogue.authored import Entry
from bot.catalogue.folder import Folder
from bot.catalogue.recordings import read_recordings
from bot.catalogue.spoken import messages, sounds, targets
from bot.i18n import Catalogues, Text
from bot.i18n.folders import read_folders
from bot.settings import CONTENT, LOCALES, Settings
from bot.speech.program import Program
from bot.speech.sound import NoSound, Sound
from bot.speech.speech import Speech
from bot.speech.together import together
from bot.store import Store, entries
from bot.telegram.attachments import Media
from bot.wiring.images import paper, pictures
from bot.wiring.studio_sound import recorded

BUILD_ASIDE = (sys.executable, "-m", "bot", "audio", "build", "--aside")
"""Makes what is missing while nobody needs the processor, and says only what is wrong."""


def speech(settings: Settings, content: Path, spoken: Iterable[Entry], locales: Path) -> Speech:
    """Every sound of this machine without those of the studio. ``spoken`` are the entries of ``content``."""
    program = Program(settings.speech_command, *settings.speech_speeds.split())
    return Speech(settings.sound_folder, program, read_recordings(content, spoken, locales).files)


def everything(settings: Settings, store: Store) -> Speech:
    """Every sound of this machine; recordings are those of the files that are there now, and those of the studio."""
    # What is published says which recordings are in use, and is read in a tenth of the time that the files take.
    of_files = speech(settings, CONTENT, entries.current(store), LOCALES)
    return replace(of_files, studio=recorded(store, settings.sound_folder))


def media(found: Speech, store: Store) -> Media:
    """What messages are sent with."""
    return Media(sound=found.file, image=pictures(CONTENT, store), together=partial(together, found), paper=paper)


def speaks(found: Speech, catalogues: Catalogues, language: str) -> bool:
    """Whether an own language can be heard here: tried, as only the program knows which voices it has."""
    return _can_say(found, Sound(catalogues.aloud(Text("listen.on"), language), language))


def wanted(folder: Folder) -> dict[str, list[Sound]]:
    """What of the content is spoken, by target language."""
    return {language: sounds(folder.entries, language) for language in targets(folder.entries)}


def own(found: Speech, locales: Path) -> dict[str, list[Sound]]:
    """The messages that are spoken to who listens, by own language; only languages that can be heard here."""
    each = {language: messages(locales, language) for language in read_folders(locales).languages}
    return {language: said for language, said in each.items() if said and _can_say(found, said[0])}


def _can_say(found: Speech, sound: Sound) -> bool:
    try:
        found.file(sound)
    except NoSound:
        return False
    return True
