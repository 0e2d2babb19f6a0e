"""What every table shares: the declarative base and the column types with a meaning of their own."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Integer, MetaData, Text, TextClause
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

Sequence = BigInteger().with_variant(Integer, "sqlite")
"""A key that the database counts up: arrival order of queues and logs."""


class Base(DeclarativeBase):
    """The parent of every table."""

    metadata = MetaData(naming_convention=NAMES)


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC on every database; a naive datetime is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A moment needs its time zone: {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Words(TypeDecorator[str]):
    """Words that a person wrote. Every such column has this type: encrypting them touches one place.

    Halves of characters and NUL, which a phone may send and a database refuses, become ``?`` or nothing.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return value and value.encode("utf-8", "replace").decode().replace("\0", "")


class WordsJSON(TypeDecorator[Any]):
    """A JSON document that holds a person's words: an update as it came, a message as it goes."""

    # Blanked is NULL to SQL too, not JSON's null.
    impl = JSON(none_as_null=True)
    cache_ok = True


class TelegramId(TypeDecorator[int]):
    """A Telegram user or chat id: the one kind of column by which a person is looked up."""

    impl = BigInteger
    cache_ok = True


def only(condition: TextClause) -> dict[str, Any]:
    """What makes an index hold only the rows of this condition, on both databases."""
    return {"sqlite_where": condition, "postgresql_where": condition}
