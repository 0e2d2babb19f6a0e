"""An announcement: the same to many learners, each in their own language, and to each once."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.i18n import Content
from bot.journeys.reply import Reply
from bot.store import Store, campaigns
from bot.store.campaigns import Campaign
from bot.store.tables import Learner

BATCH = 300
"""So many learners get their message in one transaction; turns get their chance between two."""

LONGEST_LASTING = timedelta(days=14)
"""Shorter than ``outbox.KEPT``: who has a message is known for as long as it may go out."""


class Said(Protocol):
    """Something that is said to many.

    Attributes:
        campaign: its name among all campaigns; whoever has a message of this name gets no second one.
    """

    @property
    def campaign(self) -> str: ...

    def reply_for(self, language: str) -> Reply | None:
        """What a learner of this language gets; None when that is nothing."""
        ...


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

    def reply_for(self, language: str) -> Reply | None:
        """What a learner of this language gets; None when that is nothing."""
        words = self.words.get(language) or self.words.get(self.instead or "") or ""
        # As words of the course, they begin in the direction of the learner's language, line by line.
        lines = tuple((Content("announcement", line),) if line.strip() else () for line in words.splitlines())
        return Reply(lines=lines, menu=True) if lines else None


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


def audience(store: Store, announcement: Said, chosen: Collection[Learner], now: datetime) -> Audience:
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


def missing(announcement: Said, audience: Audience) -> dict[str, int]:
    """The languages for which there are no words, each with how many learners would read nothing."""
    return {
        language: count
        for language, count in sorted(audience.languages.items())
        if announcement.reply_for(language) is None
    }


def announce(
    store: Store, announcement: Said, audience: Audience, now: datetime, lasts: timedelta
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


def message(said: Said, learner: Learner, now: datetime) -> dict[str, Any] | None:
    """What a learner gets now, as a payload; None in a pause, when they blocked the bot, or without words for them."""
    reply = said.reply_for(learner.language) if _reached(learner, now) else None
    return replace(reply, spoken=bool(learner.listens)).as_json() if reply else None


def _put(store: Store, announcement: Said, campaign: Campaign, ids: Sequence[str]) -> tuple[int, int]:
    with store.writing() as session:
        there = campaigns.held(session, ids)
        read = [(learner, message(announcement, learner, campaign.began_at)) for learner in there]
        return len(ids), campaigns.put(session, campaign, [(learner, payload) for learner, payload in read if payload])


def _reached(learner: Learner, now: datetime) -> bool:
    return learner.blocked_at is None and (learner.paused_until is None or learner.paused_until <= now)
