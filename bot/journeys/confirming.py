"""A colleague confirms that a mission was done: by a link that works once, and shows nothing about the learner."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.i18n import Content, Text, Verbatim
from bot.journeys.reply import Reply
from bot.store import Store, entries, learners, missions
from bot.store.ids import new_id
from bot.store.tables import Mission


@dataclass(frozen=True)
class Task:
    """What a colleague is asked about.

    Attributes:
        words: what was to be done.
        say: what was to be said, in the target language.
        target: that language.
        confirmed: whether it was confirmed before.
        listens: whether the learner hears what they are told.
    """

    words: Content
    say: str
    target: str
    confirmed: bool
    listens: bool


def look(store: Store, code: str, now: datetime) -> Task | None:
    """What a link asks about; None when it leads nowhere, or is too old (``now`` is in UTC)."""
    mission = missions.by_link(store, code)
    if mission is None or not (mission.confirmed_at or missions.may_be_used(mission, now)):
        return None
    return _task(store, mission)


def confirm(store: Store, code: str, now: datetime, random: Random) -> bool:
    """Somebody confirms, and the learner is told. Returns False when the link is used, too old, or leads nowhere."""
    task = look(store, code, now)
    if task is None:
        return False
    words = Verbatim(task.say, bold=True, language=task.target)
    line = (Text("mission.confirmed", {"words": words}),)
    told = Reply(lines=(line,), menu=True, spoken=task.listens)
    return missions.confirm(store, code, now, new_id(random), told.as_json())


def _task(store: Store, mission: Mission) -> Task:
    row = entries.at(store, mission.item_id, mission.revision)
    if row is None:
        raise LookupError(f"{mission.item_id} has no revision {mission.revision}")
    body = row.body["body"]
    words = Content(f"{mission.item_id}.task", body["task"])
    confirmed, listens = mission.confirmed_at is not None, learners.listens(store, mission.learner_id)
    return Task(words, body["say"], row.body["target"], confirmed, listens)
