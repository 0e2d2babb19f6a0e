"""The digest: what changed for a member of staff since the last one. The same rules as on the page of today find it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.catalogue.course import Course
from bot.i18n import Text, Value
from bot.journeys import attention, consent, digest_reasons
from bot.journeys.digest_reasons import Found
from bot.store import Store, digest_news
from bot.store.attention import Watched
from bot.store.digest_news import Asked, Gone, Waits
from bot.store.tables import Staff


@dataclass(frozen=True)
class Named:
    """What is told of one learner; ``name`` is the first name alone, None of who has none."""

    name: str | None
    why: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Digest:
    """What changed.

    Attributes:
        since: the first day that it tells of.
        calls: the calls that are asked for, oldest first. Nobody is named: mail lies on servers of others.
        messages: whose messages wait for an answer.
        quiet: who has gone quiet since then, or cannot be reached any more.
        good_news: of whom there is some.
        joined: who came to the caseload and shares what they practise.
        joined_unnamed: how many came who do not.
        gone: how many went to whom.
    """

    since: date
    calls: tuple[Asked, ...]
    messages: tuple[Named, ...]
    quiet: tuple[Named, ...]
    good_news: tuple[Named, ...]
    joined: tuple[Named, ...]
    joined_unnamed: int
    gone: tuple[Gone, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        several = (self.calls, self.messages, self.quiet, self.good_news, self.joined, self.gone)
        return not any(several) and not self.joined_unnamed


def digest(store: Store, course: Course, member: Staff, since: datetime, until: datetime, now: datetime) -> Digest:
    """Return what changed for a member of staff.

    Good news and who came or went is told of whole days, from that of ``since`` to the one before that of ``until``:
    so nothing is told twice and nothing left out, whatever the hour. What waits is told as it is now.

    Args:
        store: where everything is kept.
        course: what is published.
        member: whose digest it is.
        since: when the one before was put together; all times in UTC.
        until: when this one is.
        now: the moment.
    """
    zone = course.region.zone
    begins, ends = _midnight(since, zone), _midnight(until, zone)
    with store.reading() as session:
        learners = digest_news.watched(session, member, now, consent.SHARING)
        calls = digest_news.asked(session, member, now)
        waiting = digest_news.waiting(session, member, now)
        came = {*digest_news.joined(session, member, begins, ends)}
        gone = digest_news.gone(session, member, begins, ends)
    new = [one for one in learners if one.id in came]
    settings = attention.settings(store, member.organisation_id)
    quiet = digest_reasons.newly_quiet(store, course, learners, settings, since, now)
    good_news = digest_reasons.good_news(store, course, learners, settings, begins, ends)
    return Digest(
        since=since.astimezone(zone).date(),
        calls=tuple(replace(one, since=one.since.astimezone(zone)) for one in calls),
        messages=tuple(_messages(waiting, learners, zone)),
        quiet=tuple(_named(course, learners, quiet)),
        good_news=tuple(_named(course, learners, good_news)),
        joined=tuple(Named(first_name(one)) for one in new if one.shares),
        joined_unnamed=sum(not one.shares for one in new),
        gone=tuple(gone),
    )


def first_name(learner: Watched) -> str | None:
    """The first word of a learner's name."""
    return next(iter((learner.name or "").split()), None)


def _messages(waiting: Iterable[Waits], learners: Sequence[Watched], zone: ZoneInfo) -> Iterator[Named]:
    by_id = {one.id: one for one in learners}
    for one in waiting:
        if one.learner_id in by_id:
            values: dict[str, Value] = {"count": one.count, "day": one.since.astimezone(zone).date()}
            yield Named(first_name(by_id[one.learner_id]), (Text("mail.digest.waits", values),))


def _named(course: Course, learners: Sequence[Watched], found: Found) -> Iterator[Named]:
    for learner in learners:
        if reasons := found.get(learner.id):
            yield Named(first_name(learner), tuple(attention.words(course, one) for one in reasons))


def _midnight(moment: datetime, zone: ZoneInfo) -> datetime:
    """The beginning of the day that a moment belongs to."""
    return datetime.combine(moment.astimezone(zone).date(), time(), zone)
