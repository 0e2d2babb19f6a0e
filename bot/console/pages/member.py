"""/staff/{member}: somebody's role and team, absence, access; and where their learners go when they leave."""

from datetime import date, datetime, time, timedelta

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.access.invitations import hand_out
from bot.console.page import ADMINISTERING, LEADING, Page
from bot.console.visit import Visit
from bot.journeys import handing_over, staffing
from bot.store import absences, caseloads
from bot.store import staffing as kept
from bot.store.people import Refused, Role
from bot.store.tables import Staff

BOTH = ADMINISTERING | LEADING


def show(visit: Visit, fault: str | None = None) -> Response:
    """One member of staff."""
    member, store = _member(visit), visit.desk.store
    colleagues = [one for one in caseloads.colleagues(store, visit.member) if one.id != member.id]
    return visit.page(
        "member.html",
        422 if fault else 200,
        fault=fault,
        one=member,
        size=kept.caseload_sizes(store, member.organisation_id).get(member.id, 0),
        away=absences.is_away(member, visit.now),
        colleagues=colleagues,
        teams=kept.teams(store, member.organisation_id),
        roles=list(Role),
        may_change=visit.member.role == Role.ADMINISTRATOR,
    )


def change(visit: Visit) -> Response:
    """Another role or team."""
    if visit.field("role") not in set(Role):
        return show(visit, visit.words("console.staff.incomplete"))
    try:
        staffing.change(
            visit.desk.store, visit.member, visit.path("member"), Role(visit.field("role")), visit.field("team") or None
        )
    except staffing.HasLearners:
        return show(visit, visit.words("console.staff.has_learners"))
    except Refused:
        return show(visit, visit.words("console.staff.incomplete"))
    return visit.go(f"/staff/{visit.path('member')}", told="saved")


def note_absence(visit: Visit) -> Response:
    """Until when they are away, and who stands in; an empty day is back."""
    member = _member(visit)
    try:
        until = back_on(visit.field("until"), visit)
        absences.note(visit.desk.store, member.id, until, visit.field("stand_in") or None)
    except (ValueError, Refused):
        return show(visit, visit.words("console.staff.absence_refused"))
    return visit.go(f"/staff/{member.id}", told="saved")


def give_learners(visit: Visit) -> Response:
    """All learners go to a colleague, who takes over what waits too; each learner is told."""
    member = _member(visit)
    try:
        handed = handing_over.hand_over_all(
            visit.desk.store, member.id, visit.member, visit.field("to"), visit.now, visit.desk.random
        )
    except Refused:
        return show(visit, visit.words("console.staff.nobody_takes"))
    visit.detail.update(handed.detail)
    return visit.go(f"/staff/{member.id}", told="handed_over")


def begin_anew(visit: Visit) -> Response:
    """A new link: for a lost phone, a forgotten password."""
    member = _member(visit)
    try:
        code = staffing.begin_anew(visit.desk.store, member.organisation_id, member.id, visit.now, visit.desk.random)
    except Refused:
        return show(visit, visit.words("console.staff.incomplete"))
    return hand_out(visit, member, code)


def disable(visit: Visit) -> Response:
    """Take the access away."""
    try:
        staffing.disable(visit.desk.store, visit.member, visit.path("member"), visit.now)
    except Refused:
        return show(visit, visit.words("console.staff.not_oneself"))
    return visit.go(f"/staff/{visit.path('member')}", told="saved")


def enable(visit: Visit) -> Response:
    """Give the access back."""
    staffing.enable(visit.desk.store, visit.member.organisation_id, _member(visit).id)
    return visit.go(f"/staff/{visit.path('member')}", told="saved")


def back_on(last_day: str, visit: Visit) -> datetime | None:
    """When somebody is there again whose last day of absence this is. Raises ValueError for what is no day to come."""
    if not last_day:
        return None
    until = datetime.combine(date.fromisoformat(last_day) + timedelta(days=1), time(), visit.zone)
    if until <= visit.now:
        raise ValueError("The day is over.")
    return until


def _member(visit: Visit) -> Staff:
    found = kept.member(visit.desk.store, visit.member.organisation_id, visit.path("member"))
    if found is None:
        raise HTTPException(404)
    return found


PAGES = (
    Page("/staff/{member}", show, may=BOTH, noted="staff.seen"),
    Page("/staff/{member}", change, may=ADMINISTERING, noted="staff.changed", method="POST"),
    Page("/staff/{member}/absence", note_absence, may=BOTH, noted="staff.absence_noted", method="POST"),
    Page("/staff/{member}/learners", give_learners, may=BOTH, noted="staff.learners_handed_over", method="POST"),
    Page("/staff/{member}/invitation", begin_anew, may=ADMINISTERING, noted="staff.invited_anew", method="POST"),
    Page("/staff/{member}/disable", disable, may=ADMINISTERING, noted="staff.disabled", method="POST"),
    Page("/staff/{member}/enable", enable, may=ADMINISTERING, noted="staff.enabled", method="POST"),
)
