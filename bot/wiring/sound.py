"""Sound, joined: the settings' speech program, and what people recorded."""

import sys
from functools import partial
from pathlib import Path

from bot.catalogue.folder import Folder, read_folder
from bot.catalogue.recordings import read_recordings
from bot.catalogue.spoken import messages, sounds, targets
from bot.i18n import Catalogues, Text
from bot.i18n.folders import read_folders
from bot.settings import CONTENT, LOCALES, Settings
from bot.speech.program import Program
from bot.speech.sound import NoSound, Sound
from bot.speech.speech import Speech
from bot.speech.together import together
from bot.telegram.attachments import Media
from bot.wiring.images import drawn

BUILD_ASIDE = (sys.executable, "-m", "bot", "audio", "build", "--aside")
"""Makes what is missing while nobody needs the processor, and says only what is wrong."""


def speech(settings: Settings, content: Path, folder: Folder, locales: Path) -> Speech:
    """Every sound of this machine. ``folder`` is what stands in ``content``."""
    program = Program(settings.speech_command, *settings.speech_speeds.split())
    return Speech(settings.sound_folder, program, read_recordings(content, folder.entries, locales).files)


def everything(settings: Settings) -> Speech:
    """Every sound of this machine; recordings are those that are there now."""
    return speech(settings, CONTENT, read_folder(CONTENT), LOCALES)


def media(found: Speech) -> Media:
    """What messages are sent with."""
    return Media(sound=found.file, image=drawn(CONTENT), together=partial(together, found))


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
