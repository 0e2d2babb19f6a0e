"""Deciding about the words of a workplace: a coordinator approves them, sends them back, or withdraws them."""

import logging
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bot.catalogue.course import Course
from bot.journeys.workplace import making
from bot.learning.levels import LEVELS
from bot.speech.sound import Sound
from bot.store import Store, workplace_entries, workplace_rows, workplaces
from bot.store.people import Role
from bot.store.studio_recordings import Spoken
from bot.store.tables import Staff, WorkplacePage, WorkplaceWord
from bot.store.workplaces import State

__all__ = ["LEVELS", "LONGEST_CAN_DO", "LONGEST_WHY", "Decision", "approve", "send_back", "withdraw"]

LONGEST_CAN_DO, LONGEST_WHY = 200, 500
"""Characters."""

log = logging.getLogger(__name__)


class Decision(StrEnum):
    """What became of a decision; nothing was done but with ``done``.

    ``overtaken``: it was changed or decided about meanwhile. ``same_person``: a second reader is wanted, and this one
    wrote it. ``forbidden``: of another organisation, or no coordinator. ``faulty``: something is missing.
    """

    DONE = "done"
    OVERTAKEN = "overtaken"
    SAME_PERSON = "same_person"
    FORBIDDEN = "forbidden"
    FAULTY = "faulty"


def approve(
    store: Store,
    course: Course,
    member: Staff,
    page_id: str,
    version: int,
    level: str,
    can_do: str,
    second_reader: bool,
    now: datetime,
) -> Decision:
    """Let the learners of the page's team learn its words: from their next lesson on, in place of those before.

    Args:
        store: where pages are kept.
        course: what is published; it tells the languages.
        member: who decides.
        page_id: the page's.
        version: of the page as it was looked at.
        level: of the exercises.
        can_do: what learners can do after them.
        second_reader: whether somebody else than the writer has to decide.
        now: in UTC.
    """
    can_do = " ".join(can_do.split())
    if level not in LEVELS or not 0 < len(can_do) <= LONGEST_CAN_DO:
        return Decision.FAULTY
    page = workplaces.find(store, member, page_id)
    if page is None or member.role != Role.COORDINATOR:
        return Decision.FORBIDDEN
    if second_reader and member.id in (page.sent_by, page.changed_by):
        return Decision.SAME_PERSON
    with store.writing() as session:
        held = workplaces.held(session, member, page_id)
        if held is None or held.version != version or held.state != State.WAITING:
            return Decision.OVERTAKEN
        words = workplace_rows.whole(session, held)
        by = held.mentor or member.name
        try:
            found = making.forms(course, held, words, by, level, can_do)
        except making.Unfit as error:
            log.error("A workplace's page cannot be published (%s)", error)
            return Decision.FAULTY
        held.level, held.can_do, held.why, held.published_at = level, can_do, None, now
        _decide(held, State.PUBLISHED, member, now)
        pictures = [word.picture for word in words if word.picture]
        spoken = _spoken(held, words, course.region.target, by)
        workplace_entries.put_files(session, held, pictures, spoken, member.id, now)
        workplace_entries.put(session, held, found, now)
        return Decision.DONE


def send_back(store: Store, member: Staff, page_id: str, version: int, why: str, now: datetime) -> Decision:
    """Let the page be written on, and say why. What learners have of it, they keep."""
    if not why.strip():
        return Decision.FAULTY
    with store.writing() as session:
        page = workplaces.held(session, member, page_id)
        if page is None or member.role != Role.COORDINATOR:
            return Decision.FORBIDDEN
        if page.version != version or page.state != State.WAITING:
            return Decision.OVERTAKEN
        page.why = why.strip()[:LONGEST_WHY]
        _decide(page, State.SENT_BACK, member, now)
        return Decision.DONE


def withdraw(store: Store, member: Staff, page_id: str, version: int, now: datetime) -> Decision:
    """Take the words of a page away from its team: they are asked no more."""
    with store.writing() as session:
        page = workplaces.held(session, member, page_id)
        if page is None or member.role != Role.COORDINATOR:
            return Decision.FORBIDDEN
        if page.version != version or page.published_at is None:
            return Decision.OVERTAKEN
        page.published_at = page.link_expires_at = None
        _decide(page, State.WITHDRAWN, member, now)
        workplace_entries.put_files(session, page, (), (), member.id, now)
        workplace_entries.put(session, page, (), now)
        return Decision.DONE


def _decide(page: WorkplacePage, state: State, member: Staff, now: datetime) -> None:
    page.state, page.version = state.value, page.version + 1
    page.decided_by, page.decided_at, page.changed_at = member.id, now, now


def _spoken(page: WorkplacePage, words: Sequence[WorkplaceWord], language: str, by: str) -> Sequence[Spoken]:
    return [
        Spoken(Sound(word.text, language, team=page.team_id), word.sound, by, making.NO_LICENCE)
        for word in words
        if word.sound
    ]
