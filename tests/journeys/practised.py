"""What learners practised, as rows: an answer, a memory; and that they share it."""

from datetime import datetime, timedelta

from bot.catalogue.course import Course
from bot.journeys import consent
from bot.store import Store
from bot.store.tables import Attempt, Base, Card, Consent, Learner, Lesson, Showing
from tests.fakes.stores import BEGINNING, add


def an_item(course: Course) -> str:
    """One that asks something."""
    return next(item.id for item in course.items.values() if item.type == "choose_word")


def share(store: Store, learner: Learner, given: bool = True, notice: str = consent.NOTICE) -> None:
    add(store, Consent(learner_id=learner.id, kind=consent.SHARING, given=given, notice=notice, at=BEGINNING))


def practise(store: Store, learner: Learner, item: str, now: datetime, days_ago: int = 0, grade: str = "right") -> None:
    """An answer to an item."""
    key, at = f"{learner.telegram_id}-{days_ago}", now - timedelta(days=days_ago)
    of_item = {"learner_id": learner.id, "item_id": item}
    rows: list[Base] = [
        Lesson(id=key, learner_id=learner.id, plan=[], size=1, started_at=at, ended_at=at),
        Showing(id=key, lesson_id=key, revision=1, order=[], shown_at=at, **of_item),
        Attempt(showing_id=key, revision=1, answer="x", grade=grade, correct=True, at=at, update_id=1, **of_item),
    ]
    add(store, *rows)


def remember(store: Store, learner: Learner, now: datetime, *items: str) -> None:
    """Items that the learner will know for long."""
    memory = {"state": 2, "step": None, "stability": 500.0, "difficulty": 5.0, "due_at": now, "last_review_at": now}
    add(store, *(Card(learner_id=learner.id, item_id=item, **memory) for item in items))
