"""A broadcast: staff say the same to all of a group; each learner gets it once, and nobody in a pause."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from random import Random

from bot.i18n import Catalogues, Part, Text, Verbatim, from_json, to_json
from bot.journeys import announcement, asked, consent
from bot.journeys.announcement import Audience
from bot.journeys.reply import Reply, button
from bot.store import Store, broadcasts, outbox
from bot.store.broadcasts import LASTS, Results, Signed, campaign_of
from bot.store.tables import Broadcast, Learner, Staff

DELAYS = (5, 30, 60, 180)
"""Minutes until a broadcast is sent, in which it can be taken back; the first is offered first."""

SENTENCES = ("next_class", "no_class", "bring_paper", "question", "how_are_you", "away", "rest", "good_luck")
"""The ready sentences (``ready.SENTENCES``) that fit a whole group: none thanks or praises for what not all did."""

DAY_HOURS = range(8, 21)
"""Hours of the region in which phones may ring."""

COUNTED = timedelta(days=2)
"""Whoever writes or practises within so long after a broadcast counts in its results."""


class Stage(StrEnum):
    """Where a broadcast stands; one that was MISSED fell due while no bot ran, for too long."""

    WAITS = "waits"
    CANCELLED = "cancelled"
    SENT = "sent"
    MISSED = "missed"


@dataclass(frozen=True)
class FromStaff:
    """What learners read of a broadcast.

    Attributes:
        campaign: its name among all campaigns.
        sender: the name of who writes.
        part: what they write: known in each own language, or their own words, in one.
    """

    campaign: str
    sender: str
    part: Part

    def reply_for(self, language: str) -> Reply:
        """What a learner of any language gets, with a button to answer."""
        head = Text("counsellor.reply", {"name": self.sender})
        answer = button("counsellor.button.answer", "counsellor", asked.NO_MESSAGE, "answer")
        return Reply(lines=((head,), (self.part,)), buttons=((answer,),))


@dataclass(frozen=True)
class Reading:
    """How a broadcast reads in a language, and how many learners read it so."""

    language: str
    learners: int
    words: str


@dataclass(frozen=True)
class Preview:
    """Whom a broadcast would reach now, and how they would read it.

    Attributes:
        audience: whom it reaches, and how many pause or blocked the bot.
        readings: each language with what its learners read; most learners first.
        foreign: the languages whose learners would read words of another one; each with how many they are.
    """

    audience: Audience
    readings: tuple[Reading, ...]
    foreign: Counter[str]


def preview(store: Store, catalogues: Catalogues, part: Part, members: Sequence[Learner], now: datetime) -> Preview:
    """Return what a broadcast of this part to these learners would be."""
    found = announcement.audience(store, FromStaff("", "", part), members, now)
    own = part.language if isinstance(part, Verbatim) else None
    return Preview(
        audience=found,
        readings=tuple(
            Reading(language, count, catalogues.plain(part, language))
            for language, count in found.languages.most_common()
        ),
        foreign=Counter(one for one in found.languages.elements() if own and one != own),
    )


def plan(
    store: Store, member: Staff, group_id: str, part: Part, now: datetime, minutes: int, random: Random
) -> Broadcast | None:
    """Plan a broadcast that goes out in so many minutes. Returns None when the member sees no such group."""
    send_at = now + timedelta(minutes=minutes)
    return broadcasts.plan(store, member, group_id, to_json(part), now, send_at, random)


def stage(broadcast: Broadcast, now: datetime) -> Stage:
    """Where a broadcast stands now (in UTC)."""
    if broadcast.cancelled_at:
        return Stage.CANCELLED
    if broadcast.begun_at:
        return Stage.SENT
    return Stage.MISSED if broadcast.send_at <= now - LASTS else Stage.WAITS


def results(store: Store, broadcast: Broadcast, now: datetime) -> Results | None:
    """What came of a broadcast; None when it was not sent, or so long ago that nobody knows any more."""
    if broadcast.begun_at is None or broadcast.begun_at <= now - outbox.KEPT:
        return None
    return broadcasts.results(store, broadcast, broadcast.begun_at + COUNTED, consent.SHARING)


def send_due(store: Store, now: datetime) -> Iterator[int]:
    """Send the broadcasts whose time has come. Yields of each how many learners get it.

    Broken off, it is begun again by the next call: each broadcast goes into the outbox as a whole, or not yet.
    """
    for due in broadcasts.due(store, now):
        write = partial(announcement.message, _from_staff(due), now=now)
        yield broadcasts.send(store, due.broadcast.id, now, write)


def part_of(broadcast: Broadcast) -> Part:
    """What is said in a broadcast."""
    return from_json(broadcast.said)


def _from_staff(signed: Signed) -> FromStaff:
    return FromStaff(campaign_of(signed.broadcast.id), signed.sender, part_of(signed.broadcast))
