"""What is kept of a learner's practice, as far as the page of one learner needs it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from bot.journeys import lesson
from bot.learning.attempts import Attempt
from bot.learning.growth import WEEK
from bot.learning.items import Grade
from bot.learning.recall import Memory
from bot.store import Store, practice, together

WEEKS = 12
"""So many weeks are drawn."""


@dataclass(frozen=True)
class Kept:
    """What a learner practised.

    Attributes:
        attempts: those of the last weeks, without what was answered.
        memories: all, by item id.
        met: ids of the items that were seen.
    """

    attempts: Sequence[Attempt]
    memories: Mapping[str, Memory]
    met: Set[str]


def read(store: Store, learner_id: str, now: datetime) -> Kept:
    """Read it, in as many questions to the store whatever was practised."""
    answers = together.answers(store, [learner_id], now - WEEKS * WEEK)
    return Kept(
        attempts=[Attempt(one.item_id, Grade(one.grade), one.at) for one in answers],
        memories={card.item_id: lesson.memory(card) for card in practice.cards(store, learner_id)},
        met=practice.met(store, learner_id),
    )
