"""/staff: who works here, with how many learners; the administrator invites, and makes teams."""

from starlette.responses import Response

from bot.console.access.invitations import hand_out
from bot.console.languages import SPOKEN
from bot.console.page import ADMINISTERING, LEADING, Page
from bot.console.visit import Visit
from bot.store import people, staffing
from bot.store.people import Refused, Role


def show(visit: Visit, fault: str | None = None) -> Response:
    """Everybody of the organisation."""
    store, home = visit.desk.store, visit.member.organisation_id
    teams = staffing.teams(store, home)
    return visit.page(
        "staff.html",
        422 if fault else 200,
        fault=fault,
        members=staffing.members(store, home),
        sizes=staffing.caseload_sizes(store, home),
        joined=staffing.have_password(store, home),
        teams=teams,
        team_names={team.id: team.name for team in teams},
        roles=list(Role),
        languages=[(code, visit.desk.catalogues.native_name(code)) for code in SPOKEN],
        now=visit.now,
        may_change=visit.member.role == Role.ADMINISTRATOR,
    )


def invite(visit: Visit) -> Response:
    """Add somebody, and send or show them the link with which they choose a password."""
    name, email, role, language, team = map(visit.field, ("name", "email", "role", "language", "team"))
    if not name or role not in set(Role) or language not in SPOKEN:
        return show(visit, visit.words("console.staff.incomplete"))
    who, home = (name, email, Role(role)), _home(visit)
    try:
        added = people.add_staff(
            visit.desk.store,
            *who,
            visit.now,
            visit.desk.random,
            organisation=home,
            team=team or None,
            language=language,
        )
    except Refused:
        return show(visit, visit.words("console.staff.address_refused"))
    visit.detail["member"] = added.id
    return hand_out(visit, added)


def add_team(visit: Visit) -> Response:
    """Make a team."""
    if not visit.field("name"):
        return show(visit, visit.words("console.staff.team_refused"))
    try:
        people.add_team(visit.desk.store, _home(visit), visit.field("name"), visit.desk.random)
    except Refused:
        return show(visit, visit.words("console.staff.team_refused"))
    return visit.go("/staff", told="saved")


def _home(visit: Visit) -> str:
    """The name of the organisation."""
    return people.organisation_name(visit.desk.store, visit.member.organisation_id)


PAGES = (
    Page("/staff", show, may=ADMINISTERING | LEADING, noted="staff.listed"),
    Page("/staff", invite, may=ADMINISTERING, noted="staff.invited", method="POST"),
    Page("/teams", add_team, may=ADMINISTERING, noted="team.made", method="POST"),
)
