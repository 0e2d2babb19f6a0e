"""werkmaat alert: who asks for a call, and what is done about it."""

from collections.abc import Sequence
from random import SystemRandom
from typing import Annotated, Any

import typer
from babel.dates import format_timedelta

from bot.cli import staff as people
from bot.cli.common import AsJson, fail, group, on_one_line, opened_store, print_json, say
from bot.journeys import alerts as journey
from bot.journeys import open_alerts
from bot.journeys.alerts import AlreadyDone
from bot.journeys.open_alerts import Seen
from bot.store import Store, alerts
from bot.store import people as members
from bot.store.tables import AlertEvent, Staff
from bot.wiring.parts import clock

app = group("Alerts: learners who ask for a call.")

AlertId = Annotated[str, typer.Argument(help="The id of the alert.")]
Email = Annotated[str, typer.Option("--as", help="Your e-mail address, as on the staff.")]


@app.command("list")
def show(
    email: Annotated[str | None, typer.Option("--as", help="Only what this member of staff may see.")] = None,
    json: AsJson = False,
) -> None:
    """List the alerts that nobody closed, oldest first."""
    with opened_store() as store:
        seen = _seen(store, people.find(store, email) if email else None)
        names = {one.id: one.name for one in members.staff(store)}
        if json:
            print_json([_as_json(store, one, names) for one in seen])
            return
    for one in seen:
        typer.echo(_line(one, names))
    if not seen:
        say("No alert is open.")


@app.command()
def acknowledge(alert: AlertId, email: Email) -> None:
    """Take an alert on: you will call. Nobody else is told any more, and the learner reads your name."""
    with opened_store() as store:
        staff = _who_may(store, alert, email)
        try:
            journey.acknowledge(store, alert, staff, clock(), SystemRandom())
        except AlreadyDone as error:
            fail(f"{error} See: werkmaat alert list")


@app.command()
def close(
    alert: AlertId,
    email: Email,
    note: Annotated[str, typer.Option(help="What was done. The learner reads it if they ask for their data.")],
) -> None:
    """Note what was done; the alert is over."""
    if not note.strip():
        raise typer.BadParameter("say what was done", param_hint="--note")
    with opened_store() as store:
        staff = _who_may(store, alert, email)
        try:
            journey.close(store, alert, staff, note.strip(), clock())
        except AlreadyDone as error:
            fail(f"{error} See: werkmaat alert list")


def _who_may(store: Store, alert_id: str, email: str) -> Staff:
    """The member of staff, who stands by the alert's learner; the command ends when they do not."""
    staff = people.find(store, email)
    if open_alerts.may_answer(store, staff, alert_id, clock()) is None:
        fail(f"No learner of yours has an alert {alert_id}. See: werkmaat alert list --as {staff.email}")
    return staff


def _seen(store: Store, viewer: Staff | None) -> Sequence[Seen]:
    """What somebody may see. Whoever sits at the machine sees what the whole team sees."""
    if viewer is None:
        return [Seen(alert, learner, alert.shows) for alert, learner in alerts.all_open(store)]
    return open_alerts.seen_by(store, viewer, clock()).seen


def _line(one: Seen, names: dict[str, str]) -> str:
    ago = format_timedelta(one.alert.at - clock(), add_direction=True, locale="en")
    by = names.get(one.alert.acknowledged_by or "")
    state = f"taken on by {on_one_line(by)}" if by else "nobody took it on"
    return f"{one.alert.id}  {on_one_line(one.learner.name or '') or '-'}  {one.shows}  {ago}  {state}"


def _as_json(store: Store, one: Seen, names: dict[str, str]) -> dict[str, Any]:
    taken_on = one.alert.acknowledged_at
    return {
        "id": one.alert.id,
        "learner": one.learner.name,
        "shows": one.shows,
        "at": one.alert.at.isoformat(),
        "acknowledged_at": taken_on.isoformat() if taken_on else None,
        "acknowledged_by": names.get(one.alert.acknowledged_by or ""),
        "events": [_event(event, names) for event in alerts.events(store, one.alert.id)],
    }


def _event(event: AlertEvent, names: dict[str, str]) -> dict[str, str | None]:
    by = names.get(event.staff_id or "", "learner")
    return {"what": event.what, "by": by, "note": event.note, "at": event.at.isoformat()}
