"""What entries need of each other: an item its unit and picture, a tip its facts. Publishing leaves none without."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.catalogue import images
from bot.catalogue.regions import PREFIX
from bot.store import Store, entries, shelves
from bot.store.tables import Draft

Body = Mapping[str, Any]

NEVER_RETIRED = frozenset({"region", "safeguarding", "skill_field"})
"""Kinds that other content, or people in danger, cannot do without."""

PICTURE = images.entry_id("")

MISSED = {"unit": "in_use", "image": "shown"}
"""Kinds that may be retired once nothing needs them any more; and what hinders until then."""


@dataclass(frozen=True)
class Hindrance:
    """What keeps a draft from being published.

    Attributes:
        name: ``faulty``, ``unread``, ``remarked``, ``overtaken``, ``no_unit``, ``no_picture``, ``in_use``, ``shown``,
            ``facts_missed``, ``needed`` or ``does_not_fit``.
        field: which field is faulty.
        message: what is wrong with it.
        entries: the ids of those that would miss something.
    """

    name: str
    field: str = ""
    message: str = ""
    entries: tuple[str, ...] = ()


class Together:
    """What would be there, were these drafts published together.

    Args:
        store: where entries are kept.
        drafts: of different entries.
    """

    def __init__(self, store: Store, drafts: Sequence[Draft]) -> None:
        self._store = store
        self._drafts = drafts

    def loose_ends(self, draft: Draft) -> Iterator[Hindrance]:
        """Yield what would be missed, by this one of the drafts or by others."""
        if draft.body is None:
            if draft.kind in NEVER_RETIRED:
                yield Hindrance("needed")
            elif draft.kind in MISSED and (others := self._that_need(draft.entry_id)):
                yield Hindrance(MISSED[draft.kind], entries=others)
        else:
            missing = {*_needs(draft.kind, draft.body)} - self._there
            yield from (Hindrance(f"no_{'picture' if one.startswith(PICTURE) else 'unit'}") for one in sorted(missing))
            if draft.kind == "region" and (tips := self._without_facts(draft.entry_id, draft.body)):
                yield Hindrance("facts_missed", entries=tips)

    @cached_property
    def _there(self) -> set[str]:
        """The units and pictures that the drafts need, and that there would be."""
        needed = {name for draft in self._drafts for name in _needs(draft.kind, draft.body or {})}
        gone = {draft.entry_id for draft in self._drafts if draft.body is None}
        return (shelves.published(self._store, needed) - gone) | {draft.entry_id for draft in self._drafts} - gone

    @cached_property
    def _all(self) -> Mapping[str, tuple[str, Body]]:
        """Kind and body of everything that there would be, by its id."""
        now = {row.id: (row.kind, row.body) for row in entries.current(self._store)}
        changed = {draft.entry_id: (draft.kind, draft.body) for draft in self._drafts}
        return {one: (kind, body) for one, (kind, body) in {**now, **changed}.items() if body is not None}

    def _that_need(self, entry_id: str) -> tuple[str, ...]:
        return tuple(one for one, (kind, body) in self._all.items() if entry_id in _needs(kind, body))

    def _without_facts(self, region_id: str, body: Body) -> tuple[str, ...]:
        """The tips of a region that tell a fact which it would not have."""
        tips = ((one, tip) for one, (kind, tip) in self._all.items() if kind == "tip")
        ours = ((one, tip) for one, tip in tips if region_id == f"{PREFIX}{tip.get('region')}")
        return tuple(one for one, tip in ours if not {*tip.get("facts", ())} <= {*body.get("facts", ())})


def _needs(kind: str, body: Body) -> Iterator[str]:
    """Yield the ids of the unit and of the picture without which an entry is not published."""
    fields = body.get("body", {}) if kind == "item" else body
    if kind == "item":
        yield str(body.get("unit", ""))
    if kind in ("item", "skill") and fields.get("image"):
        yield images.entry_id(fields["image"])
