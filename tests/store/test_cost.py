"""What a turn asks of the database finds its rows by an index: it costs the same on day 1 and on day 400."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event, insert, text

from bot.store import (
    Store,
    alerts,
    api_tokens,
    broadcasts,
    consents,
    inbox,
    learners,
    outbox,
    placements,
    practice,
    talk,
    together,
)
from bot.store.tables import OutboxRow
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
    "answered": lambda store: practice.answered(store, "x", "a"),
    "attempted": lambda store: practice.attempted(store, "x"),
    "placement of a lesson": lambda store: placements.of_lesson(store, "x"),
    "placement begun": lambda store: placements.began(store, "x"),
    "difficulty": lambda store: placements.difficulty(store, "a"),
    "difficulties": lambda store: placements.difficulties(store, ["a", "b"]),
    "missed": lambda store: practice.missed_in_last_lesson(store, "x"),
    "tips shown": lambda store: practice.tips_shown(store, "x"),
    "messages": lambda store: talk.messages(store, "x"),
    "unanswered": lambda store: talk.unanswered(store, "x"),
    "alerts": lambda store: talk.open_alerts(store, "x"),
    "alert of a kind": lambda store: alerts.newest_open(store, "x", "violence"),
    "broadcasts due": lambda store: broadcasts.due(store, BEGINNING),
    "token": lambda store: api_tokens.of(store, "x", BEGINNING),
    "who agreed": lambda store: consents.notices(store, ["x", "y"], "sharing"),
    "answers of many": lambda store: together.answers(store, ["x", "y"], BEGINNING),
    "cards of many": lambda store: together.cards(store, ["x", "y"]),
    "what stands in the chat": lambda store: outbox.standing(store, ["a", "b"]),
}


@pytest.mark.parametrize("name", QUERIES)
def test_one_statement_and_no_table_read_from_end_to_end(sqlite_store: Store, name: str) -> None:
    plans = plans_of(sqlite_store, QUERIES[name])
    assert len(plans) == (len(outbox.KINDS) if name == "what to send" else 1)
    assert [step for steps in plans for step in steps if step.startswith("SCAN")] == []


def test_what_to_send_is_read_along_what_waits_of_its_kind(sqlite_store: Store) -> None:
    plans = plans_of(sqlite_store, QUERIES["what to send"])
    assert all("kind=?" in steps[0] for steps in plans)


@pytest.mark.postgres
def test_postgres_too_reads_what_waits_and_not_what_was_ever_sent(postgres_store: Store) -> None:
    row = {"chat_id": 1, "language": "nl", "created_at": BEGINNING}
    sent = [{**row, "kind": "reply", "state": "sent", "ref": f"r{number}"} for number in range(5000)]
    new = [{**row, "kind": "broadcast", "state": "new", "chat_id": number} for number in range(500)]
    with postgres_store.writing() as session:
        session.execute(insert(OutboxRow), sent)
        session.execute(insert(OutboxRow), new)
        session.execute(text("ANALYZE outbox"))
    steps = [step for steps in plans_of(postgres_store, QUERIES["what to send"]) for step in steps]
    assert any("ix_outbox_new" in step for step in steps)
    assert [step for step in steps if "Seq Scan" in step or "pk_outbox" in step] == []


def plans_of(store: Store, query: Callable[[Store], Any]) -> list[list[str]]:
    """How the database goes about each statement of a query."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        asked.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    query(store)
    event.remove(store.engine, "before_cursor_execute", note)
    return [plan(store, *one) for one in asked if one[0].startswith("SELECT")]


def plan(store: Store, statement: str, parameters: Any) -> list[str]:
    """How the database goes about a statement, in its own words."""
    explain = "EXPLAIN QUERY PLAN" if store.on_sqlite else "EXPLAIN"
    with store.engine.connect() as connection:
        return [row[-1] for row in connection.exec_driver_sql(f"{explain} {statement}", parameters)]
