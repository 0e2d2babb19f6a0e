"""Learners with a row in every table there is, also in tables that are added later."""

from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, LargeBinary, String, Table, insert
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.store import Store
from bot.store.tables import Base
from bot.store.tables.base import TelegramId, Words, WordsJSON
from tests.fakes.stores import BEGINNING

OF_CHATS = ("learner", "inbox", "outbox")
"""Tables with what came from a learner's chat that no learner's id says to be theirs."""

STATES = {"inbox": "parked", "outbox": "new"}


def live(store: Store, telegram_id: int, word: str) -> str:
    """Keep one row in every table. ``word`` stands in every column for words. Returns the learner's id."""
    name = f"of{word}"[:20]
    with store.writing() as session:
        for table in Base.metadata.sorted_tables:
            _add_row(session, table, name, telegram_id, word)
    return name


def _add_row(session: Session, table: Table, name: str, telegram_id: int, word: str) -> None:
    of_learner, of_others = name, f"no{telegram_id % 1000}"
    # What is not about the learner must not look as if it were.
    if not (table.name in OF_CHATS or "learner_id" in table.c):
        name, word, telegram_id = of_others, of_others, telegram_id % 1000
    row = {column.name: _value(column, name, telegram_id, word) for column in table.columns if not _counted(column)}
    for key in table.foreign_keys:
        mine = key.column.table.name == "learner" or "learner_id" in key.column.table.c
        row[key.parent.name] = of_learner if mine else of_others
    session.execute(insert(table).values(row | ({"state": STATES[table.name]} if table.name in STATES else {})))


def _counted(column: Column[Any]) -> bool:
    """Whether the database counts this key up by itself."""
    return isinstance(column.table, Table) and column is column.table.autoincrement_column


def _plain(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _value(column: Column[Any], name: str, telegram_id: int, word: str) -> Any:
    if isinstance(column.type, Words):
        return word
    if isinstance(column.type, WordsJSON):
        return {"text": f"{word} ..."}
    if isinstance(column.type, TelegramId):
        return telegram_id
    return _neutral(column, name, telegram_id, word)


def _neutral(column: Column[Any], name: str, telegram_id: int, word: str) -> Any:
    """A value that says nothing about anybody, but is unique where it has to be."""
    kind = _plain(column.type)
    if isinstance(kind, String):
        return name[: kind.length or len(name)]
    if isinstance(kind, DateTime):
        return BEGINNING
    if isinstance(kind, Date):
        return BEGINNING.date()
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Float):
        return 1.0
    if isinstance(kind, LargeBinary):
        return word.encode()
    return telegram_id % 1000 if isinstance(kind, Integer) else []
