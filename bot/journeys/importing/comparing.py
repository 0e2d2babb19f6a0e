"""What came in beside what there is: what would be new, what changed, what is the same, and what is there twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.catalogue.exchange import flat
from bot.catalogue.exchange.faults import Fault, Place
from bot.catalogue.exchange.rows import Taken
from bot.catalogue.judging import as_written
from bot.i18n import Text
from bot.journeys.importing.references import loose_ends
from bot.journeys.importing.there import There
from bot.learning.spelling import plain
from bot.store.studio_recordings import Spoken

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Double:
    """An item that asks the same words in the same way as another one does."""

    taken: Taken
    like: str


@dataclass(frozen=True)
class Compared:
    """What taking a file in would do.

    Attributes:
        new: entries that are not there yet.
        changed: entries that read otherwise.
        same: how many read as they do now; nothing happens to them.
        replaced: ids of those of whom a draft of the staff would be replaced.
        unfinished: those of which something is still to be written before they can be published.
        doubles: what is perhaps there already under another id.
        recordings: those that are not here yet, or otherwise.
        recorded: what is recorded of the same words; differs as soon as somebody records one of them.
        stamp: differs as soon as somebody else changed one of them.
    """

    new: Sequence[Taken]
    changed: Sequence[Taken]
    same: int
    replaced: Sequence[str]
    unfinished: Sequence[Taken]
    doubles: Sequence[Double]
    recordings: Sequence[Spoken]
    recorded: Mapping[str, str]
    stamp: Mapping[str, tuple[int, int]]

    @property
    def wanted(self) -> Sequence[Taken]:
        """What would be kept as drafts, in the order of the file."""
        return (*self.new, *self.changed)


def compare(there: There, taken: Sequence[Taken], recordings: Sequence[Spoken], faults: list[Fault]) -> Compared:
    """Compare what came in with what is there; what cannot be is added to the faults."""
    once = [_with_file(there, one) for one in _once(taken, faults)]
    faults += loose_ends(there, once)
    news = [one for one in once if one.entry.id not in there]
    olds = [one for one in once if one.entry.id in there and not one.unfinished]
    changed = [one for one in olds if not there.reads_so(one.entry.id, one.entry.body)]
    wanted = [*news, *changed]
    return Compared(
        new=news,
        changed=changed,
        same=len(once) - len(wanted),
        replaced=[one.entry.id for one in changed if one.entry.id in there.drafts],
        unfinished=[one for one in wanted if one.unfinished],
        doubles=_doubles(there, once, {one.entry.id for one in wanted}),
        recordings=recordings,
        recorded=there.recorded(recordings),
        stamp={one.entry.id: there.stamp(one.entry.id) for one in once},
    )


def _with_file(there: There, one: Taken) -> Taken:
    """A picture that came without a file has the one that is here."""
    digest = there.file(one.entry.id) if one.entry.kind == "image" and not one.file else None
    return replace(one, entry=replace(one.entry, body={**one.entry.body, "file": digest})) if digest else one


def _once(taken: Sequence[Taken], faults: list[Fault]) -> list[Taken]:
    """Every id once: the second one is a fault, unless it is the same unit again."""
    first: dict[str, Taken] = {}
    for one in taken:
        earlier = first.setdefault(one.entry.id, one)
        if earlier is not one and (one.entry.kind, one.entry.body) != ("unit", earlier.entry.body):
            told = Text("console.import.fault.doubled_id", {"place": spot(earlier.place)})
            faults.append(Fault(one.place, told, one.entry.id))
    return [*first.values()]


def spot(place: Place) -> str:
    """A place in one word: the sheet, and the row or the line."""
    where = place.cell or (str(place.line) if place.line else "")
    return "!".join(filter(None, (place.sheet, where)))


def _doubles(there: There, taken: Sequence[Taken], wanted: set[str]) -> list[Double]:
    bodies = {**there.items(), **{one.entry.id: one.entry.body for one in taken if one.entry.kind == "item"}}
    first: dict[object, str] = {}
    for entry_id, body in bodies.items():
        first.setdefault(_asked(body), entry_id)
    items = (one for one in taken if one.entry.kind == "item" and one.entry.id in wanted)
    found = ((one, first[_asked(one.entry.body)]) for one in items)
    return [Double(one, like) for one, like in found if like != one.entry.id]


def _asked(body: Body) -> object:
    """What an item asks, and how: its type, and every word of the target language or of the question in it."""
    words = dict(flat.cells(as_written(body["body"])))
    target = [words.get(name, "") for name in ("word", "say", "sentence", "notice", "answers", "orders", "document")]
    asked = [words.get("situation", "")] if body["type"] != "meet" else []
    return body["target"], body["type"], *map(plain, (*target, *asked))
