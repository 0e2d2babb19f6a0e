"""Exporting what is published, to edit it elsewhere or to give it to others: a pack, or all tips."""

from collections.abc import Iterator, Mapping, Sequence

from bot.catalogue.course import Course
from bot.catalogue.exchange import books, commas, sheets, yamls
from bot.catalogue.exchange.books import Explainer
from bot.catalogue.exchange.parcels import PackUp, Parcel
from bot.journeys import quality
from bot.journeys.quality import Wish
from bot.store import Store, entries, shelves
from bot.store.entries import Row

TIPS = "tips"
"""What is asked for when it is no pack."""


class NothingSo(LookupError):
    """There is no such pack, or no such format for it."""


def packs(store: Store) -> Mapping[str, int]:
    """Every pack (``target/sector/level``), and how many items it has, drafts of new ones included."""
    counts = [one for one in shelves.counts(store) if one.kind == "item"]
    return {pack: sum(one.count for one in counts if one.pack == pack) for pack in sorted({one.pack for one in counts})}


def count_tips(store: Store) -> int:
    """How many tips there are."""
    return sum(one.count for one in shelves.counts(store) if one.kind == "tip")


class Export:
    """What is published now, on its way out."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows = entries.current(store)

    def workbook(self, what: str, explainer: Explainer) -> bytes:
        """A pack or the tips as a workbook to fill in. Raises NothingSo."""
        return books.written(sheets.tables(self._entries(what), what), [*packs(self._store)], explainer)

    def template(self, type_name: str, explainer: Explainer) -> bytes:
        """An empty workbook for one type of rows. Raises NothingSo."""
        if type_name not in sheets.types():
            raise NothingSo(type_name)
        return books.written([sheets.template(type_name)], [*packs(self._store)], explainer)

    def comma_separated(self, what: str) -> bytes:
        """The same as one table of CSV. Raises NothingSo."""
        return commas.written(sheets.together(sheets.tables(self._entries(what), what)))

    def yaml(self, pack: str) -> bytes:
        """A pack as a file of ``content/``. Raises NothingSo."""
        return yamls.written(pack, self._of_pack(pack), self._written_in(pack)).encode()

    def parcel(self, pack: str, source: str, course: Course, pack_up: PackUp) -> bytes:
        """A pack with all that belongs to it, as a zip.

        Args:
            pack: ``target/sector/level``.
            source: whose it is.
            course: says of its exercises how learners do, and which day it is.
            pack_up: adds pictures, recordings and translations.

        Raises:
            NothingSo: there is no such pack.
        """
        found = self._of_pack(pack)
        labels = shelves.labels(self._store, {row.id for row in found})
        states = {row.id: {"revision": row.revision, "state": labels[row.id].state} for row in found}
        figures = dict(_figures(self._store, course, pack))
        known = [{"id": one, **state, **figures.get(one, {})} for one, state in states.items()]
        about = {"source": source, "exported": course.day.isoformat(), "entries": known}
        pictures = [row for row in self._rows if row.kind == "image"]
        return pack_up(Parcel(pack, found, pictures, self._written_in(pack), about))

    def _written_in(self, pack: str) -> str:
        """The language of what is explained in a pack: the region's in which it is learned. Raises NothingSo."""
        regions = (row.body for row in self._rows if row.kind == "region")
        found = (body["written_in"] for body in regions if body["target"] == pack.partition("/")[0])
        if written_in := next(found, None):
            return str(written_in)
        raise NothingSo(pack)

    def _entries(self, what: str) -> Sequence[Row]:
        """The units and items of a pack, or the tips."""
        if what == TIPS:
            return [row for row in self._rows if row.kind == "tip"]
        return self._of_pack(what)

    def _of_pack(self, pack: str) -> Sequence[Row]:
        if pack not in packs(self._store):
            raise NothingSo(pack)
        items = [row for row in self._rows if row.kind == "item" and _pack(row) == pack]
        units = {row.body["unit"] for row in items}
        return [*(row for row in self._rows if row.kind == "unit" and row.id in units), *items]


def _figures(store: Store, course: Course, pack: str) -> Iterator[tuple[str, dict[str, str]]]:
    """How learners do, of the exercises that enough people met for nobody to be known by it."""
    for one in quality.look(store, course, Wish(pack=pack.partition("/")[2])).items:
        if one.numbers and one.numbers.right:
            right = f"{one.numbers.right.value:.0%}"
            yield one.item.id, {"people": str(one.numbers.people), "right_at_first_try": right}


def _pack(row: Row) -> str:
    return "/".join((row.body["target"], row.body["sector"], row.body["level"]))
