"""An announcement: the same to many learners, each in their own language, and to each once."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.i18n import Content
from bot.journeys.reply import Line, Reply
from bot.store import Store, campaigns
from bot.store.campaigns import Campaign
from bot.store.tables import Learner

BATCH = 300
"""So many learners get their message in one transaction; turns get their chance between two."""

LONGEST_LASTING = timedelta(days=14)
"""Shorter than ``outbox.KEPT``: who has a message is known for as long as it may go out."""


@dataclass(frozen=True)
class Announcement:
    """What is announced.

    Attributes:
        name: tells it from others; whoever has a message of this name gets no second one.
        words: plain text, by own language.
        instead: the language for learners whose own one has no words; None when there must be words for each.
    """

    name: str
    words: Mapping[str, str]
    instead: str | None = None

    @property
    def campaign(self) -> str:
        """Its name among all campaigns."""
        return f"announcement-{self.name}"

    def words_for(self, language: str) -> str | None:
        """What a learner of this language reads; None when that is nothing."""
        return self.words.get(language) or self.words.get(self.instead or "")


@dataclass(frozen=True)
class Audience:
    """Who is to get an announcement, and how many are not: because they have it, paused, or blocked the bot."""

    learners: Sequence[Learner]
    have_it: int
    paused: int
    blocked: int

    @property
    def languages(self) -> Counter[str]:
        """How many there are of each own language."""
        return Counter(learner.language for learner in self.learners)


def audience(store: Store, announcement: Announcement, chosen: Collection[Learner], now: datetime) -> Audience:
    """Who of the chosen learners is to get an announcement now.

    Args:
        store: where messages are kept.
        announcement: what is announced.
        chosen: the learners whom it is for.
        now: in UTC.
    """
    have_it = campaigns.have_it(store, announcement.campaign)
    others = [learner for learner in chosen if learner.id not in have_it]
    reached = [learner for learner in others if _reached(learner, now)]
    blocked = sum(learner.blocked_at is not None for learner in others)
    return Audience(reached, len(chosen) - len(others), len(others) - len(reached) - blocked, blocked)


def missing(announcement: Announcement, audience: Audience) -> dict[str, int]:
    """The languages for which there are no words, each with how many learners would read nothing."""
    return {
        language: count
        for language, count in sorted(audience.languages.items())
        if announcement.words_for(language) is None
    }


def announce(
    store: Store, announcement: Announcement, audience: Audience, now: datetime, lasts: timedelta
) -> Iterator[tuple[int, int]]:
    """Put the messages into the outbox, some hundred learners in a transaction.

    Broken off and begun again, or begun twice at once, it goes on with those who have no message yet. Who paused,
    blocked the bot or was erased since the audience was asked for gets none.

    Args:
        store: where messages are kept.
        announcement: what is announced.
        audience: whom to; ``missing`` finds words for each.
        now: in UTC.
        lasts: after this long what was not sent is dropped; at most ``LONGEST_LASTING``.

    Yields:
        After each transaction, of how many learners it was, and how many of them got a message.

    Raises:
        OutOfOrder: the database cannot be written. What was put in before stays.
    """
    campaign = Campaign(announcement.campaign, now, now + min(lasts, LONGEST_LASTING))
    ids = [learner.id for learner in audience.learners]
    for start in range(0, len(ids), BATCH):
        yield _put(store, announcement, campaign, ids[start : start + BATCH])


def _put(store: Store, announcement: Announcement, campaign: Campaign, ids: Sequence[str]) -> tuple[int, int]:
    with store.writing() as session:
        there = [learner for learner in campaigns.held(session, ids) if _reached(learner, campaign.began_at)]
        read = [(learner, announcement.words_for(learner.language)) for learner in there]
        new = campaigns.put(
            session, campaign, [(learner, _payload(words, learner.listens)) for learner, words in read if words]
        )
    return len(ids), new


def _payload(words: str, spoken: bool) -> dict[str, Any]:
    # As words of the course, they begin in the direction of the learner's language, line by line.
    lines: list[Line] = [(Content("announcement", line),) if line.strip() else () for line in words.splitlines()]
    return Reply(lines=tuple(lines), menu=True, spoken=spoken).as_json()


def _reached(learner: Learner, now: datetime) -> bool:
    return learner.blocked_at is None and (learner.paused_until is None or learner.paused_until <= now)
