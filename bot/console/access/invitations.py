"""Giving somebody the link with which they choose a password: by mail, and else on the page."""

import logging

from starlette.responses import Response

from bot.console.visit import Visit
from bot.journeys import staffing
from bot.store import people
from bot.store.tables import Staff

log = logging.getLogger(__name__)


def hand_out(visit: Visit, member: Staff, code: str | None = None) -> Response:
    """Send the link by mail; where that cannot be, show it: whoever looks gives it on."""
    given = code or staffing.invite(visit.desk.store, member, visit.now, visit.desk.random)
    address = staffing.link(visit.desk.url, given)
    if _sent(visit, member, address):
        return visit.go("/staff", told="invitation_sent")
    return visit.page("invitation.html", invited=member, link=address, mail=visit.desk.post is not None)


def _sent(visit: Visit, member: Staff, address: str) -> bool:
    if visit.desk.post is None:
        return False
    organisation = people.organisation_name(visit.desk.store, member.organisation_id)
    letter = staffing.letter(visit.desk.catalogues, member, organisation, address)
    try:
        visit.desk.post(letter.to, letter.subject, letter.body)
    except OSError as error:
        # The kind alone: servers quote addresses.
        log.error("An invitation did not go out (%s)", type(error).__name__)
        return False
    return True
