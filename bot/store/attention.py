"""What the page of today asks of the store: each question is one statement, of however many learners."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot.learning.mastering import History
from bot.learning.progress import HELD_STABILITY
from bot.learning.recall import Memory
from bot.store.caseloads import reach
from bot.store.consents import agrees
from bot.store.practice import Kind
from bot.store.tables import Attempt, Card, Caseload, Learner, Lesson, Message, Mission, Staff, WorkWord
from bot.store.talk import COUNSELLOR
from bot.store.threads import addressed

Ids: TypeAlias = Collection[str]
T = TypeVar("T")


@dataclass(frozen=True)
class Watched:
    """A learner, as far as the page of today knows them; ``shares`` says whether staff may see what they practise."""

    id: str
    name: str | None
    language: str
    paused_until: datetime | None
    blocked_at: datetime | None
    shares: bool


@dataclass(frozen=True)
class Waiting:
    """What a learner wrote and nobody answered yet: how many messages, and since when the first of them waits."""

    learner: Watched
    count: int
    since: datetime


def watched(session: Session, member: Staff, now: datetime, sharing: str, whose: str | None = None) -> list[Watched]:
    """The learners whom a member of staff may see, by name.

    Args:
        session: of a reading.
        member: who looks.
        now: in UTC.
        sharing: the kind of consent that opens what they practise.
        whose: the id of one counsellor: only those in their caseload.
    """
    theirs = _columns(sharing).where(Learner.id.in_(reach(member, now)))
    if whose is not None:
        theirs = theirs.where(Learner.id.in_(select(Caseload.learner_id).where(Caseload.staff_id == whose)))
    return [Watched(*row) for row in session.execute(theirs.order_by(Learner.name, Learner.id)).tuples()]


def waiting(session: Session, member: Staff, now: datetime, sharing: str) -> list[Waiting]:
    """The learners who wait for an answer of a member of staff (``threads.addressed``); the longest comes first."""
    count, since = func.count(Message.id), func.min(Message.at)
    found = _columns(sharing).join(Message, Message.learner_id == Learner.id).add_columns(count, since)
    unanswered = found.where(Message.staff_id.is_(None), Message.answered_at.is_(None))
    theirs = unanswered.where(Message.about == COUNSELLOR, Learner.id.in_(addressed(member, now))).group_by(Learner.id)
    return [Waiting(Watched(*row[:-2]), *row[-2:]) for row in session.execute(theirs.order_by(since, Learner.id))]


def among(session: Session, ids: Ids, those: Select[tuple[str]]) -> frozenset[str]:
    """Those of these learners who are of those: of ``caseloads.reach`` or ``threads.addressed``."""
    return frozenset(session.scalars(select(Learner.id).where(Learner.id.in_(ids), Learner.id.in_(those))))


def practised(session: Session, ids: Ids, since: datetime) -> Mapping[str, Sequence[datetime]]:
    """When learners answered something since then, by learner."""
    answers = select(Attempt.learner_id, Attempt.at).where(Attempt.learner_id.in_(ids), Attempt.at >= since)
    return _grouped(session.execute(answers).tuples())


def first_lessons(session: Session, ids: Ids) -> Mapping[str, datetime | None]:
    """When learners ended their first lesson, by learner; None who did not yet."""
    ended = select(Lesson.ended_at).where(Lesson.learner_id == Learner.id, Lesson.kind == Kind.LESSON)
    first = ended.where(Lesson.ended_at.is_not(None)).order_by(Lesson.started_at).limit(1).scalar_subquery()
    return dict(session.execute(select(Learner.id, first).where(Learner.id.in_(ids))).tuples().all())


def confirmed(session: Session, ids: Ids, since: datetime) -> Mapping[str, Sequence[tuple[str, datetime]]]:
    """The missions that were confirmed since then, by learner: item ids, and when."""
    columns = select(Mission.learner_id, Mission.item_id, Mission.confirmed_at)
    rows = session.execute(columns.where(Mission.learner_id.in_(ids), Mission.confirmed_at >= since)).tuples()
    return _grouped((learner, (item, at)) for learner, item, at in rows if at)


def words_sent(session: Session, ids: Ids, since: datetime) -> Mapping[str, Sequence[datetime]]:
    """When learners sent words from their work since then, by learner."""
    sent = select(WorkWord.learner_id, WorkWord.at).where(WorkWord.learner_id.in_(ids), WorkWord.at >= since)
    return _grouped(session.execute(sent.where(WorkWord.staff_id.is_(None))).tuples())


def strong(session: Session, ids: Ids) -> Mapping[str, Sequence[Memory]]:
    """The memories of learners that are as strong as those of items that are held, by learner."""
    columns = (Card.item_id, Card.state, Card.step, Card.stability, Card.difficulty, Card.due_at, Card.last_review_at)
    cards = select(Card.learner_id, *columns).where(Card.learner_id.in_(ids), Card.stability >= HELD_STABILITY)
    return _grouped((row[0], Memory(*row[1:])) for row in session.execute(cards))


def missed(session: Session, ids: Ids, since: datetime, at_least: int) -> Mapping[str, Counter[str]]:
    """How often learners missed items since then, by learner, of those that they missed so often at least."""
    columns = select(Attempt.learner_id, Attempt.item_id, func.count())
    wrong = columns.where(Attempt.learner_id.in_(ids), Attempt.at >= since, Attempt.correct.is_(False))
    counted = wrong.group_by(Attempt.learner_id, Attempt.item_id).having(func.count() >= at_least)
    found = defaultdict[str, Counter[str]](Counter)
    for learner, item, count in session.execute(counted).tuples():
        found[learner][item] = count
    return found


def histories(session: Session, items: Mapping[str, Ids]) -> Mapping[str, Mapping[str, History]]:
    """All answers of learners to some items each, by learner and item.

    Args:
        session: of a reading.
        items: the ids of the items, by learner.
    """
    wanted = {item for one in items.values() for item in one}
    columns = select(Attempt.learner_id, Attempt.item_id, Attempt.at, Attempt.correct)
    answers = columns.where(Attempt.learner_id.in_(items.keys()), Attempt.item_id.in_(wanted))
    found = defaultdict[str, dict[str, History]](dict)
    in_order = answers.order_by(Attempt.learner_id, Attempt.at, Attempt.id)
    for learner, item, at, right in session.execute(in_order).tuples():
        if item in items[learner]:
            found[learner][item] = (*found[learner].get(item, ()), (at, right))
    return found


def _columns(sharing: str) -> Select[tuple[str, str | None, str, datetime | None, datetime | None, bool]]:
    profile = (Learner.id, Learner.name, Learner.language, Learner.paused_until, Learner.blocked_at)
    return select(*profile, agrees(Learner.id, sharing))


def _grouped(rows: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    found = defaultdict[str, list[T]](list)
    for learner, one in rows:
        found[learner].append(one)
    return found
