"""What is kept of an entry, to be looked at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.catalogue.course import Course
from bot.catalogue.judging import judge
from bot.journeys.preview.subject import Subject
from bot.store import Store, drafts, entries, shelves
from bot.store.tables import Draft


def saved(store: Store, course: Course, kind: str, entry_id: str, published: bool) -> Subject | None:
    """The staff's draft, when it is in order, or else what was published last; None when there is neither.

    Args:
        store: where entries are kept.
        course: what is published.
        kind: the entry's.
        entry_id: its id.
        published: leave the draft aside.
    """
    draft = None if published else drafts.of(store, entry_id)
    body = _in_order(course, draft) if draft and draft.kind == kind else None
    if body is None:
        row = entries.newest(store, entry_id)
        body = row.body if row and row.kind == kind else None
    if body is None:
        return None
    subject = Subject(kind, entry_id, body)
    return subject if published else with_items(store, course, subject)


def with_items(store: Store, course: Course, subject: Subject) -> Subject:
    """A unit with those drafts of its items that are in order; any other form as it is."""
    if subject.kind != "unit":
        return subject
    drafted = [one for one in shelves.drafts_of_unit(store, subject.entry_id) if one.kind == "item"]
    bodies = {one.entry_id: _in_order(course, one) for one in drafted}
    gone = {one.entry_id for one in drafted if one.body is None}
    return replace(subject, items={one: body for one, body in bodies.items() if body is not None or one in gone})


def _in_order(course: Course, draft: Draft) -> Mapping[str, Any] | None:
    """What a draft would be published as; None when that cannot be."""
    if not draft.body:
        return None
    judged = judge(draft.kind, draft.entry_id, draft.body, course.region.written_in)
    return judged.entry.body if judged.entry and not judged.faults else None
