"""A counsellor chooses a unit for a learner, or for a group: who gets it is told by whom, and that it comes first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.catalogue.guides import Unit
from bot.i18n import Text
from bot.journeys import asked
from bot.journeys.reply import Reply, button, paragraphs
from bot.store import Store, assigning
from bot.store.ids import new_id
from bot.store.tables import Learner, Staff


@dataclass(frozen=True)
class Outcome:
    """For how many of a group a unit was chosen: who was told, who is not told in a pause, and who had it before."""

    told: int
    in_pause: int
    had_it: int


def assign(store: Store, learner: Learner, unit: Unit, staff: Staff, now: datetime, random: Random) -> bool:
    """Choose a unit for a learner, and tell them. Returns False when it was chosen before.

    Raises:
        Conflict: the learner's record changed meanwhile; nothing was written.
    """
    told = _told(learner, unit, staff).as_json()
    return assigning.assign(store, learner.id, unit.id, staff.id, now, new_id(random), told)


def assign_all(
    store: Store, learners: Iterable[Learner], unit: Unit, staff: Staff, now: datetime, random: Random
) -> Outcome:
    """Choose a unit for several learners, one after the other; who has it is passed by.

    No phone rings in a pause: who pauses finds the unit first when they come back.

    Raises:
        Conflict: a learner's record changed meanwhile. What was chosen before stays; begun again, it goes on.
    """
    found = Counter(_give(store, learner, unit, staff, now, random) for learner in learners)
    return Outcome(told=found["told"], in_pause=found["in_pause"], had_it=found["had_it"])


def _give(store: Store, learner: Learner, unit: Unit, staff: Staff, now: datetime, random: Random) -> str:
    """Choose a unit for a learner of a group. Returns what came of it, as a field of Outcome."""
    pauses = learner.paused_until is not None and learner.paused_until > now
    words = None if pauses else _told(learner, unit, staff).as_json()
    new = assigning.assign(store, learner.id, unit.id, staff.id, now, new_id(random), words)
    return ("in_pause" if pauses else "told") if new else "had_it"


def _told(learner: Learner, unit: Unit, staff: Staff) -> Reply:
    why = Text("path.assigned", {"name": staff.name, "unit": unit.title})
    practise = button("path.button.practise", "path", asked.NO_MESSAGE, f"practise-{unit.id}")
    return Reply(lines=paragraphs(why, unit.can_do), buttons=((practise,),), spoken=learner.listens)
