"""/today: who needs whoever looks, and why; what is done about a call is done right there."""

from collections.abc import Callable
from datetime import date, datetime

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import ADMINISTERING, COUNSELLING, Page
from bot.console.visit import Visit
from bot.i18n import Text, Value
from bot.journeys import alerts, open_alerts
from bot.journeys.alerts import AlreadyDone
from bot.journeys.today import Entry, today
from bot.safeguarding.sharing import CALL
from bot.store import Store, caseloads
from bot.store.people import Role
from bot.store.tables import Alert, Staff

LONGEST_NOTE = 2000

MOST_MESSAGES = 30
"""Learners who wait, on this page; the page of messages has the others."""

TEMPLATES = {
    "gone_quiet": "how_are_you",
    "first_lesson": "well_done",
    "mission": "congratulations",
    "hard_item": "well_done",
    "unit_holds": "well_done",
    "back": "well_done",
    "work_word": "thank_you",
}
"""Sentences that are ready (``journeys/ready.py``), by the rule that found a learner."""

MAY_CALL = COUNSELLING | ADMINISTERING
"""Administrators stand above all others on the ladder of an alert; they see the calls alone."""


def show(visit: Visit, fault: str | None = None) -> Response:
    """The page."""
    whose = _whose(visit)
    found = today(visit.desk.store, visit.desk.courses.current(), visit.member, visit.desk.shifts, visit.now, whose)
    return visit.page(
        "today.html",
        422 if fault else 200,
        fault=fault,
        today=found,
        whose=whose,
        colleagues=caseloads.colleagues(visit.desk.store, visit.member) if whose else [],
        counsels=visit.member.role in COUNSELLING,
        why=lambda reason: _why(visit, reason),
        call_only=CALL,
        longest=LONGEST_NOTE,
        most=MOST_MESSAGES,
        writes=whose in (None, visit.member.id),
        template_for=_template,
    )


def acknowledge(visit: Visit) -> Response:
    """Take a call on: the learner reads who calls, and nobody else is told any more."""
    alert, desk = _alert(visit), visit.desk
    return _done(visit, lambda: alerts.acknowledge(desk.store, alert.id, visit.member, visit.now, desk.random))


def note(visit: Visit) -> Response:
    """Note what was done so far."""
    return _with_note(visit, alerts.note)


def close(visit: Visit) -> Response:
    """Note what was done, and the call is over."""
    return _with_note(visit, alerts.close)


def _whose(visit: Visit) -> str | None:
    """Whose learners quiet and good news are about: a lead begins with their own, and may choose a colleague."""
    if visit.member.role != Role.LEAD:
        return None
    return visit.query("whose") or visit.member.id


def _template(entry: Entry) -> str | None:
    """The sentence that may be sent for what stands first."""
    return TEMPLATES.get(entry.rules[0])


def _why(visit: Visit, reason: Text) -> str:
    """A reason, its days as short as they are clear."""
    return visit.words(reason.key, **{name: _short(visit, value) for name, value in reason.values.items()})


def _short(visit: Visit, value: Value) -> Value:
    if isinstance(value, datetime):
        return visit.formats.moment(value)
    return visit.formats.day(value) if isinstance(value, date) else value


def _alert(visit: Visit) -> Alert:
    """The alert of the address. Raises HTTPException (404) when it is of no learner whom they stand by."""
    found = open_alerts.may_answer(visit.desk.store, visit.member, visit.path("alert"), visit.now)
    if found is None:
        raise HTTPException(404)
    visit.detail["learner"] = found.learner_id
    return found


def _with_note(visit: Visit, deed: Callable[[Store, str, Staff, str, datetime], None]) -> Response:
    alert, words = _alert(visit), visit.field("note")[:LONGEST_NOTE]
    if not words:
        return show(visit, visit.words("console.today.note_missing"))
    return _done(visit, lambda: deed(visit.desk.store, alert.id, visit.member, words, visit.now))


def _done(visit: Visit, deed: Callable[[], None]) -> Response:
    try:
        deed()
    except AlreadyDone:
        return visit.go("/today", told="somebody_was_first")
    return visit.go("/today", told="saved")


PAGES = (
    Page("/today", show, may=MAY_CALL, noted="today.seen"),
    Page("/today/calls/{alert}/take", acknowledge, may=MAY_CALL, noted="alert.acknowledged", method="POST"),
    Page("/today/calls/{alert}/note", note, may=MAY_CALL, noted="alert.noted", method="POST"),
    Page("/today/calls/{alert}/close", close, may=MAY_CALL, noted="alert.closed", method="POST"),
)
