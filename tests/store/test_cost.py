"""What a turn asks of the database finds its rows by an index: it costs the same on day 1 and on day 400."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from bot.store import Store, inbox, learners, outbox, practice, talk
from tests.fakes.stores import BEGINNING

QUERIES: dict[str, Callable[[Store], Any]] = {
    "next update": lambda store: inbox.next_row(store, BEGINNING),
    "what to send": lambda store: outbox.waiting(store, BEGINNING, [1, 2]),
    "learner by account": lambda store: learners.by_telegram_id(store, 1),
    "learner by id": lambda store: learners.by_id(store, "x"),
    "who is due": lambda store: learners.due(store, BEGINNING),
    "consent": lambda store: learners.consent(store, "x", "record"),
    "invitation": lambda store: learners.invitation(store, "x"),
    "counsellor": lambda store: learners.counsellor(store, "x"),
    "open lesson": lambda store: practice.open_lesson(store, "x"),
    "lessons ended": lambda store: practice.lessons_ended(store, "x"),
    "trial ended": lambda store: practice.trial_ended(store, "x"),
    "showing": lambda store: practice.showing(store, "x"),
    "showings": lambda store: practice.showings(store, "x"),
    "cards": lambda store: practice.cards(store, "x"),
    "card": lambda store: practice.card(store, "x", "a"),
    "attempts": lambda store: practice.attempts(store, "x"),
    "attempts of a lesson": lambda store: practice.attempts_of_lesson(store, "x"),
    "missed": lambda store: practice.missed_in_last_lesson(store, "x"),
    "tips shown": lambda store: practice.tips_shown(store, "x"),
    "messages": lambda store: talk.messages(store, "x"),
    "unanswered": lambda store: talk.unanswered(store, "x"),
    "alerts": lambda store: talk.open_alerts(store, "x"),
}


@pytest.mark.parametrize("name", QUERIES)
def test_one_statement_and_no_table_read_from_end_to_end(sqlite_store: Store, name: str) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        asked.append((statement, parameters))

    event.listen(sqlite_store.engine, "before_cursor_execute", note)
    QUERIES[name](sqlite_store)
    event.remove(sqlite_store.engine, "before_cursor_execute", note)

    selects = [one for one in asked if one[0].startswith("SELECT")]
    assert len(selects) == 1
    assert [step for step in plan(sqlite_store, *selects[0]) if step.startswith("SCAN")] == []


def plan(store: Store, statement: str, parameters: Any) -> list[str]:
    """How SQLite goes about a statement, in its own words."""
    with store.engine.connect() as connection:
        return [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
