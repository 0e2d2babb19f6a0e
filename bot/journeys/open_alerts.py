"""Open alerts as a member of staff may see them: of learners whom they stand by, and as much as they may know."""

from dataclasses import dataclass
from datetime import datetime

from bot.safeguarding.escalation import everybody
from bot.safeguarding.sharing import shown_to
from bot.store import Store, alerts, ladders, learners
from bot.store.ladders import Ladders
from bot.store.tables import Alert, Learner, Staff


@dataclass(frozen=True)
class Seen:
    """An alert as somebody sees it: ``shows`` is its kind, or that a call is asked for."""

    alert: Alert
    learner: Learner
    shows: str


@dataclass(frozen=True)
class OpenAlerts:
    """The alerts that somebody sees, oldest first, and who stands by the learners."""

    seen: tuple[Seen, ...]
    ladders: Ladders


def seen_by(store: Store, member: Staff, now: datetime) -> OpenAlerts:
    """The open alerts that a member of staff may see now (in UTC)."""
    everything = alerts.all_open(store, member.organisation_id)
    found = ladders.of_all(store, [learner for _, learner in everything], now)
    theirs = ((alert, learner) for alert, learner in everything if _stands_by(found, member, learner))
    return OpenAlerts(tuple(Seen(alert, learner, _shown(found, member, alert)) for alert, learner in theirs), found)


def may_answer(store: Store, member: Staff, alert_id: str, now: datetime) -> Alert | None:
    """An alert, open or closed, if the member of staff stands by its learner."""
    alert = alerts.by_id(store, alert_id)
    learner = learners.by_id(store, alert.learner_id) if alert else None
    if learner is None or not _stands_by(ladders.of_all(store, [learner], now), member, learner):
        return None
    return alert


def _stands_by(found: Ladders, member: Staff, learner: Learner) -> bool:
    here = member.organisation_id == learner.organisation_id
    return here and (member.id in everybody(found.of(learner)) or _linked(found, member, learner.id))


def _shown(found: Ladders, member: Staff, alert: Alert) -> str:
    own = _linked(found, member, alert.learner_id)
    return shown_to(alert.shows, alert.flag, alert.shared_with, own)


def _linked(found: Ladders, member: Staff, learner_id: str) -> bool:
    """Whether the learner is in the caseload of this member of staff."""
    return member.id in found.links.get(learner_id, ())
