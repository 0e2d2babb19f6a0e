"""Looking at items: what is known of each that is published, and which of them somebody should look at first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue.course import Course
from bot.catalogue.guides import Unit
from bot.learning import quality
from bot.learning.items import Item
from bot.learning.quality import Asked, Judged, Numbers, Reason, Sums
from bot.learning.quality.judged import ENOUGH
from bot.store import Store, doubts
from bot.store.quality import sums
from bot.store.quality.sums import ALL
from bot.store.tables import ItemSum


@dataclass(frozen=True)
class Wish:
    """Which items are looked for: of a pack (``construction/A1``), a unit, met by speakers of a language; "" is any."""

    pack: str = ""
    unit: str = ""
    language: str = ""

    def takes(self, item: Item) -> bool:
        """Whether an item is one of these."""
        return self.pack in ("", pack_of(item)) and self.unit in ("", item.unit)


@dataclass(frozen=True)
class Looked:
    """An item of the course with what is known of it, and why somebody should look at it; perhaps for no reason."""

    item: Item
    numbers: Numbers | None
    reasons: Sequence[Reason]


@dataclass(frozen=True)
class Formed:
    """An item in one revision: what is known of it of all learners, and by own language, most people first."""

    item: Item
    numbers: Numbers
    by_language: Mapping[str, Numbers]

    @property
    def asked(self) -> Sequence[Asked]:
        return quality.asked(self.item)


@dataclass(frozen=True)
class Overview:
    """What is to be chosen among, and the items that fit, those to look at first before all others."""

    packs: Sequence[str]
    units: Sequence[Unit]
    languages: Sequence[str]
    items: Sequence[Looked]


def pack_of(item: Item) -> str:
    """The pack of an item: its sector and level."""
    return f"{item.sector}/{item.level}"


def look(store: Store, course: Course, wish: Wish) -> Overview:
    """Return what is known of the items of the course that are asked for."""
    known = _by_item(sums.of_published(store, wish.language, ENOUGH))
    doubted = _doubted(store)
    found = [
        _looked(item, known.get(item.id, {}), doubted.get(item.id, ()), wish.language)
        for item in course.items.values()
        if wish.takes(item)
    ]
    every = course.items.values()
    in_pack = {item.unit for item in every if wish.pack in ("", pack_of(item))}
    return Overview(
        packs=[*dict.fromkeys(map(pack_of, every))],
        units=[unit for unit in course.units.values() if unit.id in in_pack],
        languages=sums.languages(store),
        items=sorted(found, key=_first),
    )


def look_at(store: Store, course: Course, item_id: str) -> Sequence[Formed]:
    """Return what is known of an item, revision by revision, the newest first; nothing when too few people met it."""
    by_revision: dict[int, dict[str, Numbers]] = defaultdict(dict)
    for row in sums.of_item(store, item_id):
        if numbers := quality.numbers(row.told):
            by_revision[row.revision][row.language] = numbers
    items = course.items_at({(item_id, revision) for revision in by_revision})
    return [
        Formed(items[item_id, revision], by_language[ALL], _most_first(by_language))
        for revision, by_language in by_revision.items()
        if (item_id, revision) in items
    ]


def _most_first(by_language: Mapping[str, Numbers]) -> dict[str, Numbers]:
    others = [(code, numbers) for code, numbers in by_language.items() if code != ALL]
    return dict(sorted(others, key=lambda one: (-one[1].people, one[0])))


def _looked(item: Item, sums_of: Mapping[str, Sums], doubts: Sequence[str], language: str) -> Looked:
    """An item, by its sums of all learners and of languages, or of one language alone."""
    known = quality.numbers(sums_of.get(language, {}))
    right = {code: quality.right_at_first(told) for code, told in sums_of.items() if code != language}
    by_language = {code: share for code, share in right.items() if share}
    heard = [code for code in doubts if language in ("", code)]
    return Looked(item, known, quality.judge(Judged(known, by_language, quality.asked(item), heard)))


def _first(looked: Looked) -> tuple[bool, int, int, int]:
    """Those with reasons first, with the heaviest of them first, and where most people stumbled."""
    weights = [quality.REASONS.index(reason.name) for reason in looked.reasons]
    stumbled = looked.numbers.stumbled if looked.numbers else 0
    return not weights, min(weights, default=0), -stumbled, looked.item.position


def _by_item(rows: Iterable[ItemSum]) -> Mapping[str, Mapping[str, Sums]]:
    found: dict[str, dict[str, Sums]] = defaultdict(dict)
    for row in rows:
        found[row.item_id][row.language] = row.told
    return found


def _doubted(store: Store) -> Mapping[str, Sequence[str]]:
    """The languages in which an entry sounds wrong to somebody."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in doubts.doubted(store):
        found[one.entry_id].append(one.language)
    return found
