"""What waits and what was set aside, in numbers."""

from bot.store import Store, counts, inbox
from tests.fakes.stores import BEGINNING


def test_queues_are_counted_by_state(store: Store) -> None:
    for number in range(3):
        inbox.put(store, 1, number, 5, {}, BEGINNING)
    row = inbox.next_row(store, BEGINNING)
    assert row is not None
    with store.writing() as session:
        inbox.park(session, row, "ValueError in here.py:1", BEGINNING)
    assert counts.of_queues(store) == {
        ("inbox", "new"): 2,
        ("inbox", "parked"): 1,
        ("outbox", "new"): 0,
        ("outbox", "parked"): 0,
    }
