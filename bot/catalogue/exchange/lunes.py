"""Words of Lunes (https://lunes.app), a vocabulary trainer for trades: its table of words, as ``meet`` items.

A row has ``Einheit, Artikel, Vokabel, Aussprache, Beispielsatz``. What a learner needs and Lunes does not have, the
situation and the meaning, its author still has to write; how a word is said, no item holds
(docs/import-and-export.md).
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from bot.catalogue.authored import LONGEST_ID, Authored
from bot.catalogue.exchange.faults import Fault, Place
from bot.catalogue.exchange.grids import Line, Reader
from bot.catalogue.exchange.rows import PACK, Taken
from bot.catalogue.packs import LONGEST_TITLE, LONGEST_UNIT
from bot.i18n import Text

HEADS = frozenset({"einheit", "artikel", "vokabel", "beispielsatz"})
UNFINISHED = ("situation", "meaning")
OF_UNIT = ("can_do",)


def is_lunes(reader: Reader) -> bool:
    """Whether a table is one of Lunes's words."""
    return reader.sheet.columns.keys() >= HEADS


def taken(reader: Reader, pack: str, faults: list[Fault]) -> Iterator[Taken | None]:
    """Yield a unit for every ``Einheit`` and an item for every word.

    Args:
        reader: the table.
        pack: the pack that they are for, ``target/sector/level``.
        faults: where faults go.
    """
    found = PACK.fullmatch(pack)
    if not found:
        faults.append(Fault(Place(reader.sheet.name), Text("console.import.fault.lunes_pack")))
        return
    units: set[str] = set()
    for line in reader.lines():
        if line and _is_whole(line, reader, faults):
            title = line.words["einheit"]
            unit = f"{found[2]}.{_named(title)}"[:LONGEST_UNIT].rstrip("._")
            place = Place(reader.sheet.name, str(line.number))
            if unit not in units:
                units.add(unit)
                body = {"title": title[:LONGEST_TITLE], "can_do": "", "target": found[1]}
                yield Taken(Authored("unit", unit, body, "", line.number), place, OF_UNIT)
            yield Taken(_item(line, unit, found), place, UNFINISHED)
        else:
            yield None


def _is_whole(line: Line, reader: Reader, faults: list[Fault]) -> bool:
    missing = [head for head in ("einheit", "vokabel") if head not in line.words]
    for head in missing:
        place = reader.sheet.place(head, line.number)
        faults.append(Fault(place, Text("console.import.fault.lunes_word", {"column": head.capitalize()})))
    return not missing


def _item(line: Line, unit: str, pack: re.Match[str]) -> Authored:
    word = " ".join(filter(None, (line.words.get("artikel"), line.words["vokabel"])))
    fields = {"word": word, "example": line.words.get("beispielsatz", "")}
    body = {"type": "meet", "unit": unit, "sector": pack[2], "level": pack[3], "target": pack[1], "body": fields}
    entry_id = f"{unit}.{_named(line.words['vokabel'])}"[:LONGEST_ID].rstrip("._")
    return Authored("item", entry_id, body, "", line.number)


def _named(words: str) -> str:
    """Words as a part of an id: Latin letters without their accents, digits and lines below."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "_", plain).strip("_") or f"w{hashlib.sha256(words.encode()).hexdigest()[:8]}"
