"""Writing the words of a workplace: begun by staff, written by them or by a mentor, sent to a coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from random import Random

from bot.catalogue.packs import LONGEST_TITLE
from bot.journeys.workplace.faults import LONGEST_MEANING, LONGEST_SENTENCE, LONGEST_TEXT, Fault, faults
from bot.store import Store, audit, workplace_rows, workplaces
from bot.store.ids import new_id
from bot.store.tables import Staff, WorkplacePage
from bot.store.workplace_rows import Written
from bot.store.workplaces import MOST_WORDS, WRITABLE, State

__all__ = [
    "LONGEST_MEANING",
    "LONGEST_SENTENCE",
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "Fault",
    "Outcome",
    "Saved",
    "Written",
    "begin",
    "faults",
    "open_again",
    "save",
]

KEPT = 1000
"""Characters that are kept of a field, also when they are too many to send."""


class Outcome(StrEnum):
    """What became of what was written.

    With ``faulty`` it was to be sent, and is only kept; with ``overtaken`` and ``closed`` nothing was kept.
    """

    SAVED = "saved"
    SENT = "sent"
    FAULTY = "faulty"
    OVERTAKEN = "overtaken"
    CLOSED = "closed"


@dataclass(frozen=True)
class Saved:
    """The outcome, the version that the page has now, and what is wrong with the rows."""

    outcome: Outcome
    version: int
    faults: Sequence[Fault] = ()


def begin(store: Store, member: Staff, team_id: str, title: str, now: datetime, random: Random) -> WorkplacePage | None:
    """Begin a page for a team. Returns None without a title, or when the team is none of the member's."""
    if not title.strip() or team_id not in {team.id for team in workplaces.teams(store, member)}:
        return None
    page = WorkplacePage(id=new_id(random), team_id=team_id, title=title.strip()[:LONGEST_TITLE], version=1)
    page.state, page.begun_by, page.changed_by, page.changed_at = State.WRITING.value, member.id, member.id, now
    with store.writing() as session:
        session.add(page)
    return page


def save(
    store: Store,
    writer: Staff | str,
    page_id: str,
    title: str,
    rows: Sequence[Written],
    version: int,
    now: datetime,
    random: Random,
    send: bool = False,
) -> Saved:
    """Keep what somebody wrote, with its faults; without any, it may be sent, which ends the link.

    Args:
        store: where pages are kept.
        writer: a member of staff, or the code of a link.
        page_id: the page's; a link leads to its own.
        title: the name of the workplace; an empty one leaves that which is there.
        rows: all of them; a row that is not among them goes.
        version: of the page that the writer had before them.
        now: in UTC.
        random: gives ids.
        send: whether a coordinator is to decide.
    """
    taken = [_cut(row) for row in rows if 1 <= row.number <= MOST_WORDS]
    found = faults(taken)
    member = writer if isinstance(writer, Staff) else None
    with store.writing() as session:
        page = (
            workplaces.held(session, writer, page_id)
            if isinstance(writer, Staff)
            else workplaces.held_by_link(session, writer, now)
        )
        if page is None or page.state not in WRITABLE:
            return Saved(Outcome.CLOSED, page.version if page else 0)
        if page.version != version:
            return Saved(Outcome.OVERTAKEN, page.version)
        page.title = title.strip()[:LONGEST_TITLE] or page.title
        page.changed_by, page.changed_at, page.version = member.id if member else None, now, page.version + 1
        workplace_rows.put(session, page, taken, random)
        if member is None:
            # What staff do is noted with the page that they use.
            audit.note_mentor(session, page, "workplace.saved", now)
        if send and not found:
            _send(page, member, now)
            return Saved(Outcome.SENT, page.version)
        return Saved(Outcome.FAULTY if send else Outcome.SAVED, page.version, found)


def open_again(store: Store, member: Staff, page_id: str, version: int, now: datetime) -> bool:
    """Let a page be written anew that waits, was published or withdrawn; what learners have of it, they keep.

    Returns False when it is none of the member's, or not as they saw it.
    """
    with store.writing() as session:
        page = workplaces.held(session, member, page_id)
        if page is None or page.version != version or page.state in WRITABLE:
            return False
        page.state, page.version = State.WRITING.value, page.version + 1
        page.changed_by, page.changed_at = member.id, now
        return True


def _send(page: WorkplacePage, member: Staff | None, now: datetime) -> None:
    page.state, page.why = State.WAITING.value, None
    page.sent_by, page.sent_at = member.id if member else None, now
    page.link_expires_at = None


def _cut(row: Written) -> Written:
    text, meaning, sentence = (" ".join(words.split())[:KEPT] for words in (row.text, row.meaning, row.sentence))
    return replace(row, text=text, meaning=meaning, sentence=sentence)
