"""What all previews of the console share: its words, and pictures and sounds as the bot sends them."""

from functools import partial

from bot.speech.speech import Speech
from bot.wiring import sound
from bot.wiring.parts import Parts
from bot.wiring.preview.stage import Props


def props(parts: Parts, heard: Speech) -> Props:
    """What they share, with the sounds of this machine."""
    speaks = partial(sound.speaks, heard, parts.catalogues)
    return Props(parts.catalogues, sound.media(heard, parts.store), speaks, parts.random)
