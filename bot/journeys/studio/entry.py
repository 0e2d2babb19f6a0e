"""All there is to know of one entry: what learners get of it, its draft, the files' form, and its past."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.journeys.studio.fitting import asks_again
from bot.store import Store, drafts, publishing, reviewing, shelves
from bot.store.publishing import Past
from bot.store.reviewing import Remarked
from bot.store.tables import Draft, Label


@dataclass(frozen=True)
class Entry:
    """An entry as the studio sees it.

    Attributes:
        label: how it stands in lists.
        live: whether learners get it.
        past: its revisions, the newest first.
        draft: the staff's, if there is one.
        files: the form that the files have, if it is news.
        remarks: what was said of the draft.
    """

    label: Label
    live: bool
    past: Sequence[Past]
    draft: Draft | None
    files: Draft | None
    remarks: Sequence[Remarked]

    @property
    def id(self) -> str:
        return self.label.entry_id

    @property
    def kind(self) -> str:
        return self.label.kind

    @property
    def stamp(self) -> str:
        """Differs as soon as somebody saved, threw away or published."""
        draft = f"{self.draft.id}.{self.draft.version}" if self.draft else ""
        return f"{self.past[0].number if self.past else 0}-{draft}"

    @property
    def published(self) -> Mapping[str, Any] | None:
        """The body that was published last; None when none was."""
        return self.past[0].body if self.past else None

    @property
    def newest(self) -> Mapping[str, Any]:
        """The body to go on from: that of the draft, or what was published last."""
        return (self.draft.body if self.draft else None) or self.published or (self.files and self.files.body) or {}

    def starts_again(self, past: Past) -> bool:
        """Whether going back to an earlier revision makes another answer right."""
        return self.kind == "item" and self.published is not None and asks_again(self.published, past.body)


def find(store: Store, entry_id: str) -> Entry | None:
    """An entry, published or only drafted; None when there is none of this id."""
    label = shelves.labels(store, [entry_id]).get(entry_id)
    if label is None:
        return None
    draft = drafts.of(store, entry_id)
    return Entry(
        label=label,
        live=entry_id in shelves.published(store, [entry_id]),
        past=publishing.history(store, entry_id),
        draft=draft,
        files=drafts.beside(store, entry_id),
        remarks=reviewing.remarks(store, draft.id) if draft else (),
    )
