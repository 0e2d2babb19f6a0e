"""werkmaat staff: who works with learners."""

from datetime import datetime, time, timedelta
from random import SystemRandom
from typing import Annotated

import typer

from bot.catalogue import pofiles
from bot.cli.common import AsJson, fail, group, opened, opened_store, print_json, say, settings
from bot.cli.report_words import STAFF_LANGUAGE
from bot.journeys import staffing
from bot.settings import LOCALES
from bot.store import Store, absences, people
from bot.store.people import Refused, Role
from bot.store.tables import Staff
from bot.wiring.parts import clock

app = group("Counsellors, coordinators, leads and administrators.")

Email = Annotated[str, typer.Argument(help="The e-mail address of this person.")]


@app.command()
def add(
    email: Email,
    name: Annotated[str, typer.Option(help="As learners will read it.")],
    role: Annotated[Role, typer.Option(help="What this person may do.")] = Role.COUNSELLOR,
    organisation: Annotated[str | None, typer.Option(help="Its name. Default: the first one.")] = None,
    new_organisation: Annotated[str | None, typer.Option(help="The name of one that begins with this person.")] = None,
    language: Annotated[str, typer.Option(help="The language of this person's pages and mails.")] = STAFF_LANGUAGE,
) -> None:
    """Add a member of staff, and tell the link with which they choose a password."""
    if language not in _languages():
        raise typer.BadParameter(f"there is: {', '.join(_languages())}", param_hint="--language")
    if organisation and new_organisation:
        raise typer.BadParameter("say either --organisation or --new-organisation")
    who, made_at, home = (name, email, role), clock(), new_organisation or organisation
    with opened_store() as store:
        try:
            if new_organisation:
                people.add_organisation(store, new_organisation, made_at, SystemRandom())
            added = people.add_staff(store, *who, made_at, SystemRandom(), organisation=home, language=language)
        except Refused as error:
            fail(str(error))
        link = _link(store, added)
    typer.echo(added.email)
    say(f"A password is chosen, once and within a week, at {link}")


@app.command()
def invite(email: Email) -> None:
    """Print a new link with which somebody chooses a password and sets up the code of their phone anew."""
    with opened_store() as store:
        member = find(store, email)
        code = staffing.begin_anew(store, member.organisation_id, member.id, clock(), SystemRandom())
    typer.echo(staffing.link(settings().console_link, code))


@app.command("list")
def show(json: AsJson = False) -> None:
    """List the staff."""
    with opened_store() as store:
        names = {one.id: one.name for one in people.organisations(store)}
        staff = people.staff(store)
        emails = {one.id: one.email for one in staff}
        listed = [_as_json(one, names[one.organisation_id], emails.get(one.stand_in_id or "")) for one in staff]
    if json:
        print_json(listed)
        return
    for one in listed:
        typer.echo("\t".join(value for value in one.values() if value))


@app.command()
def absent(
    email: Email,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last day of absence.")] = None,
    stand_in: Annotated[str | None, typer.Option(help="E-mail address of who is told of alerts instead.")] = None,
    back: Annotated[bool, typer.Option("--back", help="They are there again.")] = False,
) -> None:
    """Note until when somebody is away, and who stands in: alerts go there meanwhile."""
    if back == bool(until):
        raise typer.BadParameter("say either --until or --back")
    with opened() as parts:
        zone = parts.courses.current().region.zone
        ends = datetime.combine(until + timedelta(days=1), time(), zone) if until else None
        try:
            absences.note_named(parts.store, email, ends, stand_in)
        except Refused as error:
            fail(str(error))


@app.command()
def disable(email: Email) -> None:
    """Take a member of staff's access away. What they wrote to learners stays."""
    with opened_store() as store:
        try:
            people.disable_staff(store, email, clock())
        except Refused as error:
            fail(str(error))


def find(store: Store, email: str) -> Staff:
    """The member of staff with this address; the command ends when there is none, or no longer."""
    try:
        with store.reading() as session:
            found = people.member_named(session, email)
    except Refused as error:
        fail(str(error))
    if found.disabled_at:
        fail(f"{found.email} is disabled.")
    return found


def _link(store: Store, member: Staff) -> str:
    return staffing.link(settings().console_link, staffing.invite(store, member, clock(), SystemRandom()))


def _languages() -> list[str]:
    """The languages that have words for staff."""
    return [folder.name for folder in pofiles.folders(LOCALES, "staff")]


def _as_json(row: Staff, organisation: str, stand_in: str | None) -> dict[str, str | None]:
    return {
        "email": row.email,
        "name": row.name,
        "role": row.role,
        "organisation": organisation,
        "language": row.language,
        "stand_in": stand_in,
        "absent_until": row.absent_until.isoformat() if row.absent_until else None,
        "disabled_at": row.disabled_at.isoformat() if row.disabled_at else None,
    }
