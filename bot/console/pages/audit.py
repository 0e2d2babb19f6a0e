"""/audit: who saw, changed or exported what."""

from starlette.responses import Response

from bot.console.page import ADMINISTERING, Page
from bot.console.visit import Visit
from bot.i18n import Text
from bot.store import api_tokens, audit, staffing

A_PAGE = 50


def show(visit: Visit) -> Response:
    """The newest first; of one person, or about one learner, when that is asked for."""
    before = visit.query("before")
    by, about = visit.query("by"), visit.query("about")
    events = audit.page(
        visit.desk.store,
        visit.member.organisation_id,
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
        by=by or None,
        about=about or None,
        limit=A_PAGE + 1,
    )
    members = staffing.members(visit.desk.store, visit.member.organisation_id)
    tokens = api_tokens.all_of(visit.desk.store, visit.member.organisation_id)
    programs = {one.token.id: one.token.name for one in tokens}
    return visit.page(
        "audit.html",
        events=events[:A_PAGE],
        more=events[A_PAGE - 1].id if len(events) > A_PAGE else None,
        names={audit.MENTOR: visit.words("console.audit.mentor"), **programs, **{one.id: one.name for one in members}},
        members=members,
        by=by,
        about=about,
        said=lambda what: visit.say(Text(f"console.audit.what.{what}")),
    )


PAGES = (Page("/audit", show, may=ADMINISTERING, noted="audit.read"),)
