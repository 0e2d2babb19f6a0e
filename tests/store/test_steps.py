"""Steps that learners told: read by day."""

from datetime import date

from bot.store import Store, steps
from bot.store.steps import Kind
from bot.store.tables import StepTaken
from tests.fakes.stores import add, add_learner


def told(key: str, learner: int, kind: Kind, day: int) -> StepTaken:
    return StepTaken(id=key, learner_id=f"learner{learner}", kind=kind.value, day=date(2026, 11, day))


def test_they_come_by_day_and_of_one_learner(store: Store) -> None:
    add_learner(store)
    add_learner(store, 1002)
    add(store, told("b", 1001, Kind.WORK, 9), told("a", 1001, Kind.DIPLOMA, 3), told("c", 1002, Kind.BUSINESS, 1))
    assert [(one.kind, one.day.day) for one in steps.of(store, "learner1001")] == [("diploma", 3), ("work", 9)]
    assert steps.of(store, "nobody") == []
