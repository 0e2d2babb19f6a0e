"""Publishing: now or at a set time, whole units or single entries; what has a fault stays a draft."""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime
from random import Random

from bot.catalogue.course import Course
from bot.journeys import work_word
from bot.journeys.studio.fitting import Candidate, going_back, look
from bot.journeys.studio.needing import Hindrance
from bot.store import Conflict, OutOfOrder, Store, drafts, entries, planning, publishing
from bot.store.publishing import Deed, NoSuchDraft
from bot.store.tables import Planned

log = logging.getLogger(__name__)


class Hindered(Exception):
    """Something keeps it from being published; nothing was."""

    def __init__(self, hindrances: Sequence[Hindrance]) -> None:
        super().__init__(", ".join(one.name for one in hindrances))
        self.hindrances = hindrances


def publish(store: Store, candidates: Sequence[Candidate], deed: Deed, now: datetime) -> Sequence[str]:
    """Publish drafts together. Returns the ids of their entries. Raises Hindered or NoSuchDraft: nothing was done."""
    _unhindered(candidates)
    told = work_word.news(store, [one.draft.entry_id for one in candidates])
    return publishing.publish(store, {one.draft.id: one.ready for one in candidates}, deed, now, told)


def roll_back(store: Store, course: Course, entry_id: str, number: int, deed: Deed, now: datetime) -> None:
    """Publish an earlier revision again. Raises Hindered, or LookupError when it never was: nothing was done."""
    past = entries.at(store, entry_id, number)
    if hindrances := going_back(store, course, past) if past else ():
        raise Hindered(hindrances)
    publishing.roll_back(store, entry_id, number, deed, now)


def plan(store: Store, candidates: Sequence[Candidate], deed: Deed, at: datetime, random: Random) -> Planned:
    """Let drafts be published together at a set time, as they read now. Raises Hindered."""
    _unhindered(candidates)
    versions = {one.draft.id: one.draft.version for one in candidates}
    return planning.plan(store, [one.draft.entry_id for one in candidates], versions, deed, at, random)


def carry_out_due(store: Store, course: Course, second_reader: bool, now: datetime) -> Iterator[str | None]:
    """Publish what was planned for now or before. Yields of each why it was not published; None when it was.

    The reason is ``changed`` (a draft reads otherwise, or is gone), ``hindered`` or ``broken`` (what nobody expected).
    It is kept with the plan. Raises Conflict or OutOfOrder: what is left is published later.
    """
    for planned in planning.due(store, now):
        try:
            fault = _carry_out(store, course, planned, second_reader, now)
        except (Conflict, OutOfOrder):
            raise
        except Exception:
            # One plan keeps no other from its time.
            log.exception("Publishing what was planned failed (plan %s)", planned.id)
            fault = "broken"
        if fault:
            planning.fail(store, planned.id, fault, now)
        yield fault


def _carry_out(store: Store, course: Course, planned: Planned, second_reader: bool, now: datetime) -> str | None:
    found = drafts.several(store, planned.versions)
    if {draft.id: draft.version for draft in found} != planned.versions:
        return "changed"
    candidates = look(store, course, found, second_reader)
    try:
        _unhindered(candidates)
        told = work_word.news(store, planned.entry_ids)
        planning.carry_out(store, planned.id, {one.draft.id: one.ready for one in candidates}, now, told)
    except Hindered:
        return "hindered"
    except NoSuchDraft:
        return "changed"
    return None


def _unhindered(candidates: Sequence[Candidate]) -> None:
    if hindrances := [hindrance for one in candidates for hindrance in one.hindrances]:
        raise Hindered(hindrances)
