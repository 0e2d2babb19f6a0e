"""How much waits in the queues, for those who watch over the machine."""

from sqlalchemy import func, select

from bot.store.database import Store
from bot.store.tables import InboxRow, OutboxRow

WATCHED = ("new", "parked")
"""The states of a row that is not done with."""


def of_queues(store: Store) -> dict[tuple[str, str], int]:
    """How many rows of each queue are in each watched state, such as ``("outbox", "parked")``; zeros too."""
    counts: dict[tuple[str, str], int] = {}
    with store.reading() as session:
        for table in (InboxRow, OutboxRow):
            statement = select(table.state, func.count()).where(table.state.in_(WATCHED)).group_by(table.state)
            found = dict(session.execute(statement).tuples().all())
            counts |= {(table.__tablename__, state): found.get(state, 0) for state in WATCHED}
    return counts
