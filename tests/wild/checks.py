"""What holds whatever came in."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select

from bot.store import Store
from bot.store.tables import Base, InboxRow, OutboxRow
from tests.fakes.house import House
from tests.fakes.learner import Walker, rows
from tests.wild.words import MARK

PARAGRAPHS = re.compile("[\n\r\x1c-\x1e\x85\u2029]")
OPENS, CLOSES = "\u2066\u2067\u2068", "\u2069"
OVERRIDES = re.compile("[\u202a-\u202e]")

OF_OURS = {"bold", "italic"}
OF_TELEGRAMS = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
"""Telegram finds these in any text by itself."""


class Logs(logging.Handler):
    """What is logged while somebody listens."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.levelno, self.format(record)))

    def from_level(self, level: int) -> list[str]:
        """The lines of this level and above."""
        return [line for number, line in self.lines if number >= level]


@contextmanager
def listening() -> Iterator[Logs]:
    """Listen to every logger, down to what is usually not worth a line."""
    logs, root, sql = Logs(), logging.getLogger(), logging.getLogger("sqlalchemy")
    before = root.level, sql.level
    root.setLevel(logging.DEBUG)
    sql.setLevel(logging.WARNING)
    root.addHandler(logs)
    try:
        yield logs
    finally:
        root.removeHandler(logs)
        root.setLevel(before[0])
        sql.setLevel(before[1])


def nothing_is_left_over(store: Store) -> None:
    """Every update is done, every message sent: nothing failed, waits or was set aside."""
    with store.reading() as session:
        updates = session.execute(select(InboxRow.state, InboxRow.error).where(InboxRow.state != "done")).all()
        messages = session.execute(select(OutboxRow.state, OutboxRow.error).where(OutboxRow.state != "sent")).all()
    assert (updates, messages) == ([], [])


async def every_call_was_taken(home: House, *but: str) -> None:
    """The simulator refused no call, but perhaps of these methods, and signs on buttons that it has answered before."""
    calls = (await home.client.get("/phone/api/calls")).json()
    refused = [call for call in calls if call["status"] != 200]
    assert [call for call in refused if call["method"] not in ("answerCallbackQuery", *but)] == []
    assert [call for call in calls if call["unknown"]] == []


def nobody_is_quoted(logs: Logs, level: int = logging.WARNING) -> None:
    """Nothing of this level was logged, and at no level anybody's words."""
    assert logs.from_level(level) == []
    assert not [line for line in logs.from_level(logging.DEBUG) if MARK in line]


def well_formed(message: dict[str, Any]) -> None:
    """Only our own words are marked up, and no direction runs on into what follows."""
    assert {entity["type"] for entity in message["entities"]} <= OF_OURS | OF_TELEGRAMS
    for words in (message["text"], *(button["text"] for row in rows(message) for button in row)):
        assert not OVERRIDES.search(words)
        assert [part for part in PARAGRAPHS.split(words) if not _balanced(part)] == []


def visible(walker: Walker) -> list[dict[str, Any]]:
    """What the last step brought that the learner can see."""
    return [message for message in walker.new if not message["deleted"]]


async def all_is_well(walker: Walker, logs: Logs, *refused: str) -> None:
    """All of this, for a house in which one thing after another was sent; calls of these methods may be refused."""
    nothing_is_left_over(walker.house.store)
    await every_call_was_taken(walker.house, *refused)
    nobody_is_quoted(logs)
    for message in walker.new:
        well_formed(message)


def _balanced(words: str) -> bool:
    depth = 0
    for sign in words:
        depth += (sign in OPENS) - (sign in CLOSES)
        if depth < 0:
            return False
    return depth == 0


def everything(store: Store) -> dict[str, list[Any]]:
    """All that is kept, but for the queue of updates and the course."""
    apart = {InboxRow.__tablename__, "entry", "revision"}
    tables = [table for table in Base.metadata.sorted_tables if table.name not in apart]
    with store.reading() as session:
        return {table.name: [*map(tuple, session.execute(select(table)))] for table in tables}
