"""What a learner of the demo and their counsellor said to each other, and the calls that were asked for."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from bot.journeys.demo.deeds import Call, Said
from bot.safeguarding.sharing import CALL, shown_to_all
from bot.store.ids import new_id
from bot.store.tables import Alert, AlertEvent, Base, Learner, Message, Staff

TO_ANSWER = timedelta(hours=2)
"""So long it took until an answer came."""


def messages(
    said: tuple[Said, ...], learner: Learner, counsellor: Staff, now: datetime, random: Random
) -> Iterator[Message]:
    """Yield the thread: the last message waits, those before it were read and answered."""
    for one in said:
        settled = None if one is said[-1] or one.by_staff else now - one.ago + TO_ANSWER
        yield Message(
            id=new_id(random),
            learner_id=learner.id,
            staff_id=counsellor.id if one.by_staff else None,
            about="counsellor",
            text=one.text,
            at=now - one.ago,
            answered_at=settled,
            read_at=settled,
        )


def call(asked: Call, learner: Learner, counsellor: Staff, now: datetime, random: Random) -> Iterator[Base]:
    """Yield an open alert, and after it what was done about it so far."""
    at, taken_on = now - asked.ago, now - asked.taken_on if asked.taken_on else None
    alert = Alert(
        id=new_id(random),
        learner_id=learner.id,
        flag=asked.flag.value if asked.flag else CALL,
        shows=shown_to_all(asked.flag, asked.shared_with),
        shared_with=asked.shared_with.value if asked.shared_with else None,
        at=at,
        acknowledged_at=taken_on,
        acknowledged_by=counsellor.id if taken_on else None,
    )
    yield alert
    yield _event(alert, "raised", at)
    if asked.shared_with:
        yield _event(alert, "shared", at + timedelta(minutes=1))
    if taken_on:
        yield _event(alert, "acknowledged", taken_on, counsellor)


def _event(alert: Alert, what: str, at: datetime, by: Staff | None = None) -> AlertEvent:
    staff_id = by.id if by else None
    return AlertEvent(alert_id=alert.id, learner_id=alert.learner_id, staff_id=staff_id, what=what, at=at)
