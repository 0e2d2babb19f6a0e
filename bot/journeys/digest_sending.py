"""Sending digests: when each is due, by which ways it goes out, and to whom; each once."""

import logging
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.catalogue.course import Course
from bot.i18n import Catalogues
from bot.journeys import digest_words
from bot.journeys.digest import Digest, digest
from bot.journeys.telling import Letter
from bot.learning import reminders
from bot.store import Conflict, Store, absences, digests, outbox
from bot.store.digests import Going, Waiting
from bot.store.tables import DigestWish, OutboxRow, Staff

log = logging.getLogger(__name__)

A_WEEK = timedelta(days=7)
FURTHEST_BACK = timedelta(days=28)
"""After a long absence nobody reads more than this."""

APART = timedelta(days=5)
"""So far apart are two digests at least: one that was late, or another day that was chosen, makes no second a week."""


class NobodyReads(Exception):
    """A digest has no reader for now."""


@dataclass(frozen=True)
class Rounds:
    """What the clock's rounds work with. ``url`` is the console's address."""

    store: Store
    course: Course
    catalogues: Catalogues
    url: str

    @property
    def zone(self) -> ZoneInfo:
        return self.course.region.zone

    def plan(self, now: datetime) -> None:
        """Keep the usual wish of everybody who gets a digest and made no wish of their own."""
        for staff_id in digests.without_wish(self.store):
            wish = digests.usual(staff_id)
            wish.due_at = next_due(wish, self.zone, now)
            try:
                digests.keep(self.store, wish)
            except Conflict:
                log.info("Somebody made a wish for their digest just now")

    def begin(self, wish: DigestWish, member: Staff, now: datetime) -> bool:
        """Let a digest go out that is due, if it has anything to tell. Returns whether Telegram has something."""
        going = self._going(wish, member, now) if wish.due_at and wish.due_at <= now else None
        upcoming = next_due(wish, self.zone, now, going.at if going else None)
        return digests.begin(self.store, wish, upcoming, going) and going is not None and bool(going.messages)

    def letter(self, waiting: Waiting, now: datetime) -> Letter | None:
        """The mail of a digest, put together now.

        Returns:
            None when there is nothing left to tell, or whose it is has left.

        Raises:
            NobodyReads: whose it is is away, and nobody stands in: it waits.
        """
        reader = self._reader(waiting.member, now)
        if reader is None:
            if waiting.member.disabled_at:
                return None
            raise NobodyReads
        since, until = max(waiting.mail.since, now - FURTHEST_BACK), waiting.wish.sent_at or now
        found = digest(self.store, self.course, waiting.member, since, until, now)
        if found.is_empty:
            return None
        return digest_words.letter(self.catalogues, found, waiting.member, reader, self.zone, self.url)

    def _going(self, wish: DigestWish, member: Staff, now: datetime) -> Going | None:
        """What goes out now; None where nobody wants or reads it, or nothing changed."""
        reader = self._reader(member, now)
        if reader is None or not (wish.by_mail or wish.by_telegram):
            return None
        since = told_until(wish, now)
        found = digest(self.store, self.course, member, since, now, now)
        if found.is_empty:
            return None
        messages = self._messages(wish, member, found, now) if reader.id == member.id else []
        return Going(now, None if messages and not wish.by_mail else since, messages)

    def _messages(self, wish: DigestWish, member: Staff, found: Digest, now: datetime) -> list[OutboxRow]:
        if not wish.by_telegram or member.telegram_id is None:
            return []
        said = digest_words.message(found, self.url).as_json()
        return [outbox.message_to_staff(member.telegram_id, member.language, said, now)]

    def _reader(self, member: Staff, now: datetime) -> Staff | None:
        with self.store.reading() as session:
            return absences.reader(session, member, now)


def next_due(wish: DigestWish, zone: ZoneInfo, now: datetime, sent_at: datetime | None = None) -> datetime | None:
    """Return the next moment of a wish, in UTC, not too soon after the last digest (of ``wish``, or at ``sent_at``)."""
    last = sent_at or wish.sent_at
    after = max(now, last + APART) if last else now
    return reminders.next_due({wish.weekday}, time(wish.hour), zone, after)


def told_until(wish: DigestWish, now: datetime) -> datetime:
    """From when the next digest tells: since the last one."""
    return max(wish.sent_at or now - A_WEEK, now - FURTHEST_BACK)
