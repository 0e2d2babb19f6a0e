"""Rows as turns make them, with what a test does not care about filled in."""

from datetime import datetime, timedelta
from typing import Any

from bot.store import Store
from bot.store.tables import Attempt, Card, InboxRow, Lesson, OutboxRow, Showing
from tests.fakes.stores import BEGINNING, add


def later(minutes: float) -> datetime:
    return BEGINNING + timedelta(minutes=minutes)


def update_row(update_id: int = 1, chat_id: int = 1001, **changes: Any) -> InboxRow:
    values = {"payload": {"message": {"text": "hallo"}}, "received_at": BEGINNING, **changes}
    return InboxRow(bot_id=1, update_id=update_id, chat_id=chat_id, **values)


def waiting_update(store: Store, update_id: int = 1, **changes: Any) -> InboxRow:
    row = update_row(update_id, **changes)
    add(store, row)
    return row


def reply_row(learner_id: str | None, ref: str = "r1", **changes: Any) -> OutboxRow:
    values = {"chat_id": 1001, "language": "ar", "payload": {"lines": []}, "created_at": BEGINNING, **changes}
    return OutboxRow(learner_id=learner_id, ref=ref, **values)


def lesson_row(learner_id: str, id: str = "l1", **changes: Any) -> Lesson:  # noqa: A002
    return Lesson(id=id, learner_id=learner_id, **{"plan": ["b"], "size": 2, "started_at": BEGINNING, **changes})


def showing_row(lesson: Lesson, id: str = "s1", **changes: Any) -> Showing:  # noqa: A002
    values = {"item_id": "a", "revision": 1, "order": ["1", "2"], "shown_at": BEGINNING, **changes}
    return Showing(id=id, learner_id=lesson.learner_id, lesson_id=lesson.id, **values)


def attempt_row(showing: Showing, **changes: Any) -> Attempt:
    values = {"answer": "de hamer", "grade": "right", "correct": True, "at": BEGINNING, "update_id": 1, **changes}
    return Attempt(
        showing_id=showing.id,
        learner_id=showing.learner_id,
        item_id=showing.item_id,
        revision=showing.revision,
        **values,
    )


def card_row(learner_id: str, item_id: str = "a", **changes: Any) -> Card:
    values = {"state": 2, "stability": 2.3, "difficulty": 5.0, "due_at": later(60), "last_review_at": BEGINNING}
    return Card(learner_id=learner_id, item_id=item_id, **{**values, **changes})
