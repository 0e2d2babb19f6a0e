"""Absence: until when somebody is away, and who stands in for them."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.people import Refused, member_named
from bot.store.tables import Staff


def note(store: Store, staff_id: str, until: datetime | None, stand_in_id: str | None) -> Staff:
    """Note until when somebody is away, and who stands in.

    Args:
        store: where staff are kept.
        staff_id: who is away.
        until: the moment at which they are there again; None is back.
        stand_in_id: who sees their learners and is told of alerts meanwhile; None is nobody.

    Returns:
        The member of staff as they are now.

    Raises:
        Refused: the stand-in is the same one, disabled, or of another organisation; or one of both is not there.
    """
    with store.writing() as session:
        member = session.get(Staff, staff_id, with_for_update=True)
        if member is None:
            raise Refused("There is no such member of staff.")
        if stand_in_id and stand_in_id != member.stand_in_id:
            _check(session, member, stand_in_id)
        member.stand_in_id, member.absent_until = stand_in_id, until
        return member


def note_named(store: Store, email: str, until: datetime | None, stand_in: str | None) -> Staff:
    """As ``note``, with e-mail addresses; no stand-in leaves the one there is. Raises Refused as that does."""
    with store.reading() as session:
        member = member_named(session, email)
        stand_in_id = member_named(session, stand_in).id if stand_in else member.stand_in_id
    return note(store, member.id, until, stand_in_id)


def is_away(member: Staff, now: datetime) -> bool:
    """Whether somebody is away."""
    return member.absent_until is not None and member.absent_until > now


def reader(session: Session, member: Staff, now: datetime) -> Staff | None:
    """Who reads what is meant for a member of staff: they, in their absence the stand-in; None when nobody does."""
    if not is_away(member, now):
        return None if member.disabled_at else member
    second = session.get(Staff, member.stand_in_id) if member.stand_in_id else None
    return second if second and not second.disabled_at and not is_away(second, now) else None


def _check(session: Session, member: Staff, stand_in_id: str) -> None:
    other = session.get(Staff, stand_in_id)
    fits = other and other.id != member.id and not other.disabled_at
    if other is None or not fits or other.organisation_id != member.organisation_id:
        raise Refused(f"{other.email if other else stand_in_id} cannot stand in for {member.email}.")
