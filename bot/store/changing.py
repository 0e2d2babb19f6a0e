"""What staff change of a learner's record, and that the learner is told: both or nothing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from bot.store import caseloads, outbox
from bot.store.database import Store
from bot.store.tables import Learner, Staff

Change = Callable[[Learner], dict[str, Any] | None]
"""Changes a learner and returns what they read of that, as a payload; None when there is nothing to change."""


def change(store: Store, member: Staff, learner_id: str, ref: str, now: datetime, change: Change) -> bool:
    """Change a learner whom a member of staff may see.

    Args:
        store: where learners and messages are kept.
        member: who changes it.
        learner_id: the learner's.
        ref: the new message's.
        now: in UTC.
        change: what is done to the record as it is now; it must not ask the store for anything.

    Returns:
        False when the member may not see such a learner, or nothing was to be changed.
    """
    with store.writing() as session:
        learner = caseloads.hold(session, member, learner_id, now)
        told = change(learner) if learner else None
        if learner is None or told is None:
            return False
        flag_modified(learner, "last_seen_at")
        session.add(outbox.message(learner, told, ref, now))
        return True
