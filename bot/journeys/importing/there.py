"""What is there already: what is published, drafted by the staff, or was published once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.catalogue.exchange import flat
from bot.catalogue.judging import as_written
from bot.catalogue.kinds import fields
from bot.learning.syllabus import SHARED
from bot.store import Store, drafts, entries, studio_recordings
from bot.store.drafts import Origin
from bot.store.entries import Row
from bot.store.studio_recordings import Spoken
from bot.store.tables import Draft

Body = Mapping[str, Any]


@dataclass(frozen=True)
class There:
    """What is there: the published entries and the staff's drafts, by id."""

    published: Mapping[str, Row]
    drafts: Mapping[str, Draft]
    _store: Store

    @classmethod
    def read(cls, store: Store) -> "There":
        """Look now."""
        theirs = (draft for draft in drafts.all_of(store) if draft.origin != Origin.FILES)
        return cls({row.id: row for row in entries.current(store)}, {draft.entry_id: draft for draft in theirs}, store)

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self.published or entry_id in self.drafts

    def kind(self, entry_id: str) -> str:
        """The kind of an entry that is there."""
        return (self.published.get(entry_id) or self.drafts[entry_id]).kind

    def bodies(self, entry_id: str) -> list[Body]:
        """What an entry says: as it is published, and as it is drafted."""
        draft = self.drafts.get(entry_id)
        found = [self.published[entry_id].body] if entry_id in self.published else []
        return [*found, *([draft.body] if draft and draft.body is not None else [])]

    def reads_so(self, entry_id: str, body: Body) -> bool:
        """Whether an entry reads so already, the order of its parts included."""
        kind = self.kind(entry_id)
        return any(_reads(kind, one) == _reads(kind, body) for one in self.bodies(entry_id))

    def stamp(self, entry_id: str) -> tuple[int, int]:
        """Differs as soon as somebody changed an entry."""
        row, draft = self.published.get(entry_id), self.drafts.get(entry_id)
        return row.revision if row else 0, draft.version if draft else 0

    def recorded(self, recordings: Sequence[Spoken]) -> dict[str, str]:
        """The digests of what is recorded in the studio of the same words, by their keys."""
        found = studio_recordings.several(self._store, [studio_recordings.key(one.sound) for one in recordings])
        return {name: one.digest for name, one in found.items()}

    def items(self) -> dict[str, Body]:
        """The items, as they would be published next."""
        published = {row.id: row.body for row in self.published.values() if row.kind == "item"}
        drafted = {one.entry_id: one.body for one in self.drafts.values() if one.kind == "item" and one.body}
        return {**published, **drafted}

    def ids(self, kind: str) -> set[str]:
        """The ids of all entries of a kind."""
        published = {row.id for row in self.published.values() if row.kind == kind}
        return published | {draft.entry_id for draft in self.drafts.values() if draft.kind == kind and draft.body}

    @cached_property
    def sectors(self) -> set[str]:
        """What items may be for."""
        return {SHARED} | {one["id"] for body in self._regions for one in body["sectors"]}

    @property
    def regions(self) -> set[str]:
        """What tips may be for."""
        return {one.removeprefix("region.") for one in self.ids("region")}

    def facts(self, region: str) -> set[str]:
        """The facts that tips of a region may use."""
        bodies = self.bodies(f"region.{region}") if region in self.regions else []
        return {name for body in bodies for name in body["facts"]}

    def file(self, entry_id: str) -> str | None:
        """The digest of a picture's file; None when it stands among the files, or is not there."""
        return next((body.get("file") for body in self.bodies(entry_id)), None)

    @property
    def _regions(self) -> list[Body]:
        return [row.body for row in self.published.values() if row.kind == "region"]


def _reads(kind: str, body: Body) -> tuple[dict[str, Any], dict[str, str]]:
    """What tells where an entry belongs, and each of its cells."""
    around = {name: value for name, value in as_written(body).items() if isinstance(value, str)}
    return around, dict(flat.cells(as_written(fields(kind, body))))
