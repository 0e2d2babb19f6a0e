"""werkmaat learner: inviting learners, answering them, their data."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import announcing, assigning, replying
from bot.cli import invite as links
from bot.cli.common import AsJson, fail, group, on_one_line, opened, opened_store, print_json, say
from bot.store import erasing, learners
from bot.store.exporting import export as everything_of
from bot.store.inviting import Known, Script
from bot.store.tables import Invitation

app = group("Learners: their invitations, their messages, their data.")

TelegramId = Annotated[int, typer.Option("--telegram-id", help="The number of the learner's Telegram account.")]
Picture = Annotated[Path | None, typer.Option("--png", help="Also write the QR code to this file.")]


@app.command()
def invite(
    language: Annotated[str | None, typer.Option(help="The own language, such as ar.")] = None,
    sector: Annotated[str | None, typer.Option(help="The work, such as construction.")] = None,
    script: Annotated[Script | None, typer.Option(help="What the learner reads; none: listen mode.")] = None,
    listen: Annotated[bool, typer.Option("--listen", help="They read no script: listen mode.")] = False,
    counsellor: Annotated[str | None, typer.Option(help="E-mail address of their counsellor.")] = None,
    png: Picture = None,
    json: AsJson = False,
) -> None:
    """Make a link, and a QR code of it, that enrols one learner once."""
    known = Known(language, sector, Script.NONE if listen else script)
    with opened() as parts:
        invitation, link = links.make(parts, known, counsellor)
    _show(invitation, link, png, json)


@app.command()
def move(telegram_id: TelegramId, png: Picture = None, json: AsJson = False) -> None:
    """Make a link, and a QR code of it, that brings a learner's record to the new phone that opens it within a day."""
    with opened() as parts:
        invitation, link = links.for_new_phone(parts, telegram_id)
    _show(invitation, link, png, json)


@app.command()
def export(telegram_id: TelegramId) -> None:
    """Print everything that is kept of a learner, as one JSON document."""
    with opened_store() as store:
        kept = everything_of(store, telegram_id)
    if kept is None:
        fail(f"There is no learner with the Telegram account {telegram_id}")
    print_json(kept)


@app.command()
def erase(
    telegram_id: TelegramId,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Remove a learner and everything that is kept of them. It cannot be undone."""
    with opened_store() as store:
        learner = learners.by_telegram_id(store, telegram_id)
        if learner is None:
            fail(f"There is no learner with the Telegram account {telegram_id}")
        if not yes:
            typer.confirm(f"Erase {on_one_line(learner.name or learner.id)} for ever?", abort=True, err=True)
        with store.writing() as session:
            erasing.erase(session, learner.id)
        if not store.forget_freed_pages():
            say("Traces may remain in the file until the database is idle: run this again later.")


@app.command()
def reply(
    text: Annotated[str | None, typer.Argument(help="What to answer. Without --message: leave it out.")] = None,
    message: Annotated[str | None, typer.Option(help="The id of the message to answer.")] = None,
    staff: Annotated[str | None, typer.Option(help="E-mail address of who answers.")] = None,
    json: AsJson = False,
) -> None:
    """Answer a learner's message; without --message, list the messages that wait for an answer."""
    with opened_store() as store:
        if message is None:
            replying.show_waiting(store, json)
        elif text is None or not text.strip() or staff is None:
            raise typer.BadParameter("an answer needs --message, --staff and a text")
        else:
            replying.answer(store, message, staff, text)


@app.command()
def assign(
    telegram_id: TelegramId,
    unit: Annotated[str, typer.Option(help="The id of a unit, such as shared.phone.")],
    chooser: Annotated[str, typer.Option("--as", help="E-mail address of who chooses it. The learner reads the name.")],
    back: Annotated[bool, typer.Option("--take-back", help="Take it back.")] = False,
) -> None:
    """Choose a unit that comes first in a learner's lessons, and tell them who chose it; or take it back."""
    with opened() as parts:
        (assigning.take_back if back else assigning.assign)(parts, telegram_id, unit, chooser)


app.command()(announcing.announce)


def _show(invitation: Invitation, link: str, png: Path | None, json: bool) -> None:
    if json:
        print_json({"link": link, "code": invitation.code, "expires_at": invitation.expires_at.isoformat()})
    else:
        typer.echo(link)
    links.show_code(link, png)
