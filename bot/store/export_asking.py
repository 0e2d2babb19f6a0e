"""A counsellor asks a learner, once, whether their progress may leave Werkmaat with their name."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from bot.store import outbox
from bot.store.database import Store
from bot.store.tables import Consent, Learner, OutboxRow

CAMPAIGN = "export_sharing"
"""Marks the question in the outbox: of each learner there is one."""


@dataclass(frozen=True)
class Question:
    """What is asked: the kinds of consent that it needs and asks for, the notice, and the message with its ref."""

    needs: str
    kind: str
    notice: str
    ref: str
    told: dict[str, Any]


def may_ask(store: Store, learner_id: str, needs: str, kind: str) -> bool:
    """Whether a learner gave the consent that is needed, and was never asked for this one."""
    with store.reading() as session:
        return _may_ask(session, learner_id, needs, kind)


def ask(store: Store, learner_id: str, question: Question, now: datetime) -> bool:
    """Put the question to a learner; until they answer it counts as a no. Returns False when it may not be asked."""
    with store.writing() as session:
        # Whoever changes a learner's record holds the learner: a turn, an erasure.
        learner = session.get(Learner, learner_id, with_for_update=True)
        if learner is None or learner.blocked_at or not _may_ask(session, learner_id, question.needs, question.kind):
            return False
        flag_modified(learner, "last_seen_at")
        no = Consent(learner_id=learner_id, kind=question.kind, given=False, notice=question.notice, at=now)
        message = outbox.message(learner, question.told, question.ref, now)
        message.campaign = CAMPAIGN
        session.add_all((no, message))
        return True


def was_asked(store: Store, learner_id: str, ref: str) -> bool:
    """Whether the message under this ref is the question that a counsellor put to this learner."""
    this = (OutboxRow.ref == ref, OutboxRow.learner_id == learner_id, OutboxRow.campaign == CAMPAIGN)
    with store.reading() as session:
        return session.scalars(select(OutboxRow.id).where(*this)).first() is not None


def _may_ask(session: Session, learner_id: str, needs: str, kind: str) -> bool:
    return _newest(session, learner_id, needs) is True and _newest(session, learner_id, kind) is None


def _newest(session: Session, learner_id: str, kind: str) -> bool | None:
    mine = select(Consent.given).where(Consent.learner_id == learner_id, Consent.kind == kind)
    return session.scalars(mine.order_by(Consent.id.desc())).first()
