"""A learner's record comes to another Telegram account: a new phone, a new number."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.store import erasing
from bot.store.database import Store
from bot.store.tables import Alert, Caseload, Consent, InboxRow, Learner, Message, OutboxRow


@dataclass(frozen=True)
class Move:
    """A record that comes to another account; ``emptied`` is what was kept of that one, which goes."""

    learner_id: str
    account: int
    emptied: Learner | None


def is_empty(store: Store, learner_id: str) -> bool:
    """Whether a record holds nothing that anybody would miss: nothing agreed to, nobody's learner, nothing told."""
    kept = (
        exists().where(Consent.learner_id == learner_id, Consent.given),
        exists().where(Caseload.learner_id == learner_id),
        exists().where(Message.learner_id == learner_id),
        exists().where(Alert.learner_id == learner_id),
    )
    with store.reading() as session:
        return not session.scalar(select(or_(*kept)))


def make_way(session: Session, move: Move, now: datetime) -> None:
    """Inside the turn's transaction, before the learner is written with the new account.

    What was to be said in the old chat is said in the new one; the old chat and its messages are known no more.

    Raises Conflict, as the transaction ends, when the record that goes changed meanwhile.
    """
    if move.emptied:
        erasing.forget(session, move.emptied)
        session.delete(move.emptied)
        session.flush()
    before = session.scalar(select(Learner.telegram_id).where(Learner.id == move.learner_id))
    _readdress(session, move, now)
    answered = update(InboxRow).where(InboxRow.chat_id == before, InboxRow.state != "new")
    session.execute(answered.values(chat_id=None, payload=None))


def _readdress(session: Session, move: Move, now: datetime) -> None:
    mine = OutboxRow.learner_id == move.learner_id
    earlier = aliased(OutboxRow)
    stands = exists().where(earlier.ref == OutboxRow.edits, earlier.message_id.is_not(None))
    # What would change a message of the old chat has nothing to change in the new one.
    session.execute(
        update(OutboxRow)
        .where(mine, OutboxRow.state == "new", stands)
        .values(state="dropped", payload=None, sent_at=now)
    )
    session.execute(update(OutboxRow).where(mine).values(chat_id=move.account, message_id=None))
