"""The outbox: what may be sent, in which order, and what becomes of it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.store import Store, outbox
from bot.store.tables import Learner, OutboxRow
from tests.fakes import stores
from tests.fakes.stores import BEGINNING as NOW
from tests.store.rows import reply_row

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def learners(store: Store) -> None:
    for chat_id in (1, 2, 3):
        stores.add_learner(store, chat_id)


def put(store: Store, ref: str, chat_id: int = 1, **changes: Any) -> OutboxRow:
    values = {"learner_id": f"learner{chat_id}", "chat_id": chat_id, "payload": {"lines": [ref]}}
    row = reply_row(ref=ref, **{**values, **changes})
    stores.add(store, row)
    return row


def waiting(store: Store, now: datetime = NOW, **more: Any) -> list[str | None]:
    return [row.ref for row in outbox.waiting(store, now, **more)]


def row(store: Store, ref: str) -> OutboxRow | None:
    return next((one for one in stores.outbox_rows(store) if one.ref == ref), None)


def found(store: Store, ref: str) -> OutboxRow:
    result = row(store, ref)
    assert result is not None
    return result


def test_of_each_chat_only_the_oldest_row_may_be_sent(store: Store) -> None:
    first = put(store, "a1")
    put(store, "b1", 2)
    put(store, "a2")
    assert waiting(store) == ["a1", "b1"]
    outbox.sent(store, first, 501, NOW)
    assert waiting(store) == ["b1", "a2"]


def test_replies_go_before_broadcasts_in_all_chats_and_in_each(store: Store) -> None:
    put(store, "invitation1", 1, kind="broadcast")
    put(store, "invitation2", 2, kind="broadcast")
    put(store, "reply2", 2)
    put(store, "reply3", 3)
    assert waiting(store) == ["reply2", "reply3", "invitation1", "invitation2"]


def test_resting_chats_are_left_out(store: Store) -> None:
    for chat_id in (1, 2, 3):
        put(store, f"r{chat_id}", chat_id)
    assert waiting(store, resting={1, 3}) == ["r2"]
    assert waiting(store, limit=1) == ["r1"]


def test_a_postponed_row_holds_up_the_later_ones_of_its_chat(store: Store) -> None:
    first = put(store, "a1")
    put(store, "a2")
    put(store, "b1", 2)
    outbox.postpone(store, first, NOW + MINUTE, "TimedOut")
    assert waiting(store) == ["b1"]
    assert waiting(store, NOW + MINUTE) == ["a1", "b1"]
    postponed = found(store, "a1")
    assert (postponed.tries, postponed.error, postponed.state) == (1, "TimedOut", "new")


def test_a_postponed_row_does_not_wait_for_a_clock_that_was_set_back(store: Store) -> None:
    outbox.postpone(store, put(store, "a1"), NOW + outbox.LONGEST_PAUSE, "TimedOut")
    assert waiting(store) == []
    assert waiting(store, NOW - MINUTE) == ["a1"]


def test_a_sent_row_is_blank_and_known_by_its_ref(store: Store) -> None:
    put(store, "a1")
    assert outbox.message_id(store, "a1") is None
    outbox.sent(store, found(store, "a1"), 501, NOW)
    sent = found(store, "a1")
    assert (sent.state, sent.payload, sent.sent_at) == ("sent", None, NOW)
    assert outbox.message_id(store, "a1") == 501
    assert outbox.message_id(store, "never") is None


def test_a_parked_row_is_followed_by_what_is_said_instead_but_once(store: Store) -> None:
    outbox.park(store, put(store, "a1"), "BadRequest", NOW, instead={"lines": []})
    assert [row.ref for row in outbox.parked(store)] == ["a1"]
    (instead,) = outbox.waiting(store, NOW)
    assert (instead.chat_id, instead.language, instead.kind, instead.payload) == (1, "ar", "reply", {"lines": []})
    outbox.park(store, instead, "BadRequest", NOW, instead={"lines": []})
    assert waiting(store) == []
    assert len(outbox.parked(store)) == 2


def test_a_late_row_is_dropped_with_what_it_says(store: Store) -> None:
    outbox.expire(store, put(store, "a1", expires_at=NOW), NOW + MINUTE)
    late = found(store, "a1")
    assert (late.state, late.payload) == ("expired", None)
    assert waiting(store) == []


def test_a_chat_that_is_left_alone_gets_nothing_more(store: Store) -> None:
    put(store, "a1")
    put(store, "a2", kind="broadcast")
    put(store, "b1", 2)
    outbox.leave_alone(store, 1, NOW)
    assert waiting(store) == ["b1"]
    assert [(found(store, ref).state, found(store, ref).payload) for ref in ("a1", "a2")] == [("dropped", None)] * 2
    with store.reading() as session:
        blocked = {learner.telegram_id: learner.blocked_at for learner in session.scalars(select(Learner))}
    assert blocked == {1: NOW, 2: None, 3: None}


def test_what_belongs_to_nobody_any_more_is_removed_whatever_becomes_of_it(store: Store) -> None:
    rows = [put(store, f"bye{number}", 90 + number, learner_id=None) for number in range(4)]
    outbox.sent(store, rows[0], 501, NOW)
    outbox.park(store, rows[1], "BadRequest", NOW)
    outbox.expire(store, rows[2], NOW)
    outbox.leave_alone(store, 93, NOW)
    assert [row(store, f"bye{number}") for number in range(4)] == [None] * 4


def test_rows_are_forgotten_when_nobody_will_edit_them_any_more(store: Store) -> None:
    for chat_id, ref in enumerate(("old", "new", "parked"), start=1):
        put(store, ref, chat_id)
    outbox.sent(store, found(store, "old"), 1, NOW)
    outbox.sent(store, found(store, "new"), 2, NOW + timedelta(days=2))
    outbox.park(store, found(store, "parked"), "BadRequest", NOW)
    outbox.forget_old(store, NOW + outbox.KEPT + timedelta(days=1))
    assert [row(store, ref) is None for ref in ("old", "new", "parked")] == [True, False, False]
