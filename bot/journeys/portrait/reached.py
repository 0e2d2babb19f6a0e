"""What a learner shares beyond days and strengths: how units stand, what is hard, tips, what they aim at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.catalogue.guides import Unit
from bot.catalogue.targets import Job, Training
from bot.i18n import Content, Verbatim
from bot.journeys import aims
from bot.journeys.portrait.kept import Kept
from bot.journeys.portrait.practised import named
from bot.journeys.way import Way
from bot.learning import holding, path, progress
from bot.learning.holding import UnitRecall
from bot.learning.path import Step
from bot.learning.spelling import plain
from bot.store.tables import Learner

STAY_WITH_LEARNER = frozenset(
    {"discrimination_bullying", "hard_days", "sick_leave", "unemployment_benefit", "union_rights", "work_permit"}
)
"""Topics of tips that nobody else sees: that somebody read of their rights, papers or worries could be held against
them."""


@dataclass(frozen=True)
class UnitStanding:
    """A unit that was begun, and how it stands."""

    unit: Unit
    recall: UnitRecall


@dataclass(frozen=True)
class HardWord:
    """Words that were missed lately and are not held, and what they mean; not what was answered."""

    words: Verbatim
    meaning: Content


@dataclass(frozen=True)
class TopicRead:
    """A topic, and how many tips about it were read."""

    topic: str
    tips: int


@dataclass(frozen=True)
class Goal:
    """The target job, the part of its language that should be recalled today (0 to 1), and training for it."""

    job: Job
    retained: float
    training: tuple[Training, ...]


@dataclass(frozen=True)
class WayStep:
    """A unit on the way, and whether it is the next one to practise."""

    unit: Unit
    step: Step
    is_next: bool

    @property
    def is_under_way(self) -> bool:
        """Whether it was begun, or comes next."""
        return self.step.begun or self.is_next


@dataclass(frozen=True)
class InDetail:
    """What a learner shares who agreed to show more than days and strengths.

    Attributes:
        units: those begun, what is known best first.
        hard: what was missed most in the last 28 days, without the answers given.
        tips: the topics read, the most read first; without those that stay with the learner.
        goal: None without a target job.
        way: the units that lead to the target job, and those that a counsellor chose.
        level: which exercises they get.
    """

    units: tuple[UnitStanding, ...]
    hard: tuple[HardWord, ...]
    tips: tuple[TopicRead, ...]
    goal: Goal | None
    way: tuple[WayStep, ...]
    level: str


def in_detail(course: Course, learner: Learner, kept: Kept, tips: Sequence[str], way: Way, now: datetime) -> InDetail:
    """Return what a learner shares in detail.

    Args:
        course: what is published.
        learner: whose it is.
        kept: their practice.
        tips: ids of the tips that they were shown.
        way: the way to their target job.
        now: in UTC.
    """
    recall = holding.units(aims.possible(course, learner), kept.memories, now)
    hard = progress.hard(kept.attempts, kept.memories.values(), course.items, now)
    return InDetail(
        units=tuple(UnitStanding(course.units[one.unit], one) for one in recall if one.unit in course.units),
        hard=_hard(course, hard),
        tips=_topics(course, tips),
        goal=_goal(course, learner, kept, now),
        way=tuple(
            WayStep(course.units[one.unit], one, one == way.next) for one in way.steps if one.unit in course.units
        ),
        level=learner.level,
    )


def _hard(course: Course, keys: Sequence[str]) -> tuple[HardWord, ...]:
    """Of equal words the first: two exercises may ask for the same."""
    found: dict[str, HardWord] = {}
    for item in (course.items[key] for key in keys):
        word = HardWord(named(item), Content(f"{item.id}.meaning", item.body["meaning"]))
        found.setdefault(plain(word.words.text), word)
    return tuple(found.values())


def _topics(course: Course, tips: Sequence[str]) -> tuple[TopicRead, ...]:
    read = [course.all_tips[tip].topic for tip in dict.fromkeys(tips) if tip in course.all_tips]
    counted = Counter(topic for topic in read if topic not in STAY_WITH_LEARNER)
    return tuple(TopicRead(topic, number) for topic, number in counted.most_common())


def _goal(course: Course, learner: Learner, kept: Kept, now: datetime) -> Goal | None:
    job = aims.target_of(course, learner)
    if job is None:
        return None
    items = [item for item in aims.possible(course, learner) if item.unit in job.units]
    return Goal(job, path.known(items, kept.memories, now), course.training_for(job.id))
