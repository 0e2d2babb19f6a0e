"""Entries as tables: the sheet of each type, with the columns that its rows need and those that a new row may need."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue.authored import Entry
from bot.catalogue.exchange import columns, flat
from bot.catalogue.exchange.columns import Column
from bot.catalogue.judging import as_written
from bot.catalogue.kinds import fields


@dataclass(frozen=True)
class Table:
    """A sheet to be written: of which type, its columns after the leading ones, and its rows by their heads."""

    type: str
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, str]]

    @property
    def heads(self) -> tuple[str, ...]:
        return (*columns.LEADING, *(column.head for column in self.columns))

    def lines(self) -> Iterator[list[str]]:
        """The heads, and then the rows, cell by cell."""
        yield [*self.heads]
        for row in self.rows:
            yield [row.get(head, "") for head in self.heads]


def tables(entries: Iterable[Entry], pack: str = "") -> Sequence[Table]:
    """The tables of these entries, type by type. ``pack`` is that of the units among them."""
    by_type: dict[str, list[Entry]] = {}
    for one in entries:
        by_type.setdefault(one.body["type"] if one.kind == "item" else one.kind, []).append(one)
    return [_table(name, by_type[name], pack) for name in columns.types() if name in by_type]


def types() -> tuple[str, ...]:
    """The types that there are sheets of."""
    return columns.types()


def together(tables: Sequence[Table]) -> Iterator[list[str]]:
    """Tables as one: the heads of all, and then all rows, cell by cell."""
    heads = [*dict.fromkeys(head for table in tables for head in table.heads)]
    yield heads
    for table in tables:
        for row in table.rows:
            yield [row.get(head, "") for head in heads]


def template(type_name: str) -> Table:
    """An empty table."""
    return Table(type_name, columns.columns(type_name), ())


def _table(type_name: str, entries: Sequence[Entry], pack: str) -> Table:
    bodies = [_fields(one, type_name) for one in entries]
    numbered = {path for body in bodies for path in flat.unlettered(body)}
    rows = [
        {**_leading(one, type_name, pack), **dict(flat.cells(body, numbered))}
        for one, body in zip(entries, bodies, strict=True)
    ]
    described = {column.head: column for column in columns.columns(type_name, numbered)}
    used = dict.fromkeys(head for row in rows for head in row if head not in columns.LEADING)
    like = {flat.general(head): column.shape for head, column in described.items()}
    more = [Column(head, like[flat.general(head)], required=False) for head in used if head not in described]
    return Table(type_name, [*described.values(), *more], rows)


def _fields(entry: Entry, type_name: str) -> Mapping[str, object]:
    """What is written of an entry in the fields that its type has."""
    known = {shape.name for shape in columns.shapes(type_name)}
    written = as_written(fields(entry.kind, entry.body))
    return {name: value for name, value in written.items() if name in known}


def _leading(entry: Entry, type_name: str, pack: str) -> dict[str, str]:
    body = entry.body
    if entry.kind == "item":
        of_pack = "/".join((body["target"], body["sector"], body["level"]))
        return {"id": entry.id, "unit": body["unit"], "pack": of_pack, "type": type_name}
    return {"id": entry.id, "pack": pack if entry.kind == "unit" else body["region"], "type": type_name}
