"""The audit: who saw, changed or exported what. It is only added to and read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.tables import AuditEvent, Staff, Team, WorkplacePage

MENTOR = "mentor"
"""By whom something was done that a mentor did, who has no account; what it was about tells whose mentor."""


def note(
    session: Session,
    member: Staff,
    what: str,
    now: datetime,
    about: str | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Note inside a write transaction what a member of staff did.

    Args:
        session: of the transaction.
        member: who did it.
        what: such as ``learner.seen``.
        now: in UTC.
        about: the id of the learner, group or other thing it was done to.
        detail: what else there is to say: ids and numbers, never words of learners.
    """
    note_by(session, member.organisation_id, member.id, what, now, about, detail)


def note_by(
    session: Session,
    organisation_id: str,
    by: str,
    what: str,
    now: datetime,
    about: str | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """As ``note``, of somebody who is known by id alone: a program with a token."""
    session.add(AuditEvent(organisation_id=organisation_id, by=by, what=what, at=now, about=about, detail=detail))


def note_mentor(session: Session, page: WorkplacePage, what: str, now: datetime) -> None:
    """As ``note``, of a mentor, with the page that they write."""
    organisation_id = session.get_one(Team, page.team_id).organisation_id
    note_by(session, organisation_id, MENTOR, what, now, page.id)


def page(
    store: Store,
    organisation_id: str,
    *,
    before: int | None = None,
    by: str | None = None,
    about: str | None = None,
    limit: int = 50,
) -> Sequence[AuditEvent]:
    """What was done in an organisation, newest first; ``before`` is the id of the last event of the page before."""
    found = select(AuditEvent).where(AuditEvent.organisation_id == organisation_id)
    if before is not None:
        found = found.where(AuditEvent.id < before)
    if by:
        found = found.where(AuditEvent.by == by)
    if about:
        found = found.where(AuditEvent.about == about)
    with store.reading() as session:
        return session.scalars(found.order_by(AuditEvent.id.desc()).limit(limit)).all()
