"""Reading and writing: locks, conflicts, and what the column types make of values."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from bot.store import Conflict, Store, erasing, learners
from bot.store.database import open_engine
from bot.store.tables import Consent, InboxRow, Learner, Message
from tests.fakes.stores import BEGINNING, add, add_learner, learner_row


def both(first: Callable[[], None], second: Callable[[], None]) -> None:
    """Run two things at the same time and wait for both."""
    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert not any(thread.is_alive() for thread in threads)


def test_sqlite_is_set_up_for_a_server(sqlite_store: Store) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
    with sqlite_store.reading() as session:
        values = [session.scalar(text(f"PRAGMA {name}")) for name in names]
    assert values == ["wal", 2, 1, 5000, 1]


def test_writing_takes_sqlites_lock_before_it_looks(sqlite_store: Store) -> None:
    begun: list[str] = []

    @event.listens_for(sqlite_store.engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        begun.append(statement)

    with sqlite_store.writing() as session:
        session.scalar(text("SELECT 1"))
        with sqlite_store.reading() as other:
            other.scalar(text("SELECT 2"))
        with open_engine(sqlite_store.engine.url, {"busy_timeout": 0}).connect() as impatient:
            writing = impatient.execution_options(write=True)
            with pytest.raises(OperationalError, match="locked"):
                writing.execute(text("SELECT 3"))
    assert [statement for statement in begun if statement.startswith("BEGIN")] == ["BEGIN IMMEDIATE", "BEGIN"]


def test_two_writers_that_read_first_both_get_through(store: Store) -> None:
    """Under a plain BEGIN one of them would fail at once, whatever the timeout."""
    add_learner(store)
    met = threading.Barrier(2)

    def raise_level() -> None:
        met.wait()
        with store.writing() as session:
            found = session.scalars(select(Learner).with_for_update()).one()
            found.unanswered += 1

    both(raise_level, raise_level)
    found = learners.by_telegram_id(store, 1001)
    assert found is not None
    assert (found.unanswered, found.version) == (2, 3)


def test_a_change_made_from_an_old_reading_is_a_conflict(store: Store) -> None:
    add_learner(store)
    mine, theirs = learners.by_telegram_id(store, 1001), learners.by_telegram_id(store, 1001)
    assert mine is not None
    assert theirs is not None
    theirs.level, mine.sector = "A1", "care"
    add(store, theirs)
    with pytest.raises(Conflict):
        add(store, mine)
    now = learners.by_telegram_id(store, 1001)
    assert now is not None
    assert (now.level, now.sector, now.version) == ("A1", "construction", 2)


def test_a_change_of_an_erased_learner_is_a_conflict(store: Store) -> None:
    add_learner(store)
    read_before = learners.by_telegram_id(store, 1001)
    assert read_before is not None
    with store.writing() as session:
        erasing.erase(session, read_before.id)
    read_before.level = "A2"
    with pytest.raises(Conflict):
        add(store, read_before)


def test_a_row_that_is_there_already_is_a_conflict(store: Store) -> None:
    add_learner(store)
    with pytest.raises(Conflict, match=r"unique|UNIQUE"):
        add(store, learner_row(id="another"))


def test_a_row_about_nobody_is_a_conflict(store: Store) -> None:
    with pytest.raises(Conflict):
        add(store, Consent(learner_id="nobody", kind="record", given=True, notice="1", at=BEGINNING))


def test_a_fault_of_ours_is_no_conflict_and_tells_no_words(store: Store) -> None:
    with pytest.raises(IntegrityError) as caught:
        add(store, learner_row(name="kwispelstaart", language=None))
    assert "language" in str(caught.value)
    chain: BaseException | None = caught.value
    while chain:
        assert "kwispelstaart" not in f"{chain!r} {chain}"
        chain = chain.__cause__ or chain.__context__


def test_nothing_of_a_broken_write_is_kept(store: Store) -> None:
    with pytest.raises(Conflict):
        add(store, learner_row(1001), learner_row(1002, id="another"), learner_row(1002))
    assert learners.by_telegram_id(store, 1001) is None


def test_a_reading_sees_one_moment(store: Store) -> None:
    with store.reading() as session:
        assert session.scalars(select(Learner)).all() == []
        add_learner(store)
        assert session.scalars(select(Learner)).all() == []
    with store.reading() as session:
        assert len(session.scalars(select(Learner)).all()) == 1


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 29, 3, 30, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC),
        datetime(1999, 12, 31, 23, 59, 59, tzinfo=timezone(-timedelta(hours=9, minutes=30))),
    ],
)
def test_moments_come_back_in_utc_and_compare(store: Store, moment: datetime) -> None:
    add_learner(store, next_due_at=moment)
    found = learners.by_telegram_id(store, 1001)
    assert found is not None
    assert found.next_due_at is not None
    assert (found.next_due_at, found.next_due_at.tzinfo) == (moment, UTC)
    microsecond = timedelta(microseconds=1)
    assert [len(learners.due(store, moment + shift)) for shift in (-microsecond, 0 * microsecond)] == [0, 1]


def test_a_moment_without_time_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="A moment needs its time zone"):
        add_learner(store, last_seen_at=datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ስራ 🙂 \u2068naam\u2069", "ስራ 🙂 \u2068naam\u2069"),
        ("half \ud83d", "half ?"),
        ("a\0b", "ab"),
        ("", ""),
        (None, None),
    ],
)
def test_words_are_kept_whatever_a_phone_sends(store: Store, typed: str | None, kept: str | None) -> None:
    learner = add_learner(store)
    update = {"message": {"text": typed}}
    add(
        store,
        Message(id="m", learner_id=learner.id, text=typed, at=BEGINNING),
        InboxRow(bot_id=1, update_id=1, chat_id=1001, payload=update, received_at=BEGINNING),
    )
    with store.reading() as session:
        assert session.get_one(Message, "m").text == kept
        assert session.scalars(select(InboxRow)).one().payload == update


def test_a_blanked_payload_is_null_to_sql(store: Store) -> None:
    add(store, InboxRow(bot_id=1, update_id=1, chat_id=1, payload=None, received_at=BEGINNING))
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM inbox WHERE payload IS NULL")) == 1
