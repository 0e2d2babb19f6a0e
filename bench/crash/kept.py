"""What the bot kept, read from its database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, text

from bot.store import Store
from bot.store.tables import Attempt, Consent, InboxRow, Message, OutboxRow, Revision, Showing

Published = Mapping[tuple[str, int], Mapping[str, Any]]
"""What was published, by id and revision."""


@dataclass
class Kept:
    """The rows that are reckoned with; ``integrity`` is what the database says of itself."""

    inbox: list[InboxRow] = field(default_factory=list)
    outbox: list[OutboxRow] = field(default_factory=list)
    showings: list[Showing] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    published: Published = field(default_factory=dict)
    integrity: str = "ok"

    @classmethod
    def read(cls, store: Store) -> "Kept":
        """Everything, from a database that rests."""
        with store.reading() as session:
            whole = session.scalar(text("PRAGMA integrity_check")) if store.on_sqlite else "ok"

            def rows(table: type[Any]) -> list[Any]:
                return list(session.scalars(select(table).order_by(table.id)))

            return cls(
                *map(rows, (InboxRow, OutboxRow, Showing, Attempt, Consent, Message)),
                {(one.entry_id, one.number): one.body for one in rows(Revision)},
                str(whole),
            )
