"""A learner goes to another counsellor of the organisation: with messages and alerts, and is told by whom, to whom."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.i18n import Text
from bot.journeys import consent
from bot.journeys.reply import Reply, command_button, paragraphs
from bot.store import Store, consents, going_along, handing_over, outbox
from bot.store.handing_over import HandedOver
from bot.store.ids import new_id
from bot.store.tables import Base, Learner, OutboxRow, Staff


@dataclass(frozen=True)
class Told:
    """What learners read. ``shares`` are the ids of those who share what they practise."""

    to: str
    by: str
    shares: Collection[str]
    now: datetime
    random: Random

    def message(self, learner: Learner) -> OutboxRow:
        """What this one reads."""
        return outbox.message(learner, self.reply(learner).as_json(), new_id(self.random), self.now)

    def reply(self, learner: Learner) -> Reply:
        """No phone rings in a pause. Names are not said aloud: who listens hears the same in other words."""
        shares = learner.id in self.shares
        arranged = [Text("handing_over.by", {"by": self.by})] if self.by != self.to else []
        sees = [Text("handing_over.sees", {"to": self.to})] if shares else []
        ways = ("counsellor", "settings") if shares else ("counsellor",)
        first, stays = (Text(f"handing_over.{what}", {"to": self.to}) for what in ("now", "stays"))
        return Reply(
            lines=paragraphs(first, *arranged, stays, *sees),
            buttons=tuple((command_button(way),) for way in ways),
            silent=learner.paused_until is not None and learner.paused_until > self.now,
            spoken=bool(learner.listens),
            aloud=((Text("handing_over.aloud"),), *(((Text("handing_over.aloud_sees"),),) if shares else ())),
        )


def hand_over(
    store: Store, learner_ids: Collection[str], by: Staff, to_id: str, now: datetime, random: Random
) -> HandedOver:
    """Give learners to a colleague, all or none. Those whom ``by`` may not see, or who are there already, stay.

    Args:
        store: where all is kept.
        learner_ids: the learners.
        by: who arranges it.
        to_id: the colleague.
        now: in UTC.
        random: for ids.

    Raises:
        Refused: the colleague is of another organisation, disabled, or works with no learners.
        Conflict: something changed meanwhile; nothing was written.
    """
    with store.writing() as session:
        to = handing_over.taker(session, by, to_id)
        going = handing_over.chosen(session, by, learner_ids, to.id, now)
        shares = consents.agreed(session, learner_ids, consent.SHARING)
        told = Told(to.name, by.name, shares, now, random)
        return handing_over.give(session, going, to, by, now, told.message)


def hand_over_all(store: Store, from_id: str, by: Staff, to_id: str, now: datetime, random: Random) -> HandedOver:
    """Give all learners of somebody who leaves to a colleague, with the links that nobody used yet, and the groups.

    Arguments and errors are those of ``hand_over``; ``by`` is the one who leaves, a lead or an administrator.
    """
    with store.writing() as session:
        to = handing_over.taker(session, by, to_id)
        going = handing_over.whole_caseload(session, by, from_id, to)
        going_along.what_else(session, from_id, to)
        shares = consents.agreed(session, [one.learner.id for one in going], consent.SHARING)
        told = Told(to.name, by.name, shares, now, random)
        return handing_over.give(session, going, to, by, now, told.message)


def missed(store: Store, learner: Learner, now: datetime, random: Random) -> Iterator[Base]:
    """What is to be kept when a learner is back who blocked the bot: they are told of their new counsellor now."""
    with store.reading() as session:
        found = handing_over.untold(session, learner.id)
        shares = consents.agreed(session, [learner.id], consent.SHARING) if found else set[str]()
    if found:
        noted, to, by = found
        told = Told(to, by, shares, now, random).message(learner)
        noted.ref = told.ref
        yield from (noted, told)
