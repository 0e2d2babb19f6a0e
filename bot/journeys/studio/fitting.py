"""Whether drafts may be published: each is judged by itself, and all together have to fit the course."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.catalogue import at_hand, judging
from bot.catalogue.course import Course
from bot.catalogue.judging import Judged
from bot.journeys.studio.needing import Hindrance, Together
from bot.learning.items import item_types
from bot.safeguarding.phrasebook import Phrasebook
from bot.store import Store, entries, reviewing
from bot.store.drafts import State
from bot.store.entries import Row
from bot.store.publishing import Ready
from bot.store.tables import Draft

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Candidate:
    """A draft that is to be published.

    Attributes:
        draft: the draft.
        hindrances: what keeps it from that; nothing does when there are none.
        ready: the draft as it would be published.
        asks_again: whether another answer is right than before: then cards may have to start again.
    """

    draft: Draft
    hindrances: tuple[Hindrance, ...]
    ready: Ready
    asks_again: bool


def look(store: Store, course: Course, drafts: Sequence[Draft], second_reader: bool) -> list[Candidate]:
    """See of drafts that are to be published together what keeps each from it.

    Args:
        store: where entries are kept.
        course: what is published.
        drafts: of different entries.
        second_reader: whether somebody else has to have found each of them good.
    """
    together = Together(store, drafts)
    remarked = reviewing.remarked(store, [draft.id for draft in drafts])
    revisions = entries.revisions(store, [draft.entry_id for draft in drafts])

    def others(draft: Draft) -> Iterator[Hindrance]:
        if second_reader and (draft.state != State.APPROVED or draft.reader_id == draft.changed_by):
            yield Hindrance("unread")
        if draft.id in remarked:
            yield Hindrance("remarked")
        if draft.base != revisions.get(draft.entry_id, 0):
            yield Hindrance("overtaken")
        yield from together.loose_ends(draft)

    return [_candidate(store, course, draft, others(draft)) for draft in drafts]


def going_back(store: Store, course: Course, past: Row) -> tuple[Hindrance, ...]:
    """See what keeps an earlier revision from being published again."""
    draft = Draft(entry_id=past.id, kind=past.kind, body=dict(past.body))
    found = tuple(Together(store, [draft]).loose_ends(draft))
    return found or _misfit(course, draft, past.body)


def asks_again(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether another answer of an item is right than before, so that what is remembered of it may be wrong."""
    return before.get("type") != after.get("type") or _right(before) != _right(after)


def _candidate(store: Store, course: Course, draft: Draft, others: Iterator[Hindrance]) -> Candidate:
    judged = _judged(draft, course)
    faulty = tuple(Hindrance("faulty", fault.field, fault.message) for fault in judged.faults) if judged else ()
    body = judged.entry.body if judged and judged.entry else draft.body
    found = (*faulty, *others)
    if not found and body is not None:
        found = _misfit(course, draft, body)
    return Candidate(draft, found, Ready(draft.version, body), not found and _answer_changed(store, draft, body))


def _judged(draft: Draft, course: Course) -> Judged | None:
    """None of what is to be retired, and of kinds that have no fields."""
    if draft.body is None or draft.kind not in judging.PLACES:
        return None
    return judging.judge(draft.kind, draft.entry_id, draft.body, course.region.written_in)


def _misfit(course: Course, draft: Draft, body: Mapping[str, Any]) -> tuple[Hindrance, ...]:
    """Whether the course cannot be read with it: what was judged by itself may still miss something elsewhere."""
    try:
        if draft.kind == "safeguarding":
            Phrasebook.from_raw([body])
        elif draft.kind in at_hand.PLACES:
            at_hand.with_form(course, course.store, draft.kind, draft.entry_id, body)
    except Exception as error:  # whatever it is: a running bot must not meet it
        log.warning("The draft of %s does not fit the course: %s", draft.entry_id, type(error).__name__)
        return (Hindrance("does_not_fit"),)
    return ()


def _answer_changed(store: Store, draft: Draft, body: Mapping[str, Any] | None) -> bool:
    before = entries.newest(store, draft.entry_id) if draft.kind == "item" and body is not None else None
    return before is not None and body is not None and asks_again(before.body, body)


def _right(body: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """The answers of an item that are right, each with the field that holds it."""
    of_type, inner = item_types()[body["type"]], body["body"]
    tapped = {(one.field, one.labels[key].text) for one in of_type.options(inner) for key in one.right}
    return frozenset(tapped | {(field, words) for field, words in of_type.said(inner).items()})
