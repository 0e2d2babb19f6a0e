"""What many learners practised, written by the database itself: each lives a life, under ids of their own."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnDefault,
    ColumnElement,
    Connection,
    Insert,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    insert,
    select,
)

from bench.console.lives import Row, moved
from bench.console.rows import put
from bench.console.somebody import Somebody
from bot.store.tables import Attempt, Base, Card, Lesson, Showing

COPIED = (Lesson, Showing, Attempt, Card)
"""Each after those that it refers to."""

IDS = ("id", "lesson_id", "showing_id")
"""Columns with ids of a life; what tells the learner stands behind them."""

TEMPORARY = ["TEMPORARY"]


class Copying:
    """Lives at times, in temporary tables, each copied for as many learners as live it then.

    Args:
        connection: to the database that is filled; nobody else sees these tables.
        people: who lives.
    """

    def __init__(self, connection: Connection, people: Sequence[Somebody]) -> None:
        metadata = MetaData()
        who = Column("tag", String), Column("learner_id", String), Column("life", Integer, index=True)
        living = Table("living", metadata, *who, prefixes=TEMPORARY)
        tables: dict[type[Base], Table] = {one: _table_of_lives(one, metadata) for one in COPIED}
        metadata.create_all(connection)
        self._connection = connection
        self._statements = [_copied(one, table, living) for one, table in tables.items()]
        _keep(connection, people, living, tables)

    def copy(self, lesson: int) -> None:
        """Write the lesson with this number of everybody who took so many; with the last one, what they remember."""
        for statement in self._statements:
            self._connection.execute(statement, {"number": lesson})


def _keep(connection: Connection, people: Sequence[Somebody], living: Table, tables: dict[type[Base], Table]) -> None:
    lives = {(id(one.life), one.later): one for one in people}
    numbers = {key: number for number, key in enumerate(lives)}
    for key, one in lives.items():
        put(connection, ((tables[of], row) for of, row in _life(one, numbers[key])))
    who = ((id(one.life), one.later, one) for one in people)
    put(
        connection,
        (
            (living, {"tag": f"{one.number:06x}", "learner_id": one.id, "life": numbers[life, at]})
            for life, at, one in who
        ),
    )


def _life(one: Somebody, number: int) -> Iterator[tuple[type[Base], Row]]:
    """The rows of a life at somebody's time, each with the lesson that it belongs to and its place in that."""
    last = len(one.life.lessons) - 1
    numbered = [(lesson, rows) for lesson, rows in enumerate(one.life.lessons)]
    for lesson, rows in (*numbered, (last, one.life.cards)):
        for place, (of, row) in enumerate(rows):
            yield of, {**moved(row, one.later), "life": number, "lesson": lesson, "place": place}


def _table_of_lives(copied: type[Base], metadata: MetaData) -> Table:
    """A table like another one, whose rows are no learner's yet."""
    columns = (Column(one.name, one.type, default=_usual(one)) for one in _columns(copied))
    numbers = (Column(name, Integer) for name in ("life", "lesson", "place"))
    return Table(f"lived_{copied.__tablename__}", metadata, *columns, *numbers, prefixes=TEMPORARY)


def _usual(column: Column[Any]) -> Any:
    """What a column holds when nothing was set; None when that is nothing."""
    return column.default.arg if isinstance(column.default, ColumnDefault) else None


def _columns(copied: type[Base]) -> list[Column[Any]]:
    """What there is to copy: not what the database counts itself."""
    table = copied.metadata.tables[copied.__tablename__]
    return [one for one in table.columns if one is not table.autoincrement_column]


def _copied(copied: type[Base], lives: Table, living: Table) -> Insert:
    def value(name: str) -> ColumnElement[Any]:
        if name == "learner_id":
            return living.c.learner_id
        return lives.c[name] + living.c.tag if name in IDS else lives.c[name]

    names = [one.name for one in _columns(copied)]
    found = select(*map(value, names)).join(living, living.c.life == lives.c.life)
    # One learner after the other, as each took the lesson.
    in_order = found.where(lives.c.lesson == bindparam("number")).order_by(living.c.tag, lives.c.place)
    return insert(copied).from_select(names, in_order, include_defaults=False)
