"""Reading messages and alerts."""

import pytest

from bot.store import Store, learners, talk
from bot.store.tables import Alert, Learner, Message, SpokenMessage, Staff
from tests.fakes.stores import BEGINNING, HOME, add, add_learner
from tests.store.rows import later, reply_row


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


def test_opening_a_thread_reads_what_is_for_the_counsellor(store: Store, amina: Learner) -> None:
    add(store, Message(id="p1", learner_id=amina.id, text="!", about="problem", at=later(4)))
    talk.read(store, amina.id, later(5))
    talk.read(store, amina.id, later(6))
    read = {one.id: one.read_at for one in talk.messages(store, amina.id)}
    assert read == {"m1": later(5), "a1": None, "m2": later(5), "p1": None}
    assert [one.read_at for one in talk.messages(store, "learner1002")] == [None]


@pytest.mark.parametrize(("only", "left"), [(None, ["p1"]), ("p1", ["m2"])])
def test_an_answer_is_to_all_that_is_for_the_counsellor_or_to_one(
    store: Store, amina: Learner, only: str | None, left: list[str]
) -> None:
    add(store, Message(id="p1", learner_id=amina.id, text="!", about="problem", at=later(4)))
    with store.writing() as session:
        talk.answered(session, amina.id, later(9), only)
    assert [one.id for one in talk.unanswered(store, amina.id)] == left
    before = talk.message(store, "m1")
    assert before is not None
    assert before.answered_at == later(2)


def test_who_is_told_something_has_a_newer_record(store: Store, amina: Learner) -> None:
    with store.writing() as session:
        held = talk.hold(session, amina.id)
        assert held is not None
        assert talk.hold(session, "nobody") is None
    now = learners.by_id(store, amina.id)
    assert now is not None
    assert now.version == amina.version + 1


@pytest.mark.parametrize(
    ("state", "lost", "comes_again"),
    [("new", False, False), ("sent", False, False), ("dropped", True, True), ("parked", True, False)],
)
def test_what_did_not_arrive_is_known(store: Store, amina: Learner, state: str, lost: bool, comes_again: bool) -> None:
    message = Message(id="a2", learner_id=amina.id, staff_id="els", text="Dag", at=later(4), ref="r1")
    add(store, message, reply_row(amina.id, state=state))
    with store.reading() as session:
        assert talk.is_lost(session, message) is lost
    assert [(one.id, staff.name) for one, staff in talk.undelivered(store, amina.id)] == [("a2", "Els")] * comes_again


def test_what_was_said_aloud_is_found_by_its_message(store: Store, amina: Learner) -> None:
    add(store, SpokenMessage(message_id="a1", learner_id=amina.id, sound=b"OggS"))
    assert (talk.sound(store, "a1"), talk.sound(store, "m1")) == (b"OggS", None)


@pytest.mark.parametrize(("number", "found"), [(0, []), (1, ["m2"]), (2, ["a1", "m2"]), (9, ["m1", "a1", "m2"])])
def test_the_latest_messages_come_in_their_order(store: Store, amina: Learner, number: int, found: list[str]) -> None:
    assert [one.id for one in talk.latest(store, amina.id, number)] == found
