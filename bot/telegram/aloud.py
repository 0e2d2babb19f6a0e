"""What of a reply is heard: its lines, then its buttons by what stands on each. Every part in its own voice."""

from collections.abc import Iterator

from bot.i18n import Catalogues, Part, Text
from bot.journeys.reply import Button, Reply
from bot.speech.sound import Sound
from bot.telegram import keyboards


def sounds(reply: Reply, language: str, catalogues: Catalogues) -> list[Sound]:
    """The sounds in their order, part by part; none of a reply that is not spoken."""
    if not reply.spoken:
        return []
    return [*_lines(reply, language, catalogues), *_buttons(reply, language, catalogues)]


def without_own(reply: Reply, language: str, catalogues: Catalogues) -> list[Sound]:
    """Those in other languages than the learner's own, which has no voice.

    Buttons are heard one after the other when all that have words can be; else the order would say something wrong.
    """
    if not reply.spoken:
        return []
    each = [said for button in _each(reply) if (said := _said(button.label, language, catalogues))]
    labels = [sound for said in each for sound in said]
    lines = [sound for sound in _lines(reply, language, catalogues) if sound.language != language]
    return [*lines, *(labels if all(sound.language != language for sound in labels) else ())]


def _lines(reply: Reply, language: str, catalogues: Catalogues) -> list[Sound]:
    """The lines; what stands in none of them, as it trains listening, comes last."""
    lines = reply.lines if reply.aloud is None else reply.aloud
    said = [sound for line in lines for part in line for sound in _said(part, language, catalogues)]
    if reply.sound is None:
        return said
    # The reply's own knows for whom it was recorded.
    said = [reply.sound if sound == reply.sound else sound for sound in said]
    return [*said, reply.sound] if reply.aloud is None and reply.sound not in said else said


def _buttons(reply: Reply, language: str, catalogues: Catalogues) -> Iterator[Sound]:
    """The number or the place of each button, and its words; what has no words is a picture that needs none."""
    each = _each(reply)
    marks = keyboards.marks([button.label for button in each], language, catalogues)
    for place, (button, mark) in enumerate(zip(each, marks, strict=True), start=1):
        if said := _said(button.label, language, catalogues):
            numbered = mark in keyboards.PLACES
            where = Text(f"listen.number.{place}") if numbered else Text(f"listen.button.{place}")
            yield from _said(where, language, catalogues)
            yield from said


def _each(reply: Reply) -> list[Button]:
    return [one for row in reply.buttons for one in row]


def _said(part: Part, language: str, catalogues: Catalogues) -> list[Sound]:
    found = catalogues.pieces(part, language)
    return [Sound(piece.words, piece.language, personal=piece.personal) for piece in found]
