"""A process dies at any moment between keeping an update and marking its answer: nothing is lost or done twice."""

import asyncio
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy import text as sql

from bot.i18n import Catalogues, Verbatim
from bot.journeys.reply import Reply
from bot.store import Store, inbox, outbox
from bot.store.tables import OutboxRow
from tests.durability.dying import Death, died
from tests.durability.service import START, turns_of
from tests.durability.test_database import messages, rows
from tests.fakes.course import published_course
from tests.fakes.stores import add_learner, without_waiting_for_the_disk
from tests.telegram.raw import says
from tests.telegram.world import CHAT

BOT = 4242


@dataclass(frozen=True)
class Life:
    """A bot process from an update to its answer. ``phone`` is a file with a line for each message that arrived."""

    url: Any
    catalogues: Catalogues
    phone: Path

    def live(self, number: int, after: int | None = None) -> None:
        """Work off the update with this number; die when ``after`` statements, commits and calls have begun."""
        store, death = Store(self.url), Death(after)
        if store.on_sqlite:
            # What a process wrote outlives it without being on the disk.
            without_waiting_for_the_disk(store)
        for name in ("before_cursor_execute", "commit"):
            event.listen(store.engine, name, death.moment)
        asyncio.run(self._work(store, number, death))

    async def _work(self, store: Store, number: int, death: Death) -> None:
        inbox.put(store, BOT, number, CHAT, says(f"{number}", number), START)
        turns = replace(turns_of(store, self.catalogues, lambda: START), random=Random(number))
        while await turns.run_next():
            pass
        while due := outbox.waiting(store, START):
            self._hand_over(due[0])
            # It arrived, and the bot does not know yet.
            death.moment()
            outbox.sent(store, due[0], number, START)

    def _hand_over(self, row: OutboxRow) -> None:
        words = Reply.from_json(row.payload or {}).lines[0][0]
        assert isinstance(words, Verbatim)
        with self.phone.open("a") as phone:
            phone.write(f"{words.text}\n")

    def arrived(self) -> Counter[str]:
        """How often each answer arrived."""
        return Counter(self.phone.read_text().splitlines())


@pytest.mark.slow
def test_whenever_it_dies_the_next_process_goes_on(store: Store, catalogues: Catalogues, tmp_path: Path) -> None:
    published_course(store, START)
    add_learner(store)
    # A fork must not share connections.
    store.close()
    life, deaths = Life(store.engine.url, catalogues, tmp_path / "phone"), 0
    while died(partial(life.live, deaths, after=deaths)):
        assert not died(partial(life.live, deaths))
        deaths += 1
    texts = [f"{number}" for number in range(deaths + 1)]
    assert Counter(messages(store)) == Counter(texts)
    assert [(row.state, row.tries) for row in rows(store)] == [("done", 0)] * len(texts)
    with store.reading() as session:
        assert list(session.scalars(select(OutboxRow.state))) == ["sent"] * len(texts)
    assert set(life.arrived()) == set(texts)
    # Who died after the call: before the mark, at it, at its commit, and on SQLite at its BEGIN.
    twice = 4 if store.on_sqlite else 3
    assert Counter(life.arrived().values()) == {1: len(texts) - twice, 2: twice}


@pytest.mark.postgres
def test_what_a_machine_began_that_is_gone_holds_nothing_up_for_long(postgres_store: Store) -> None:
    with postgres_store.reading() as session:
        assert session.scalar(sql("SHOW idle_in_transaction_session_timeout")) == "1min"
