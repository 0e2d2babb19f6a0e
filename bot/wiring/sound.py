"""Sound, joined: the settings' speech program, and what people recorded."""

import sys
from pathlib import Path

from bot.catalogue.folder import Folder, read_folder
from bot.catalogue.recordings import read_recordings
from bot.catalogue.spoken import sounds, targets
from bot.settings import CONTENT, Settings
from bot.speech.program import Program
from bot.speech.sound import Sound
from bot.speech.speech import Speech
from bot.telegram.attachments import Media
from bot.wiring.images import drawn

BUILD_ASIDE = (sys.executable, "-m", "bot", "audio", "build", "--aside")
"""Makes what is missing while nobody needs the processor, and says only what is wrong."""


def speech(settings: Settings, content: Path, folder: Folder) -> Speech:
    """Every sound of this machine. ``folder`` is what stands in ``content``."""
    program = Program(settings.speech_command, *settings.speech_speeds.split())
    return Speech(settings.sound_folder, program, read_recordings(content, folder.entries).files)


def media(settings: Settings) -> Media:
    """What messages are sent with; recordings are those that are there now."""
    return Media(sound=speech(settings, CONTENT, read_folder(CONTENT)).file, image=drawn(CONTENT))


def wanted(folder: Folder) -> dict[str, list[Sound]]:
    """What of the content is spoken, by target language."""
    return {language: sounds(folder.entries, language) for language in targets(folder.entries)}
