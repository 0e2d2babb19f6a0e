"""Reading messages and alerts."""

import pytest

from bot.store import Store, talk
from bot.store.tables import Alert, Learner, Message, Staff
from tests.fakes.stores import BEGINNING, HOME, add, add_learner
from tests.store.rows import later


@pytest.fixture
def amina(store: Store) -> Learner:
    """A learner who wrote twice; the first message was answered."""
    amina, other = add_learner(store, 1001), add_learner(store, 1002)
    add(
        store,
        Staff(id="els", organisation_id=HOME, name="Els", email="e@x.be", role="counsellor", created_at=BEGINNING),
        Message(id="m2", learner_id=amina.id, text="En nu?", at=later(3)),
        Message(id="m1", learner_id=amina.id, text="Hallo", at=later(1), answered_at=later(2)),
        Message(id="a1", learner_id=amina.id, staff_id="els", text="Dag Amina", at=later(2)),
        Message(id="o1", learner_id=other.id, text="Ik ook", at=later(1)),
        Alert(id="x2", learner_id=amina.id, flag="violence", shows="call", at=later(2)),
        Alert(id="x1", learner_id=amina.id, flag="exploitation", shows="call", at=later(1)),
        Alert(id="x0", learner_id=amina.id, flag="self_harm", shows="call", at=later(1), closed_at=later(2)),
    )
    return amina


def test_messages_go_both_ways_oldest_first(store: Store, amina: Learner) -> None:
    assert [message.id for message in talk.messages(store, amina.id)] == ["m1", "a1", "m2"]


def test_a_message_is_found_by_id(store: Store, amina: Learner) -> None:
    found = talk.message(store, "a1")
    assert found is not None
    assert (found.learner_id, found.text, found.about) == (amina.id, "Dag Amina", "counsellor")
    assert talk.message(store, "none") is None


def test_what_staff_wrote_or_answered_does_not_wait(store: Store, amina: Learner) -> None:
    assert [message.id for message in talk.unanswered(store, amina.id)] == ["m2"]


def test_closed_alerts_are_over(store: Store, amina: Learner) -> None:
    assert [alert.id for alert in talk.open_alerts(store, amina.id)] == ["x1", "x2"]
