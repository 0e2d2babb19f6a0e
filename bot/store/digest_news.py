"""What the store knows for a digest: of each member of staff a few statements, however many learners they have."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from bot.store.attention import Watched
from bot.store.caseloads import reach
from bot.store.consents import agrees
from bot.store.people import Role
from bot.store.tables import Alert, Caseload, HandOver, Learner, Message, Staff
from bot.store.talk import COUNSELLOR


@dataclass(frozen=True)
class Asked:
    """That somebody asks for a call: since when, and the name of who has taken it on."""

    since: datetime
    taken_on_by: str | None


@dataclass(frozen=True)
class Waits:
    """That messages of a learner wait for an answer: how many, and since when the first of them."""

    learner_id: str
    count: int
    since: datetime


@dataclass(frozen=True)
class Gone:
    """That learners went to a colleague."""

    to: str
    count: int


def about(member: Staff, now: datetime) -> Select[tuple[str]]:
    """The ids of the learners whom a member's digest is about, to be used in ``.in_()``.

    That is their own caseload; of a lead, those besides who have nobody. Whoever stands in gets a digest of its own.
    """
    here = select(Learner.id).where(Learner.organisation_id == member.organisation_id, Learner.enrolled_at.is_not(None))
    own = Learner.id.in_(select(Caseload.learner_id).where(Caseload.staff_id == member.id))
    if member.role != Role.LEAD:
        return here.where(own)
    with_somebody = select(Caseload.learner_id).join(Staff, Staff.id == Caseload.staff_id)
    nobodys = Learner.id.not_in(with_somebody.where(Staff.disabled_at.is_(None)))
    return here.where(or_(own, nobodys & Learner.id.in_(reach(member, now))))


def watched(session: Session, member: Staff, now: datetime, sharing: str) -> list[Watched]:
    """The learners whom a digest is about, by name. ``sharing`` is the consent that opens what they practise."""
    profile = (Learner.id, Learner.name, Learner.language, Learner.paused_until, Learner.blocked_at)
    theirs = select(*profile, agrees(Learner.id, sharing)).where(Learner.id.in_(about(member, now)))
    return [Watched(*row) for row in session.execute(theirs.order_by(Learner.name, Learner.id)).tuples()]


def asked(session: Session, member: Staff, now: datetime) -> Sequence[Asked]:
    """The calls that are asked for and nobody has noted yet what was done, oldest first; a lead's of all they lead."""
    theirs = reach(member, now) if member.role == Role.LEAD else about(member, now)
    calls = select(Alert.at, Staff.name).outerjoin(Staff, Staff.id == Alert.acknowledged_by)
    still_open = calls.where(Alert.closed_at.is_(None), Alert.learner_id.in_(theirs))
    return [Asked(*row) for row in session.execute(still_open.order_by(Alert.at, Alert.id)).tuples()]


def waiting(session: Session, member: Staff, now: datetime) -> Sequence[Waits]:
    """Whose messages to their counsellor wait for an answer, who waits longest first."""
    since = func.min(Message.at)
    of_each = select(Message.learner_id, func.count(), since).group_by(Message.learner_id)
    to_counsellor = of_each.where(Message.staff_id.is_(None), Message.about == COUNSELLOR)
    unanswered = to_counsellor.where(Message.answered_at.is_(None))
    theirs = unanswered.where(Message.learner_id.in_(about(member, now))).order_by(since, Message.learner_id)
    return [Waits(*row) for row in session.execute(theirs).tuples()]


def joined(session: Session, member: Staff, since: datetime, until: datetime) -> Sequence[str]:
    """The ids of learners who came to a member's caseload from one moment up to another."""
    mine = select(Caseload.learner_id).where(Caseload.staff_id == member.id)
    return session.scalars(mine.where(Caseload.since >= since, Caseload.since < until)).all()


def gone(session: Session, member: Staff, since: datetime, until: datetime) -> Sequence[Gone]:
    """To whom learners went from a member's caseload, from one moment up to another; but for those who came back."""
    of_each = select(Staff.name, func.count(HandOver.learner_id.distinct())).join(Staff, Staff.id == HandOver.to_id)
    left = of_each.where(HandOver.from_id == member.id, HandOver.at >= since, HandOver.at < until)
    still_mine = select(Caseload.learner_id).where(Caseload.staff_id == member.id)
    away = left.where(HandOver.learner_id.not_in(still_mine)).group_by(Staff.id, Staff.name).order_by(Staff.name)
    return [Gone(*row) for row in session.execute(away).tuples()]
