"""A pack as YAML, as it stands in ``content/``: written so that reading gives back the same, and read from outside."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from bot.catalogue import packs
from bot.catalogue.authored import Entry
from bot.catalogue.exchange.faults import Fault, Place
from bot.catalogue.exchange.rows import Taken
from bot.catalogue.fields import Fields
from bot.catalogue.judging import as_written
from bot.catalogue.kinds import fields
from bot.catalogue.problems import Notes
from bot.catalogue.reading import read_bytes
from bot.i18n import Text, Verbatim

LICENCE = "CC-BY-SA-4.0"
"""That of the content (content/LICENSE)."""
WIDTH = 118
LARGEST = 2 * 1024 * 1024
"""Bytes: the largest pack has a twentieth of it."""


def written(pack: str, entries: Sequence[Entry], written_in: str) -> str:
    """A pack (``target/sector/level``) as a file of ``content/``: its units in their order, and the items of each."""
    target, sector, level = pack.split("/")
    head = {"target": target, "sector": sector, "level": level, "written_in": written_in, "licence": LICENCE}
    items: dict[str, list[dict[str, Any]]] = {}
    for one in entries:
        if one.kind == "item":
            items.setdefault(one.body["unit"], []).append(_item(one))
    units = [{**_unit(one), "items": items[one.id]} for one in entries if one.kind == "unit" and one.id in items]
    return dumped({**head, "units": units})


def taken(content: bytes, name: str, faults: list[Fault]) -> Iterator[Taken]:
    """Yield the entries of a pack that came in; what is wrong with it is among the faults, line by line.

    Args:
        content: the file.
        name: what faults call it.
        faults: where they go.
    """
    if len(content) > LARGEST:
        faults.append(Fault(Place(name), Text("console.import.fault.too_large", {"most": LARGEST // 1024**2})))
        return
    notes = Notes(name)
    node = read_bytes(content.removeprefix("\ufeff".encode()), notes)
    if node:
        head = node.plain() if isinstance(node.value, dict) else {}
        of_pack = Notes("/".join(str(head.get(part, "")).replace("/", "") for part in ("target", "sector", "level")))
        for entry in packs.parse(Fields(node, "", of_pack)):
            yield Taken(entry, Place(name, line=entry.line))
        notes.problems += of_pack.problems
    faults += told(notes)


def told(notes: Notes) -> list[Fault]:
    """What is wrong with a file, line by line."""
    return [Fault(Place(notes.file, line=one.line), Verbatim(one.message), one.where) for one in notes.problems]


def _unit(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "title": entry.body["title"], "can_do": entry.body["can_do"]}


def _item(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "type": entry.body["type"], **as_written(fields(entry.kind, entry.body))}


class _Dumper(yaml.SafeDumper):
    """Writes words of several lines as lines, and the same words twice rather than once with a name."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""What would be taken for the end of a line, or not be seen: it stands there by its number."""


def _words(dumper: yaml.SafeDumper, words: str) -> yaml.Node:
    style = '"' if _ODD.search(words) else "|" if "\n" in words else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


_Dumper.add_representer(str, _words)


def dumped(value: Any) -> str:
    """Anything made of mappings, lists and words, as YAML."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False)
