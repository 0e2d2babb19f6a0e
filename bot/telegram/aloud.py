"""What of a reply is heard in the learner's own language: its lines, then its buttons by their place."""

from collections.abc import Iterator

from bot.i18n import Catalogues, Text
from bot.journeys.reply import Button, Reply
from bot.speech.sound import Sound


def sounds(reply: Reply, language: str, catalogues: Catalogues) -> list[Sound]:
    """The sounds in their order, part by part; none of a reply that is not spoken."""
    if not reply.spoken:
        return []
    lines = reply.lines if reply.aloud is None else reply.aloud
    parts = (Sound(catalogues.aloud(part, language), language) for line in lines for part in line)
    return [sound for sound in (*parts, *_buttons(reply, language, catalogues)) if sound.words]


def _buttons(reply: Reply, language: str, catalogues: Catalogues) -> Iterator[Sound]:
    """The place of each button and its words; what has no words is a picture that needs none."""
    for place, button in enumerate((one for row in reply.buttons for one in row), start=1):
        said = _said(button, language, catalogues)
        if said.words:
            yield Sound(catalogues.aloud(Text(f"listen.button.{place}"), language), language)
            yield said


def _said(button: Button, language: str, catalogues: Catalogues) -> Sound:
    return button.said or Sound(catalogues.aloud(button.label, language), language)
