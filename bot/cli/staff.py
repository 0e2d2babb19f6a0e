"""werkmaat staff: who works with learners."""

from random import SystemRandom
from typing import Annotated

import typer

from bot.cli.common import AsJson, fail, group, opened_store, print_json
from bot.store import Store, people
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
) -> None:
    """Add a member of staff."""
    with opened_store() as store:
        try:
            added = people.add_staff(store, name, email, role, clock(), SystemRandom(), organisation=organisation)
        except Refused as error:
            fail(str(error))
    typer.echo(added.email)


@app.command("list")
def show(json: AsJson = False) -> None:
    """List the staff."""
    with opened_store() as store:
        names = {one.id: one.name for one in people.organisations(store)}
        listed = [_as_json(one, names[one.organisation_id]) for one in people.staff(store)]
    if json:
        print_json(listed)
        return
    for one in listed:
        typer.echo("\t".join(value for value in one.values() if value))


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


def _as_json(row: Staff, organisation: str) -> dict[str, str | None]:
    return {
        "email": row.email,
        "name": row.name,
        "role": row.role,
        "organisation": organisation,
        "disabled_at": row.disabled_at.isoformat() if row.disabled_at else None,
    }
