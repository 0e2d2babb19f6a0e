"""What is neither words nor a button: a deliberate answer to each."""

from bot.i18n import Text
from bot.journeys.reply import command_button
from bot.journeys.turn import Turn

ANSWERED = ("voice", "photo", "sticker", "location", "contact", "document", "old_button")
"""Kinds that have a sentence of their own."""


def answer(turn: Turn, media: str) -> None:
    """Say what is done with it, and where to go on."""
    kind = media if media in ANSWERED else "other"
    rows = ((command_button("counsellor"), command_button("practise")),)
    turn.say(Text(f"media.{kind}"), buttons=rows)
