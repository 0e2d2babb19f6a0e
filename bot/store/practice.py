"""Reading what a learner practised: lessons, showings, attempts, cards, tips."""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import func, select

from bot.store.database import Store
from bot.store.tables import Attempt, Card, Lesson, Showing, TipShown


class Kind(StrEnum):
    """What a run of items is: a lesson, the trial item of the first minute, or the search for the fitting level."""

    LESSON = "lesson"
    TRIAL = "trial"
    PLACEMENT = "placement"


def open_lesson(store: Store, learner_id: str) -> Lesson | None:
    """The lesson that has not ended."""
    statement = select(Lesson).where(Lesson.learner_id == learner_id, Lesson.ended_at.is_(None))
    with store.reading() as session:
        return session.scalars(statement.order_by(Lesson.started_at.desc())).first()


def lesson(store: Store, lesson_id: str) -> Lesson | None:
    """The lesson with this id."""
    with store.reading() as session:
        return session.get(Lesson, lesson_id)


def lessons_ended(store: Store, learner_id: str) -> int:
    """How many lessons the learner finished; a trial and a placement are none."""
    statement = select(func.count()).select_from(Lesson)
    mine = statement.where(Lesson.learner_id == learner_id, Lesson.ended_at.is_not(None), Lesson.kind == Kind.LESSON)
    with store.reading() as session:
        return session.scalar(mine) or 0


def trial_ended(store: Store, learner_id: str) -> bool:
    """Whether the learner has done (or left) the trial item."""
    trial = Lesson.kind == Kind.TRIAL
    statement = select(Lesson.id).where(Lesson.learner_id == learner_id, trial, Lesson.ended_at.is_not(None))
    with store.reading() as session:
        return session.scalars(statement).first() is not None


def showing(store: Store, showing_id: str) -> Showing | None:
    """The showing with this id."""
    with store.reading() as session:
        return session.get(Showing, showing_id)


def showings(store: Store, lesson_id: str) -> Sequence[Showing]:
    """All showings of a lesson, in their order."""
    with store.reading() as session:
        return session.scalars(
            select(Showing).where(Showing.lesson_id == lesson_id).order_by(Showing.shown_at, Showing.id)
        ).all()


def cards(store: Store, learner_id: str) -> Sequence[Card]:
    """All cards of a learner."""
    with store.reading() as session:
        return session.scalars(select(Card).where(Card.learner_id == learner_id)).all()


def card(store: Store, learner_id: str, item_id: str) -> Card | None:
    """A learner's card of one item."""
    with store.reading() as session:
        return session.get(Card, (learner_id, item_id))


def attempts(store: Store, learner_id: str) -> Sequence[Attempt]:
    """All attempts of a learner, oldest first."""
    with store.reading() as session:
        return session.scalars(select(Attempt).where(Attempt.learner_id == learner_id).order_by(Attempt.id)).all()


def attempts_of_lesson(store: Store, lesson_id: str) -> Sequence[Attempt]:
    """The attempts of one lesson, oldest first."""
    statement = select(Attempt).join(Showing, Showing.id == Attempt.showing_id).where(Showing.lesson_id == lesson_id)
    with store.reading() as session:
        return session.scalars(statement.order_by(Attempt.id)).all()


def answered(store: Store, learner_id: str, item_id: str) -> bool:
    """Whether the learner answered this item before."""
    mine = select(Attempt.id).where(Attempt.learner_id == learner_id, Attempt.item_id == item_id).limit(1)
    with store.reading() as session:
        return session.scalars(mine).first() is not None


def attempted(store: Store, learner_id: str) -> set[str]:
    """The items that the learner answered at least once."""
    with store.reading() as session:
        return set(session.scalars(select(Attempt.item_id).where(Attempt.learner_id == learner_id).distinct()))


def missed_in_last_lesson(store: Store, learner_id: str) -> set[str]:
    """The items answered wrongly at least once in the learner's last lesson."""
    last = select(Lesson.id).where(Lesson.learner_id == learner_id).order_by(Lesson.started_at.desc()).limit(1)
    statement = select(Attempt.item_id).join(Showing, Showing.id == Attempt.showing_id)
    mine = statement.where(Showing.lesson_id == last.scalar_subquery(), Attempt.correct.is_(False))
    with store.reading() as session:
        return set(session.scalars(mine))


def met(store: Store, learner_id: str) -> set[str]:
    """The items that were put before the learner and are closed, answered or not."""
    statement = select(Showing.item_id).where(Showing.learner_id == learner_id, Showing.closed_at.is_not(None))
    with store.reading() as session:
        return set(session.scalars(statement.distinct()))


def last_closed(store: Store, learner_id: str) -> Showing | None:
    """The showing that was closed last, answered or not."""
    mine = select(Showing).where(Showing.learner_id == learner_id, Showing.closed_at.is_not(None))
    with store.reading() as session:
        return session.scalars(mine.order_by(Showing.closed_at.desc(), Showing.id).limit(1)).first()


def last_tip(store: Store, learner_id: str) -> TipShown | None:
    """The tip that was shown last."""
    mine = select(TipShown).where(TipShown.learner_id == learner_id)
    with store.reading() as session:
        return session.scalars(mine.order_by(TipShown.id.desc()).limit(1)).first()


def tips_shown(store: Store, learner_id: str) -> Sequence[str]:
    """The ids of the tips a learner saw, oldest first."""
    with store.reading() as session:
        return session.scalars(
            select(TipShown.tip_id).where(TipShown.learner_id == learner_id).order_by(TipShown.id)
        ).all()
