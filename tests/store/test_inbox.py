"""The inbox: every update once, in the order of arrival, one at a time of each chat."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.store import Store, inbox
from bot.store.tables import InboxRow
from tests.fakes.stores import BEGINNING as NOW

BOT = 4242
SECOND = timedelta(seconds=1)


def put(store: Store, number: int, chat_id: int | None = 1, at: datetime = NOW, bot: int = BOT) -> bool:
    return inbox.put(store, bot, number, chat_id, {"update_id": number}, at)


def next_number(store: Store, now: datetime = NOW) -> int | None:
    row = inbox.next_row(store, now)
    return row.update_id if row else None


def finish(store: Store, now: datetime = NOW) -> int | None:
    """Work the next update off. Returns its number."""
    row = inbox.next_row(store, now)
    if row is None:
        return None
    with store.writing() as session:
        inbox.finish(session, row.id, now)
    return row.update_id


def rows(store: Store) -> list[InboxRow]:
    with store.reading() as session:
        return list(session.scalars(select(InboxRow).order_by(InboxRow.id)))


def test_updates_are_worked_off_in_the_order_of_arrival_whatever_their_numbers(store: Store) -> None:
    for number, chat_id in ((900, 1), (901, 2), (5, 1)):
        assert put(store, number, chat_id)
    assert [finish(store) for _ in range(4)] == [900, 901, 5, None]


def test_the_same_update_is_kept_once(store: Store) -> None:
    assert put(store, 10)
    assert not put(store, 10)
    finish(store)
    assert not put(store, 10)
    assert next_number(store) is None


def test_another_bot_counts_for_itself(store: Store) -> None:
    assert put(store, 10)
    assert put(store, 10, bot=77)


@pytest.mark.parametrize("words", ["Ik ben ziek", "ሰላም", "😀\u0000\ud83d"])
def test_an_update_comes_out_as_it_went_in(store: Store, words: str) -> None:
    raw: dict[str, Any] = {"update_id": 1, "message": {"text": words, "chat": {"id": 2**40}}}
    inbox.put(store, BOT, 1, 2**40, raw, NOW)
    row = inbox.next_row(store, NOW)
    assert row is not None
    assert (row.payload, row.chat_id, row.received_at) == (raw, 2**40, NOW)


def test_a_finished_update_keeps_its_number_and_nothing_it_said(store: Store) -> None:
    put(store, 10)
    finish(store, NOW + SECOND)
    (row,) = rows(store)
    assert (row.update_id, row.state, row.payload, row.done_at) == (10, "done", None, NOW + SECOND)


def test_an_update_that_failed_holds_up_its_own_chat_alone(store: Store) -> None:
    for number, chat_id in ((1, 1), (2, 1), (3, 2), (4, None)):
        put(store, number, chat_id)
    failed = inbox.next_row(store, NOW)
    assert failed is not None
    inbox.postpone(store, failed, "KeyError", NOW)
    assert [finish(store) for _ in range(3)] == [3, 4, None]
    later = NOW + inbox.PAUSES[0]
    assert [finish(store, later) for _ in range(3)] == [1, 2, None]


def test_pauses_grow_with_the_tries(store: Store) -> None:
    put(store, 1)
    now = NOW
    for tries, pause in enumerate(inbox.PAUSES):
        row = inbox.next_row(store, now)
        assert row is not None
        assert row.tries == tries
        inbox.postpone(store, row, "KeyError", now)
        assert next_number(store, now + pause - SECOND / 2) is None
        now += pause
    assert next_number(store, now) == 1


def test_a_parked_update_keeps_its_words_and_lets_the_chat_go_on(store: Store) -> None:
    put(store, 1)
    put(store, 2)
    row = inbox.next_row(store, NOW)
    assert row is not None
    with store.writing() as session:
        inbox.park(session, row, "KeyError in practice.py:12", NOW)
    assert next_number(store) == 2
    (parked,) = inbox.parked(store)
    assert (parked.update_id, parked.error, parked.tries) == (1, "KeyError in practice.py:12", 1)
    assert parked.payload == {"update_id": 1}


def test_numbers_of_finished_updates_are_forgotten_after_two_weeks(store: Store) -> None:
    for number in (1, 2, 3):
        put(store, number, at=NOW)
    finish(store, NOW)
    finish(store, NOW + timedelta(days=1))
    inbox.forget_old(store, NOW + inbox.IDS_KEPT + SECOND)
    assert [(row.update_id, row.state) for row in rows(store)] == [(2, "done"), (3, "new")]
