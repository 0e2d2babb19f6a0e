"""A link for one learner, who comes for the first time or with a new phone: shown as words and as a QR code."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom

import segno
import typer

from bot.cli import staff
from bot.cli.common import fail, say
from bot.store import inviting, learners
from bot.store.inviting import Known
from bot.store.tables import Invitation
from bot.wiring.parts import Parts

BORDER = 4
"""What a QR code needs around it to be read, in its own squares."""

PIXELS = 10
"""Of one square in a picture file: sharp when printed."""


def make(parts: Parts, known: Known, counsellor: str | None) -> tuple[Invitation, str]:
    """Keep an invitation. Returns it and its link; the command ends when something is not known here."""
    _check(parts, known)
    member = staff.find(parts.store, counsellor) if counsellor else None
    staff_id = member.id if member else None
    return _with_link(
        parts, lambda: inviting.invite(parts.store, [known], parts.clock(), SystemRandom(), staff_id=staff_id)[0]
    )


def for_new_phone(parts: Parts, telegram_id: int) -> tuple[Invitation, str]:
    """Keep the link that brings a learner's record to another account; the command ends when there is none."""
    learner = learners.by_telegram_id(parts.store, telegram_id)
    if learner is None:
        fail(f"There is no learner with the Telegram account {telegram_id}")
    return _with_link(parts, lambda: inviting.for_new_phone(parts.store, learner.id, parts.clock(), SystemRandom()))


def show_code(link: str, png: Path | None) -> None:
    """Show the QR code in the terminal, and write it to a file if one is named."""
    code = segno.make(link, error="m", micro=False)
    code.terminal(out=sys.stderr, border=BORDER, compact=True)
    if png:
        code.save(str(png), kind="png", scale=PIXELS, border=BORDER)


def _with_link(parts: Parts, keep: Callable[[], Invitation]) -> tuple[Invitation, str]:
    from bot.wiring.telegram import bot_name

    try:
        name = asyncio.run(bot_name(parts.settings))
    except ConnectionError as error:
        fail(str(error))
    invitation = keep()
    if parts.settings.demo:
        say(f"This is the demo: open the link in a phone at {parts.settings.console_address}/phone")
    return invitation, f"https://t.me/{name}?start={invitation.code}"


def _check(parts: Parts, known: Known) -> None:
    languages = parts.catalogues.languages
    if known.language and known.language not in languages:
        raise typer.BadParameter(f"--language takes one of {', '.join(languages)}")
    sectors = [sector.id for sector in parts.courses.current().region.sectors]
    if known.sector and known.sector not in sectors:
        raise typer.BadParameter(f"--sector takes one of {', '.join(sectors)}")
