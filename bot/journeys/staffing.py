"""Looking after staff: inviting somebody, letting them begin anew, taking access away."""

from datetime import datetime, timedelta
from random import Random

from bot.i18n import Catalogues, Text
from bot.journeys.telling import Letter
from bot.store import Store, credentials, staff_codes, staff_sessions, staffing
from bot.store.handing_over import WITH_LEARNERS
from bot.store.people import Refused, Role
from bot.store.staff_codes import Purpose
from bot.store.tables import Staff

LASTS = timedelta(days=7)
"""How long an invitation works."""


class HasLearners(Refused):
    """Somebody whose learners have to be handed over first."""


def invite(store: Store, member: Staff, now: datetime, random: Random) -> str:
    """Return a code with which a member of staff chooses a password, once; one from before works no more."""
    with store.writing() as session:
        return staff_codes.make(session, member.id, Purpose.INVITATION, now, LASTS, random)


def link(url: str, code: str) -> str:
    """The address that an invitation leads to."""
    return f"{url}/join/{code}"


def letter(catalogues: Catalogues, member: Staff, organisation: str, address: str) -> Letter:
    """The mail that invites somebody."""
    values = {"name": member.name, "organisation": organisation, "link": address}

    def said(key: str) -> str:
        return catalogues.plain(Text(key, values), member.language)

    return Letter(member.email, said("mail.staff_invitation.subject"), said("mail.staff_invitation.body"))


def begin_anew(store: Store, organisation_id: str, staff_id: str, now: datetime, random: Random) -> str:
    """Somebody lost their phone or their password: both are chosen anew, and they are logged out everywhere.

    Returns the code of their invitation. Raises Refused when there is no such person, or they are disabled.
    """
    with store.writing() as session:
        member = staffing.held(session, organisation_id, staff_id)
        if member is None or member.disabled_at:
            raise Refused("There is nobody to invite.")
        credentials.take_away_second_factor(session, member.id)
        staff_sessions.close_all(session, member.id)
        return staff_codes.make(session, member.id, Purpose.INVITATION, now, LASTS, random)


def disable(store: Store, by: Staff, staff_id: str, now: datetime) -> None:
    """Take somebody's access away, at once and everywhere; what they wrote stays.

    Raises Refused when there is no such person, or when it is oneself.
    """
    with store.writing() as session:
        member = staffing.held(session, by.organisation_id, staff_id)
        if member is None or member.id == by.id:
            raise Refused("Nobody takes their own access away.")
        member.disabled_at = member.disabled_at or now
        staff_sessions.close_all(session, member.id)


def enable(store: Store, organisation_id: str, staff_id: str) -> None:
    """Give somebody's access back; they log in as before. Raises Refused when there is no such person."""
    with store.writing() as session:
        member = staffing.held(session, organisation_id, staff_id)
        if member is None:
            raise Refused("There is nobody to give access to.")
        member.disabled_at = None


def change(store: Store, by: Staff, staff_id: str, role: Role, team_id: str | None) -> None:
    """Give somebody another role or team.

    Raises:
        HasLearners: the role is one without learners, and they have some.
        Refused: there is no such person or team, or it is oneself.
    """
    with store.writing() as session:
        member = staffing.held(session, by.organisation_id, staff_id)
        theirs = {team.id for team in staffing.teams(store, by.organisation_id)}
        if member is None or (team_id and team_id not in theirs):
            raise Refused("There is no such person or team.")
        if member.id == by.id and role != by.role:
            raise Refused("Nobody changes their own role.")
        if role not in WITH_LEARNERS and staffing.has_learners(session, member.id):
            raise HasLearners("Their learners go to a colleague first.")
        member.role, member.team_id = role.value, team_id or None
