"""What learners agreed to: all answers of one that are in force, or one question for many of them at once."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.store.database import Store
from bot.store.tables import Consent, Learner


def agrees(
    learner_id: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], kind: str
) -> ColumnElement[bool]:
    """A condition: the newest answer of the learner of this column to a consent question is yes."""
    answers = select(Consent.given).where(Consent.learner_id == learner_id, Consent.kind == kind)
    return answers.order_by(Consent.id.desc()).limit(1).scalar_subquery().is_(True)


def who_agreed(store: Store, ids: Collection[str], kind: str) -> set[str]:
    """Those of these learners whose newest answer to a consent question is yes, by id."""
    with store.reading() as session:
        return agreed(session, ids, kind)


def agreed(session: Session, ids: Collection[str], kind: str) -> set[str]:
    """As ``who_agreed``, inside a transaction."""
    return set(session.scalars(select(Learner.id).where(Learner.id.in_(ids), agrees(Learner.id, kind))))


def notices(store: Store, ids: Collection[str], kind: str) -> Mapping[str, str]:
    """Those of these learners who agreed, by id, each with the version of the notice by which they did."""
    answers = select(Consent.notice).where(Consent.learner_id == Learner.id, Consent.kind == kind)
    newest = answers.order_by(Consent.id.desc()).limit(1).scalar_subquery()
    agreed = select(Learner.id, newest).where(Learner.id.in_(ids), agrees(Learner.id, kind))
    with store.reading() as session:
        return dict(session.execute(agreed).tuples().all())


def in_force(store: Store, learner_id: str) -> Mapping[str, Consent]:
    """The newest answer of a learner to each consent question that they were asked, by its kind."""
    mine = select(Consent).where(Consent.learner_id == learner_id).order_by(Consent.id)
    with store.reading() as session:
        return {answer.kind: answer for answer in session.scalars(mine)}
