"""Rows of a sheet as entries: an item, a unit or a tip each, judged as if it stood in a file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from bot.catalogue.authored import Authored
from bot.catalogue.exchange import columns, flat
from bot.catalogue.exchange.commas import TRUTH
from bot.catalogue.exchange.faults import Fault, Place
from bot.catalogue.exchange.grids import Line, Reader, Sheet
from bot.catalogue.judging import judge
from bot.i18n import Part, Text, Verbatim

PACK = re.compile(r"([\w-]+)/([\w-]+)/([\w-]+)")
"""How a pack is called in a cell: target/sector/level."""


@dataclass(frozen=True)
class Taken:
    """An entry that came in: as it would be published, and where it stands.

    Attributes:
        entry: what it says.
        place: where.
        unfinished: fields that its author still has to write: where it comes from, nobody knows them.
        source: who gave it, and under which licence, when that is known.
        file: of a picture that is not here yet.
    """

    entry: Authored
    place: Place
    unfinished: tuple[str, ...] = ()
    source: str = ""
    file: bytes | None = None


@dataclass
class Rows:
    """Takes the rows of one sheet.

    Attributes:
        reader: gives them.
        written_in: the language of what is explained.
        faults: where faults go.
    """

    reader: Reader
    written_in: str
    faults: list[Fault]
    _missing: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet:
        return self.reader.sheet

    def taken(self) -> Iterator[Taken | None]:
        """Yield every row, None for one that cannot be taken. Raises Refused when there are too many."""
        for head in self.sheet.columns:
            if not columns.is_known(head):
                near = get_close_matches(head, columns.heads(), n=1, cutoff=0.7)
                self._fault(self.sheet.place(head, 1), _unknown("column", head, near))
        for line in self.reader.lines():
            yield self._taken(line) if line else None

    def _taken(self, line: Line) -> Taken | None:
        type_name = line.words.get("type", self.sheet.name)
        entry_id = line.words.get("id", "")
        if type_name not in columns.types():
            near = get_close_matches(type_name, columns.types(), n=1, cutoff=0.6)
            self._fault(self.sheet.place("type", line.number), _unknown("type", type_name, near), entry_id)
            return None
        pack = self._pack(line, entry_id, type_name)
        if not entry_id:
            self._fault(self.sheet.place("id", line.number), Text("console.import.fault.no_id"))
        if columns.kind_of(type_name) == "item" and "unit" not in line.words:
            self._fault(self.sheet.place("unit", line.number), Text("console.import.fault.no_unit"), entry_id)
            return None
        missing = self._missing[type_name] if type_name in self._missing else self._look_for(type_name)
        self._twice_named(line, entry_id)
        return self._judged(line, type_name, pack, missing) if entry_id and pack else None

    def _judged(self, line: Line, type_name: str, pack: Sequence[str], missing: frozenset[str]) -> Taken | None:
        kind, entry_id = columns.kind_of(type_name), line.words["id"]
        found = judge(kind, entry_id, _body(line, type_name, pack), self.written_in)
        for fault in found.faults:
            place = self._place(fault.field, line)
            if fault.field.partition(".")[0] not in missing and place not in self.reader.refused:
                named = f"{fault.field}: {fault.message}" if fault.field else fault.message
                self._fault(place, Verbatim(named), entry_id)
        return Taken(found.entry, Place(self.sheet.name, str(line.number))) if found.entry else None

    def _pack(self, line: Line, entry_id: str, type_name: str) -> Sequence[str]:
        """The target, sector and level that a row is for, or the region of a tip; nothing when it does not say."""
        pack = line.words.get("pack", "")
        if type_name == "tip":
            parts: Sequence[str] = [pack] if pack else []
        else:
            parts = found.groups() if (found := PACK.fullmatch(pack)) else []
        if not parts:
            key = "console.import.fault.no_region" if type_name == "tip" else "console.import.fault.no_pack"
            self._fault(self.sheet.place("pack", line.number), Text(key), entry_id)
        return parts

    def _look_for(self, type_name: str) -> frozenset[str]:
        """Required fields without any column: told once, not for every row."""
        there = {head.partition(".")[0] for head in self.sheet.columns}
        needed = [shape.name for shape in columns.shapes(type_name) if shape.required]
        missing = frozenset(name for name in needed if name not in there)
        for name in sorted(missing):
            told = Text("console.import.fault.missing_column", {"column": name, "type": type_name})
            self._fault(Place(self.sheet.name, "1"), told)
        self._missing[type_name] = missing
        return missing

    def _twice_named(self, line: Line, entry_id: str) -> None:
        """Parts are called by their names: the second one of a name would be lost."""
        seen: set[tuple[str, str]] = set()
        for path, words in line.words.items():
            around, _, name = path.rpartition(".")
            key = (around.rpartition(".")[0], words)
            if name == flat.NAME and key in seen:
                self._fault(self.sheet.place(path, line.number), Text("console.import.fault.same_name"), entry_id)
            seen |= {key} if name == flat.NAME else set()

    def _place(self, field_path: str, line: Line) -> Place:
        """The cell of a field, of its first part, or of what holds it; the row when there is none."""
        path = flat.numbered_path(field_path, line.words)
        while path:
            inner = (head for head in self.sheet.columns if head == path or head.startswith(f"{path}."))
            if head := next(inner, None):
                return self.sheet.place(head, line.number)
            path = path.rpartition(".")[0]
        return self.sheet.place("", line.number)

    def _fault(self, place: Place, message: Part, entry_id: str = "") -> None:
        self.faults.append(Fault(place, message, entry_id))


def _body(line: Line, type_name: str, pack: Sequence[str]) -> Mapping[str, Any]:
    """The body of a row as its author would write it."""
    there = {path: words for path, words in line.words.items() if path not in columns.LEADING}
    truths = columns.truths(type_name)
    written = {
        path: TRUTH.get(words, words) if path in truths else words
        for path, words in there.items()
        if columns.is_known(path)
    }
    fields = flat.body_of(written, columns.lists(type_name))
    if type_name == "tip":
        topic = line.words["id"].partition(".")[2].partition(".")[0]
        return {"topic": topic, "region": pack[0], **fields}
    target, sector, level = pack
    if type_name == "unit":
        return {"target": target, **fields}
    around = {"type": type_name, "unit": line.words.get("unit", ""), "sector": sector, "level": level, "target": target}
    return {**around, "body": fields}


def _unknown(what: str, name: str, near: list[str]) -> Text:
    """An unknown column or type, and which one was meant."""
    if near:
        return Text(f"console.import.fault.meant.{what}", {"name": name[:100], "meant": near[0]})
    return Text(f"console.import.fault.unknown.{what}", {"name": name[:100]})
