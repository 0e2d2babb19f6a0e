"""What the anonymous report tells. Who publishes it need not look for what is too few: that is not in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.catalogue.guides import SkillField, Unit
from bot.journeys.anonymous.period import Period
from bot.learning.disclosure import Parts
from bot.store.steps import Kind


@dataclass(frozen=True)
class UnitShare:
    """A unit, and a part of something in whole percent."""

    unit: Unit
    percent: int


@dataclass(frozen=True)
class FieldCount:
    """A field of skills: how many people bring some, and of how many they lie unused. None is not told.

    What is used in every sector lies unused nowhere: ``everywhere``.
    """

    field: SkillField
    people: int
    unused: int | None

    @property
    def everywhere(self) -> bool:
        return self.field.sectors is None


@dataclass(frozen=True)
class Report:
    """What the learners of an organisation did in a period. None is not told: it was too few people.

    Attributes:
        period: its days.
        active: learners who answered something.
        newcomers: learners who enrolled.
        languages: the active ones by own language.
        sectors: by sector, those who chose none as SHARED.
        levels: by level.
        lessons: lessons ended.
        answers: answers graded.
        confirmed: missions that somebody at work confirmed.
        check_ins: answers to how it goes.
        practised: the units with the most answers, each with its part of all answers.
        hard: the units with the fewest right answers, each with the part that was right.
        topics: how many people read a tip, by topic, the most first.
        steps: how many people told of each kind of step.
        skills: what people said that they can already do, by field, the most first.
    """

    period: Period
    active: int | None
    newcomers: int | None
    languages: Parts | None
    sectors: Parts | None
    levels: Parts | None
    lessons: int | None
    answers: int | None
    confirmed: int | None
    check_ins: int | None
    practised: tuple[UnitShare, ...]
    hard: tuple[UnitShare, ...]
    topics: tuple[tuple[str, int], ...]
    steps: Mapping[Kind, int | None]
    skills: tuple[FieldCount, ...]
