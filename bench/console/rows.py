"""Many rows at once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from sqlalchemy import Connection, Table, insert

from bench.console.lives import Row
from bot.store.tables import Base

BATCH = 5000
"""Rows that are sent at once."""

Into: TypeAlias = type[Base] | Table


def put(connection: Connection, rows: Iterable[tuple[Into, Row]]) -> None:
    """Write rows, table by table, in the order in which the tables come up; those of a table have the same keys."""
    by_table: dict[Into, list[Row]] = defaultdict(list)
    for into, row in rows:
        by_table[into].append(row)
    for into, mine in by_table.items():
        for start in range(0, len(mine), BATCH):
            connection.execute(insert(into), mine[start : start + BATCH])
