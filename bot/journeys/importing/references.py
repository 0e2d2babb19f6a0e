"""What an entry that came in refers to has to be there, or come in with it; and it has to be what it was."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from bot.catalogue.exchange.faults import Fault
from bot.catalogue.exchange.rows import Taken
from bot.catalogue.images import name_of
from bot.i18n import Part, Text
from bot.journeys.importing.there import There

Ids = Mapping[str, set[str]]
"""What is there or comes in, by kind."""


def loose_ends(there: There, taken: Sequence[Taken]) -> Iterator[Fault]:
    """Yield what does not fit together."""
    coming = {kind: {one.entry.id for one in taken if one.entry.kind == kind} for kind in ("unit", "item", "image")}
    ids = {kind: there.ids(kind) | its for kind, its in coming.items()}
    for one in taken:
        for message in _of(there, one, ids):
            yield Fault(one.place, message, one.entry.id)


def _of(there: There, one: Taken, ids: Ids) -> Iterator[Part]:
    entry = one.entry
    if entry.id in there and there.kind(entry.id) != entry.kind:
        yield Text("console.import.fault.other_kind", {"id": entry.id})
    elif entry.kind == "item":
        yield from _of_item(there, one, ids)
    elif entry.kind == "unit":
        yield from _known("sector", entry.id.partition(".")[0], there.sectors)
    elif entry.kind == "tip":
        yield from _of_tip(there, one)


def _of_tip(there: There, one: Taken) -> Iterator[Part]:
    body = one.entry.body
    yield from _known("region", body["region"], there.regions)
    for fact in body["facts"]:
        yield from _known("fact", fact, there.facts(body["region"]))
    for known in there.bodies(one.entry.id):
        if known["region"] != body["region"]:
            yield Text("console.import.fault.other_pack", {"pack": str(known["region"]), "unit": str(known["topic"])})
            return


def _of_item(there: There, one: Taken, ids: Ids) -> Iterator[Part]:
    body, fields = one.entry.body, one.entry.body["body"]
    yield from _known("sector", body["sector"], there.sectors)
    yield from _known("unit", body["unit"], ids["unit"])
    if fields.get("image"):
        yield from _known("image", fields["image"], {*map(name_of, ids["image"])})
    if fields.get("about"):
        yield from _known("item", fields["about"], ids["item"])
    for known in there.bodies(one.entry.id):
        if known.get("unit") != body["unit"] or any(known.get(name) != body[name] for name in ("target", "level")):
            pack = "/".join(str(known.get(name, "")) for name in ("target", "sector", "level"))
            yield Text("console.import.fault.other_pack", {"pack": pack, "unit": str(known.get("unit", ""))})
            return


def _known(what: str, name: str, known: set[str]) -> Iterator[Part]:
    """Nothing when something by this name is there; else which one was perhaps meant."""
    if name in known:
        return
    if near := get_close_matches(name, known, n=1, cutoff=0.7):
        yield Text(f"console.import.fault.meant.{what}", {"name": name[:100], "meant": near[0]})
    else:
        yield Text(f"console.import.fault.unknown.{what}", {"name": name[:100]})
