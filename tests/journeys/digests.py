"""A week at an office, for digests: Els with learners who practised, wrote, or went silent."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from bot.journeys import consent
from bot.learning.recall import review
from bot.store import Store
from bot.store.tables import Card, Caseload, Consent
from tests.fakes.course import ZONE
from tests.fakes.stores import add, add_learner, staff_row
from tests.store.rows import attempt_row, lesson_row, showing_row

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=ZONE).astimezone(UTC)
LAST_MONDAY = MONDAY - timedelta(days=7)


def november(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment of November 2026, in Brussels."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def add_els(store: Store, language: str = "en") -> None:
    """Els, a counsellor, and Omar, her colleague."""
    add(store, staff_row("els", language=language), staff_row("omar", language="en"))


def of_els(
    store: Store, chat_id: int, name: str | None, shares: bool = True, since: datetime | None = None, **changes: object
) -> str:
    """A learner of Els. Returns the id."""
    learner = add_learner(store, chat_id, name=name, **changes)
    began = since or november(2)
    add(store, Caseload(staff_id="els", learner_id=learner.id, since=began))
    add(store, Consent(learner_id=learner.id, kind=consent.SHARING, given=shares, notice="test", at=began))
    return learner.id


def practises(store: Store, learner_id: str, *moments: datetime) -> None:
    """A lesson of one item at each of these moments."""
    for number, at in enumerate(moments):
        lesson = lesson_row(learner_id, f"{learner_id}{number}", plan=[], started_at=at, ended_at=at)
        showing = showing_row(lesson, f"{learner_id}{number}", shown_at=at, closed_at=at)
        add(store, lesson, showing, attempt_row(showing, at=at))


def holds(store: Store, learner_id: str, items: Sequence[str], *moments: datetime) -> None:
    """Answer these items rightly at each of these moments, and keep the cards that come of it."""
    lesson = lesson_row(learner_id, plan=[], started_at=moments[0], ended_at=moments[0])
    add(store, lesson)
    for number, item in enumerate(items):
        memory = None
        for at in moments:
            showing = showing_row(lesson, f"{number}-{at:%d}", item_id=item, shown_at=at, closed_at=at)
            add(store, showing, attempt_row(showing, at=at))
            memory = review(memory, item, True, at)
        assert memory
        add(store, Card(learner_id=learner_id, **asdict(memory)))
