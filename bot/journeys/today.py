"""Today: who needs a member of staff, and why. Calls first, then messages, who has gone quiet, and good news.

Nobody is ranked: within a section only time orders. What a learner did not agree to share leads to nothing here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.catalogue.course import Course
from bot.i18n import Text
from bot.journeys import attention, consent
from bot.journeys.calls import Call, calls
from bot.journeys.telling import staffed
from bot.learning.attention import Reason, Section, rules
from bot.safeguarding.hours import Shift
from bot.store import Store, caseloads, threads
from bot.store import attention as kept
from bot.store.attention import Waiting, Watched
from bot.store.tables import Staff

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Entry:
    """A learner, and why they stand there. ``day`` is what the section is ordered by, ``rules`` what found them."""

    learner: Watched
    day: date
    why: tuple[Text, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Today:
    """The page of today for one member of staff.

    Attributes:
        calls: open alerts, the oldest first.
        messages: who waits for an answer of theirs, the longest first.
        quiet: who has gone quiet, or cannot be reached; who was there last comes first.
        good_news: the newest first.
        learners: how many learners the last two are about.
        to_themselves: how many of these share nothing of what they practise.
        in_reach: of the learners with calls the ids of those whose page may be opened.
        addressed: the ids of those who write to this member of staff, so that they may be written to.
    """

    calls: tuple[Call, ...]
    messages: tuple[Entry, ...]
    quiet: tuple[Entry, ...]
    good_news: tuple[Entry, ...]
    learners: int
    to_themselves: int
    in_reach: frozenset[str]
    addressed: frozenset[str]


def today(
    store: Store, course: Course, member: Staff, shifts: Sequence[Shift], now: datetime, whose: str | None = None
) -> Today:
    """Return who needs this member of staff.

    Args:
        store: where everything is kept.
        course: what is published.
        member: who looks.
        shifts: when staff read; none where nobody said so.
        now: in UTC.
        whose: the id of one counsellor: quiet and good news are of their caseload alone.
    """
    called = calls(store, member, shifts, course.region.zone, now)
    with store.reading() as session:
        waiting = kept.waiting(session, member, now, consent.SHARING)
        learners = kept.watched(session, member, now, consent.SHARING, whose)
        ids = {one.learner.id for one in called}
        in_reach = kept.among(session, ids, caseloads.reach(member, now))
        addressed = kept.among(session, ids, threads.addressed(member, now))
    found = attention.reasons(store, course, learners, attention.settings(store, member.organisation_id), now)
    return Today(
        calls=tuple(called),
        messages=tuple(_message(one, course, shifts, now) for one in waiting),
        quiet=_section(Section.QUIET, course, learners, found),
        good_news=_section(Section.GOOD_NEWS, course, learners, found),
        learners=len(learners),
        to_themselves=sum(not one.shares for one in learners),
        in_reach=in_reach,
        addressed=addressed,
    )


def _section(
    section: Section, course: Course, learners: Sequence[Watched], found: Mapping[str, Sequence[Reason]]
) -> tuple[Entry, ...]:
    """Whoever has a reason of this section; the newest first, and of one day by name."""
    entries = (
        _entry(learner, course, [one for one in found.get(learner.id, ()) if rules()[one.rule].section is section])
        for learner in learners
    )
    return tuple(sorted((one for one in entries if one), key=lambda one: one.day, reverse=True))


def _entry(learner: Watched, course: Course, reasons: Sequence[Reason]) -> Entry | None:
    if not reasons:
        return None
    why = tuple(attention.words(course, one) for one in reasons)
    return Entry(learner, max(one.day for one in reasons), why, tuple(one.rule for one in reasons))


def _message(one: Waiting, course: Course, shifts: Sequence[Shift], now: datetime) -> Entry:
    """Who waits: since when, how much of that in staffed hours, and whether an answer would arrive."""
    zone = course.region.zone
    why = [Text("console.today.why.message", {"count": one.count, "since": one.since.astimezone(zone)})]
    if shifts:
        hours = staffed(shifts, zone).between(one.since, now) // HOUR
        key = "console.today.why.staffed" if hours else "console.today.why.unstaffed"
        why.append(Text(key, {"count": hours}))
    if one.learner.blocked_at:
        why.append(Text("console.today.why.unreachable", {"day": one.learner.blocked_at.astimezone(zone).date()}))
    return Entry(one.learner, one.since.astimezone(zone).date(), tuple(why))
