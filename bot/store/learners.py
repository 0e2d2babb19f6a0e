"""Reading learners, their consents, invitations and counsellors."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select

from bot.safeguarding.sharing import SharedWith
from bot.store.caseloads import WORKS_WITH_LEARNERS
from bot.store.database import Store
from bot.store.tables import Alert, Caseload, Consent, GroupMember, Invitation, Learner, Organisation, Staff

FURTHEST = timedelta(days=8)
"""A week holds every day that can be chosen: nobody's next moment lies further away than this, but in a pause."""


def by_telegram_id(store: Store, telegram_id: int) -> Learner | None:
    """The learner who writes from this Telegram account."""
    with store.reading() as session:
        return session.scalars(select(Learner).where(Learner.telegram_id == telegram_id)).first()


def by_id(store: Store, learner_id: str) -> Learner | None:
    """The learner with this id."""
    with store.reading() as session:
        return session.get(Learner, learner_id)


def listens(store: Store, learner_id: str) -> bool:
    """Whether a learner hears what others read; False when there is no such learner."""
    found = by_id(store, learner_id)
    return bool(found and found.listens)


def everyone(store: Store, organisation_id: str | None = None) -> Sequence[Learner]:
    """All enrolled learners, of one organisation or of all."""
    statement = select(Learner).where(Learner.enrolled_at.is_not(None)).order_by(Learner.created_at)
    if organisation_id:
        statement = statement.where(Learner.organisation_id == organisation_id)
    with store.reading() as session:
        return session.scalars(statement).all()


def due(store: Store, now: datetime) -> Sequence[Learner]:
    """Learners whose moment to be invited has come; and those whose moment was set by a clock that ran ahead."""
    not_paused = or_(Learner.paused_until.is_(None), Learner.paused_until <= now)
    moment = or_(Learner.next_due_at <= now, and_(Learner.next_due_at > now + FURTHEST, not_paused))
    statement = select(Learner).where(moment, Learner.blocked_at.is_(None))
    with store.reading() as session:
        # Put in order here: asked to do it, SQLite would read every learner's moment.
        return sorted(session.scalars(statement), key=lambda learner: (learner.next_due_at, learner.id))


def consent(store: Store, learner_id: str, kind: str) -> bool | None:
    """The newest answer to a consent question; None when it was never asked."""
    statement = select(Consent.given).where(Consent.learner_id == learner_id, Consent.kind == kind)
    with store.reading() as session:
        return session.scalars(statement.order_by(Consent.id.desc())).first()


def invitation(store: Store, code: str) -> Invitation | None:
    """The invitation with this code, used or not."""
    with store.reading() as session:
        return session.get(Invitation, code)


def counsellor(store: Store, learner_id: str) -> Staff | None:
    """The counsellor who works with this learner."""
    statement = select(Staff).join(Caseload).where(Caseload.learner_id == learner_id, WORKS_WITH_LEARNERS)
    with store.reading() as session:
        return session.scalars(statement.order_by(Caseload.since.desc())).first()


def links(store: Store, learner_id: str) -> Sequence[Caseload]:
    """Whose caseload the learner is in; some of them may have no access any more."""
    with store.reading() as session:
        return session.scalars(select(Caseload).where(Caseload.learner_id == learner_id)).all()


def memberships(store: Store, learner_id: str) -> Sequence[GroupMember]:
    """The groups that the learner is in."""
    with store.reading() as session:
        return session.scalars(select(GroupMember).where(GroupMember.learner_id == learner_id)).all()


def alerts_going_along(store: Store, learner_id: str) -> Sequence[Alert]:
    """The alerts to look at when a learner gets another counsellor: open ones, or known to the last one alone."""
    matters = or_(Alert.closed_at.is_(None), Alert.shared_with == SharedWith.COUNSELLOR.value)
    with store.reading() as session:
        return session.scalars(select(Alert).where(Alert.learner_id == learner_id, matters)).all()


def linked(store: Store, learner_id: str, staff_id: str) -> bool:
    """Whether this member of staff has the learner in their caseload."""
    with store.reading() as session:
        return session.get(Caseload, (staff_id, learner_id)) is not None


def home_organisation(store: Store) -> Organisation:
    """The organisation that newcomers without an invitation belong to: the first one.

    Raises:
        LookupError: there is none; ``werkmaat db upgrade`` makes one.
    """
    with store.reading() as session:
        first = session.scalars(select(Organisation).order_by(Organisation.created_at, Organisation.id)).first()
    if first is None:
        raise LookupError("There is no organisation yet. Run: werkmaat db upgrade")
    return first


def count(store: Store) -> int:
    """How many learners are enrolled."""
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(Learner).where(Learner.enrolled_at.is_not(None))) or 0
