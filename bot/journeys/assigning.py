"""A counsellor chooses a unit for a learner, who is told by whom, and that it comes first."""

from datetime import datetime
from random import Random

from bot.catalogue.guides import Unit
from bot.i18n import Text
from bot.journeys import asked
from bot.journeys.reply import Reply, button, paragraphs
from bot.store import Store, assigning
from bot.store.ids import new_id
from bot.store.tables import Learner, Staff


def assign(store: Store, learner: Learner, unit: Unit, staff: Staff, now: datetime, random: Random) -> bool:
    """Choose a unit for a learner, and tell them. Returns False when it was chosen before.

    Raises:
        Conflict: the learner's record changed meanwhile; nothing was written.
    """
    told = _told(learner, unit, staff).as_json()
    return assigning.assign(store, learner.id, unit.id, staff.id, now, new_id(random), told)


def _told(learner: Learner, unit: Unit, staff: Staff) -> Reply:
    why = Text("path.assigned", {"name": staff.name, "unit": unit.title})
    practise = button("path.button.practise", "path", asked.NO_MESSAGE, f"practise-{unit.id}")
    return Reply(lines=paragraphs(why, unit.can_do), buttons=((practise,),), spoken=learner.listens)
