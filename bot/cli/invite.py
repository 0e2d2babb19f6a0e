"""An invitation link: made for one learner, shown as words and as a QR code."""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom

import segno
import typer

from bot.cli.common import fail, say
from bot.store import inviting
from bot.store.inviting import Script
from bot.store.people import Refused
from bot.store.tables import Invitation
from bot.wiring.parts import Parts

BORDER = 4
"""What a QR code needs around it to be read, in its own squares."""

PIXELS = 10
"""Of one square in a picture file: sharp when printed."""


@dataclass(frozen=True)
class Wishes:
    """What the counsellor already knows of the learner."""

    language: str | None
    sector: str | None
    script: Script | None
    counsellor: str | None


def make(parts: Parts, wishes: Wishes) -> tuple[Invitation, str]:
    """Keep an invitation. Returns it and its link; the command ends when something is not known here."""
    from bot.wiring.telegram import bot_name

    _check(parts, wishes)
    try:
        name = asyncio.run(bot_name(parts.settings))
        invitation = inviting.invite(parts.store, parts.clock(), SystemRandom(), **vars(wishes))
    except (ConnectionError, Refused) as error:
        fail(str(error))
    if parts.settings.demo:
        say(f"This is the demo: open the link in a phone at {parts.settings.console_address}/phone")
    return invitation, f"https://t.me/{name}?start={invitation.code}"


def show_code(link: str, png: Path | None) -> None:
    """Show the QR code in the terminal, and write it to a file if one is named."""
    code = segno.make(link, error="m", micro=False)
    code.terminal(out=sys.stderr, border=BORDER, compact=True)
    if png:
        code.save(str(png), kind="png", scale=PIXELS, border=BORDER)


def _check(parts: Parts, wishes: Wishes) -> None:
    languages = parts.catalogues.languages
    if wishes.language and wishes.language not in languages:
        raise typer.BadParameter(f"--language takes one of {', '.join(languages)}")
    sectors = [sector.id for sector in parts.courses.current().region.sectors]
    if wishes.sector and wishes.sector not in sectors:
        raise typer.BadParameter(f"--sector takes one of {', '.join(sectors)}")
