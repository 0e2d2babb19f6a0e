"""Campaigns: messages to many learners, each of whom gets one, however often it is begun.

The database takes one row a campaign and learner, whatever becomes of that row (sent, expired, the chat blocked), for
as long as rows are kept (``outbox.KEPT``).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.store import outbox
from bot.store.database import Store
from bot.store.tables import Learner, OutboxRow

_TABLE = OutboxRow.metadata.tables[OutboxRow.__tablename__]
_PUT_ON = {
    "sqlite": sqlite.insert(_TABLE).on_conflict_do_nothing().returning(_TABLE.c.id),
    "postgresql": postgresql.insert(_TABLE).on_conflict_do_nothing().returning(_TABLE.c.id),
}


@dataclass(frozen=True)
class Campaign:
    """What is said to many: its name, when it began, and when it is too late to be sent."""

    name: str
    began_at: datetime
    expires_at: datetime


def put(
    session: Session,
    campaign: Campaign,
    messages: Iterable[tuple[Learner, dict[str, Any]]],
    refs: Mapping[str, str] | None = None,
) -> int:
    """Put messages into the outbox inside a write transaction: for each learner what they read, as a payload.

    ``refs`` are those of messages that may be edited later, by learner. Returns how many messages are new: who has
    one of this campaign gets no second one.
    """
    known = refs or {}
    rows = [{**_row(campaign, learner, payload), "ref": known.get(learner.id)} for learner, payload in messages]
    statement = _PUT_ON[session.get_bind().dialect.name]
    return len(session.execute(statement, rows).all()) if rows else 0


def have_it(store: Store, name: str) -> set[str]:
    """The ids of the learners who have a message of this campaign, sent or not."""
    with store.reading() as session:
        ids = session.scalars(select(OutboxRow.learner_id).where(OutboxRow.campaign == name))
        return {learner_id for learner_id in ids if learner_id}


def held(session: Session, ids: Collection[str]) -> Sequence[Learner]:
    """The learners with these ids who are still there, as they are until the end of this write transaction."""
    chosen = select(Learner).where(Learner.id.in_(ids)).order_by(Learner.id)
    return session.scalars(chosen.with_for_update(read=True)).all()


def _row(campaign: Campaign, learner: Learner, payload: dict[str, Any]) -> dict[str, Any]:
    return {
        "campaign": campaign.name,
        "learner_id": learner.id,
        "chat_id": learner.telegram_id,
        "language": learner.language,
        "kind": outbox.BROADCAST,
        "payload": payload,
        "created_at": campaign.began_at,
        "expires_at": campaign.expires_at,
    }
