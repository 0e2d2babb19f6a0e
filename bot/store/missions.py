"""The missions that learners took on: reading them, and confirming one by its link."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from bot.store import outbox
from bot.store.database import Store
from bot.store.secrets import hashed
from bot.store.tables import Learner, Mission


class State(StrEnum):
    """What became of a mission: a learner reports ``done`` or ``left``, a colleague makes it ``confirmed``."""

    TAKEN_ON = "taken_on"
    DONE = "done"
    CONFIRMED = "confirmed"
    LEFT = "left"


def all_of(store: Store, learner_id: str) -> Sequence[Mission]:
    """All missions of a learner, in the order in which they were taken on."""
    mine = select(Mission).where(Mission.learner_id == learner_id).order_by(Mission.taken_on_at, Mission.id)
    with store.reading() as session:
        return session.scalars(mine).all()


def open_ones(store: Store, learner_id: str) -> Sequence[Mission]:
    """Those that the learner did not report on for good, the oldest first."""
    return [one for one in all_of(store, learner_id) if one.state == State.TAKEN_ON]


def of(store: Store, learner_id: str, mission_id: str) -> Mission | None:
    """A learner's mission by its id."""
    with store.reading() as session:
        found = session.get(Mission, mission_id)
    return found if found and found.learner_id == learner_id else None


def by_link(store: Store, code: str) -> Mission | None:
    """The mission that a link's code leads to; None when there is none, or a newer link took its place."""
    with store.reading() as session:
        return session.scalars(select(Mission).where(Mission.link_hash == hashed(code))).first()


def confirm(store: Store, code: str, now: datetime, ref: str, told: dict[str, Any]) -> bool:
    """Note that somebody confirmed a mission by its link, and tell the learner: both or nothing.

    Args:
        store: where missions and messages are kept.
        code: the link's code.
        now: in UTC.
        ref: the new message's.
        told: what the learner reads, as a payload.

    Returns:
        Whether it was confirmed now. False when the code leads nowhere, is too old, or was used.
    """
    this = Mission.link_hash == hashed(code)
    with store.writing() as session:
        # Whoever changes a learner's record holds the learner: a turn, an erasure.
        learner_id = session.scalar(select(Mission.learner_id).where(this))
        learner = session.get(Learner, learner_id, with_for_update=True) if learner_id else None
        mission = session.scalars(select(Mission).where(this)).first()
        if learner is None or mission is None or mission.confirmed_at or not may_be_used(mission, now):
            return False
        mission.state, mission.confirmed_at, mission.done_at = State.CONFIRMED.value, now, mission.done_at or now
        flag_modified(learner, "last_seen_at")
        session.add(outbox.message(learner, told, ref, now))
        return True


def may_be_used(mission: Mission, now: datetime) -> bool:
    """Whether a mission's link is not too old."""
    return mission.link_expires_at is not None and now < mission.link_expires_at
