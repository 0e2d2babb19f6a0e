"""A month in which learners of two organisations did things."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.store import Store
from bot.store.tables import Consent, Learner, Organisation
from bot.store.tallies.scope import Scope
from tests.fakes.stores import HOME, add, add_learner
from tests.store.rows import attempt_row, lesson_row, showing_row

OCTOBER = Scope(
    HOME,
    "record",
    datetime(2026, 9, 30, 22, 0, tzinfo=UTC),
    datetime(2026, 10, 31, 23, 0, tzinfo=UTC),
    date(2026, 10, 1),
    date(2026, 10, 31),
)
MIDDLE = datetime(2026, 10, 15, 12, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def learner(store: Store, number: int, keeps: bool = True, **changes: Any) -> Learner:
    """A learner, enrolled in September, who keeps a record."""
    september = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
    found = add_learner(store, number, **{"enrolled_at": september, **changes})
    add(store, Consent(learner_id=found.id, kind="record", given=keeps, notice="2026-11", at=september))
    return found


def strangers(store: Store) -> list[Learner]:
    """Somebody of another organisation, and somebody who keeps no record: neither is counted."""
    add(store, Organisation(id="other", name="Other", created_at=MIDDLE))
    return [learner(store, 2001, organisation_id="other"), learner(store, 2002, keeps=False)]


def practise(store: Store, who: Learner, *items: str, at: datetime = MIDDLE, right: bool = True) -> None:
    """A lesson that ended then, with an answer to each of these items."""
    name = f"{who.telegram_id}{at:%m%d%H%M%S}{right:d}"
    lesson = lesson_row(who.id, name, started_at=at, ended_at=at)
    add(store, lesson)
    for number, item in enumerate(items):
        showing = showing_row(lesson, f"{name}{number}", item_id=item)
        add(store, showing, attempt_row(showing, at=at, correct=right, grade="right" if right else "wrong"))
