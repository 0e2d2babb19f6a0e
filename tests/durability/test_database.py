"""The database fails while the bot is in service: nothing is lost, one line says why, and it goes on by itself."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy import text as sql

from bot.i18n import Catalogues
from bot.store import OutOfOrder, Store, inbox, outbox
from bot.store.errors import DiskFull
from bot.store.tables import InboxRow, Message, OutboxRow
from bot.wiring.worker import Worker
from tests.durability.faults import Fault
from tests.durability.service import LONG, START, TOKEN, in_service, turns_of
from tests.fakes.course import published_course
from tests.fakes.stores import add_learner
from tests.telegram.raw import says

TEXTS = ["een", "twee", "drie"]
OUTAGE = 15.0


async def test_what_was_said_meanwhile_is_answered_afterwards_once_and_in_order(
    broken: tuple[Store, Fault], catalogues: Catalogues, caplog: pytest.LogCaptureFixture
) -> None:
    store, fault = broken
    async with in_service(store, catalogues) as service:
        await service.phone.says("voor")
        assert await service.within_a_minute("voor") == ["voor"]
        fault.on()
        for text in TEXTS:
            await service.phone.says(f"{text}\n{LONG[:3000]}")
        await service.time.sleep(OUTAGE)
        # A full disk may have room for a little still.
        assert await service.answers() != ["voor", *TEXTS]
        fault.off()
        assert await service.within_a_minute(*TEXTS) == ["voor", *TEXTS]
    assert [(text or "").partition("\n")[0] for text in messages(store)] == ["voor", *TEXTS]
    assert {(row.state, row.tries) for row in rows(store)} == {("done", 0)}
    assert not any(word in caplog.text for word in (TOKEN, *TEXTS))


async def test_a_turn_under_way_waits_as_it_was_and_counts_no_try(
    broken: tuple[Store, Fault], catalogues: Catalogues
) -> None:
    store, fault = broken
    published_course(store, START)
    learner = add_learner(store)
    inbox.put(store, 4242, 1, learner.telegram_id, says("een", 1), START)
    turns = turns_of(store, catalogues, lambda: START)
    fault.on()
    for _ in range(4):
        with pytest.raises(OutOfOrder, match=fault.reason):
            await turns.run_next()
    fault.off()
    assert [(row.state, row.tries) for row in rows(store)] == [("new", 0)]
    assert await turns.run_next()
    assert messages(store) == ["een"]
    with store.reading() as session:
        assert len(session.scalars(select(OutboxRow)).all()) == 1


async def test_one_line_says_why_turns_wait_and_another_that_they_go_on(
    broken: tuple[Store, Fault], catalogues: Catalogues, caplog: pytest.LogCaptureFixture
) -> None:
    store, fault = broken
    caplog.set_level(logging.INFO, "bot.wiring.worker")
    published_course(store, START)
    learner = add_learner(store)
    inbox.put(store, 4242, 1, learner.telegram_id, says("een", 1), START)
    stop, slept = asyncio.Event(), [0.0]

    async def sleep(seconds: float) -> None:
        slept[0] += seconds
        if slept[0] > OUTAGE:
            fault.off()

    fault.on()
    worker = Worker(turns_of(store, catalogues, lambda: START), lambda _: stop.set(), sleep)
    await asyncio.wait_for(worker.run(stop), 20)
    lines = [record.getMessage() for record in caplog.records if record.name == "bot.wiring.worker"]
    assert len(lines) == 2
    assert fault.reason in lines[0]
    assert lines[1] == "Turns run again"
    assert slept[0] - OUTAGE <= 5


@pytest.mark.postgres
async def test_a_server_that_drops_its_connections_is_connected_to_again(
    postgres_store: Store, catalogues: Catalogues
) -> None:
    async with in_service(postgres_store, catalogues) as service:
        for text in TEXTS:
            with postgres_store.reading() as session:
                ours = session.scalar(sql("SELECT pg_backend_pid()"))
            with create_engine(postgres_store.engine.url).connect() as other:
                assert other.scalar(sql("SELECT pg_terminate_backend(:pid)"), {"pid": ours})
            await service.phone.says(text)
            await service.within_a_minute(text)
    assert messages(postgres_store) == TEXTS


@pytest.mark.postgres
def test_postgres_is_waited_for_no_longer_than_sqlite(postgres_store: Store) -> None:
    with postgres_store.reading() as session:
        assert session.scalar(sql("SHOW lock_timeout")) == "5s"


async def test_a_message_whose_mark_cannot_be_written_goes_out_once(
    sqlite_store: Store, catalogues: Catalogues, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks, failures = outbox.sent, [DiskFull("no room")] * 3

    def sent(*arguments: Any) -> None:
        if failures:
            raise failures.pop()
        marks(*arguments)

    monkeypatch.setattr(outbox, "sent", sent)
    async with in_service(sqlite_store, catalogues) as service:
        await service.phone.says("een")
        await service.within_a_minute("een")
        while failures:
            await service.time.sleep(1)
        await service.phone.says("twee")
        assert await service.within_a_minute("twee") == ["een", "twee"]


def messages(store: Store) -> list[str | None]:
    with store.reading() as session:
        return list(session.scalars(select(Message.text).order_by(Message.at, Message.id)))


def rows(store: Store) -> Sequence[InboxRow]:
    with store.reading() as session:
        return session.scalars(select(InboxRow).order_by(InboxRow.id)).all()
