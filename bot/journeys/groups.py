"""What a group did together, of those who share it with a counsellor; of the others only how many they are."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.catalogue.guides import Unit
from bot.journeys import aims, consent, lesson
from bot.learning import holding, together
from bot.learning.attempts import Attempt
from bot.learning.growth import MOST_WEEKS, WEEK
from bot.learning.holding import UnitRecall
from bot.learning.items import Grade, Item
from bot.learning.recall import Memory
from bot.learning.together import Week
from bot.store import Store, consents
from bot.store import together as kept
from bot.store.tables import Learner


@dataclass(frozen=True)
class UnitOfGroup:
    """A unit that somebody of the group began: how many began it, and for how many it holds."""

    unit: Unit
    begun: int
    held: int


@dataclass(frozen=True)
class Overview:
    """A group in figures, which name nobody.

    Attributes:
        sharing: how many share on which days they practise; the weeks are theirs.
        in_detail: how many of them share, too, how units stand and what is hard; the rest is theirs.
        to_themselves: how many keep all of it to themselves.
        weeks: the last 8, the present one last.
        units: those that somebody began, in the order of the course.
        hard: the items that many of at least five missed in the last four weeks.
    """

    sharing: int
    in_detail: int
    to_themselves: int
    weeks: tuple[Week, ...]
    units: tuple[UnitOfGroup, ...]
    hard: tuple[Item, ...]


def overview(store: Store, course: Course, members: Collection[Learner], now: datetime) -> Overview:
    """Return what the members of a group did together, until now (in UTC)."""
    sharing = consents.notices(store, [one.id for one in members], consent.SHARING)
    detailed = [one for one in members if sharing.get(one.id) in consent.TELL_IN_DETAIL]
    attempts = _attempts(store, sharing.keys(), now)
    hard = together.hard([attempts.get(one.id, ()) for one in detailed], course.items.keys(), now)
    return Overview(
        sharing=len(sharing),
        in_detail=len(detailed),
        to_themselves=len(members) - len(sharing),
        weeks=together.weeks(attempts.values(), now=now, zone=course.region.zone),
        units=_units(store, course, detailed, now),
        hard=tuple(course.items[key] for key in hard),
    )


def _units(store: Store, course: Course, learners: Collection[Learner], now: datetime) -> tuple[UnitOfGroup, ...]:
    memories = _memories(store, [one.id for one in learners])
    recalls = [_recalls(course, one, memories.get(one.id, {}), now) for one in learners]
    found = together.units(recalls, course.units)
    return tuple(UnitOfGroup(course.units[one.unit], one.begun, one.held) for one in found)


def _recalls(course: Course, learner: Learner, memories: Mapping[str, Memory], now: datetime) -> tuple[UnitRecall, ...]:
    begun = {course.items[key].unit for key in memories if key in course.items}
    return holding.units([item for item in aims.possible(course, learner) if item.unit in begun], memories, now)


def _attempts(store: Store, ids: Collection[str], now: datetime) -> Mapping[str, Sequence[Attempt]]:
    found: dict[str, list[Attempt]] = defaultdict(list)
    for row in kept.answers(store, ids, now - (MOST_WEEKS + 1) * WEEK):
        found[row.learner_id].append(Attempt(row.item_id, Grade(row.grade), row.at))
    return found


def _memories(store: Store, ids: Collection[str]) -> Mapping[str, Mapping[str, Memory]]:
    found: dict[str, dict[str, Memory]] = defaultdict(dict)
    for card in kept.cards(store, ids):
        found[card.learner_id][card.item_id] = lesson.memory(card)
    return found
