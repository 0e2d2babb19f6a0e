"""Erasing a learner: nothing about them stays in any table."""

from sqlalchemy import delete, or_, update
from sqlalchemy.orm import Session

from bot.store.tables import (
    Alert,
    AlertEvent,
    AlertNotice,
    AssignedUnit,
    Attempt,
    Card,
    Caseload,
    CheckIn,
    Consent,
    Doubt,
    GroupMember,
    HandOver,
    InboxRow,
    Invitation,
    Learner,
    Lesson,
    Message,
    Mission,
    NotUnderstood,
    OutboxRow,
    Placement,
    Recording,
    Showing,
    SkillHeld,
    SpokenMessage,
    StepTaken,
    TipShown,
    Voice,
    WorkWord,
)

# Children before parents, as the foreign keys want it.
OWNED = (
    Attempt,
    Card,
    Recording,
    Mission,
    Placement,
    Showing,
    Lesson,
    TipShown,
    SkillHeld,
    WorkWord,
    NotUnderstood,
    Voice,
    AssignedUnit,
    CheckIn,
    Doubt,
    GroupMember,
    StepTaken,
    SpokenMessage,
    Message,
    AlertEvent,
    AlertNotice,
    Alert,
    Consent,
    HandOver,
    Caseload,
    Invitation,
)


def erase(session: Session, learner_id: str) -> bool:
    """Remove a learner inside a write transaction. Returns False when there is none.

    Afterwards, outside the transaction, call ``store.forget_freed_pages()``.
    """
    learner = session.get(Learner, learner_id, with_for_update=True)
    if learner is None:
        return False
    forget(session, learner)
    _forget_updates(session, learner.telegram_id)
    session.execute(delete(Learner).where(Learner.id == learner_id))
    return True


def forget(session: Session, learner: Learner) -> None:
    """Remove all that belongs to a learner, inside a write transaction; the learner's own row is left."""
    for table in OWNED:
        session.execute(delete(table).where(table.learner_id == learner.id))
    session.execute(delete(Invitation).where(Invitation.for_learner_id == learner.id))
    mine = or_(OutboxRow.learner_id == learner.id, OutboxRow.chat_id == learner.telegram_id)
    session.execute(delete(OutboxRow).where(mine))


def _forget_updates(session: Session, chat_id: int) -> None:
    """Keep the numbers of updates without the person, so that Telegram's repeats of them are still recognised.

    What still waited is not worked off any more: it would make the learner anew.
    """
    updates = update(InboxRow).where(InboxRow.chat_id == chat_id)
    session.execute(updates.values(state="done", done_at=InboxRow.received_at, chat_id=None, payload=None, error=None))
