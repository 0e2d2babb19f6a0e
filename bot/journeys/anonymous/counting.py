"""Counting a period: what is fewer than five people, or would give that away, is not told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.catalogue.course import Course
from bot.journeys.anonymous import asked
from bot.journeys.anonymous.found import FieldCount, Report, UnitShare
from bot.journeys.anonymous.period import Period
from bot.learning.disclosure import Parts, part, parts, people
from bot.learning.syllabus import SHARED
from bot.store import Store
from bot.store.steps import Kind
from bot.store.tallies.counted import count
from bot.store.tallies.practice import Answers, Profile, Tally
from bot.store.tallies.told import Bringing

MOST_UNITS = 8


def report(store: Store, course: Course, organisation_id: str, period: Period) -> Report:
    """Return the report of an organisation on a period: all its learners who keep a record, sharing it or not."""
    counted = count(store, asked.scope(organisation_id, period, course.region.zone), asked.keys(course))
    active, units = counted.active, [one for one in counted.units if one.unit in course.units]
    return Report(
        period=period,
        active=people(sum(one.people for one in active)),
        newcomers=people(counted.newcomers),
        languages=_by(active, [one.language for one in active]),
        sectors=_by(active, [one.sector or SHARED for one in active]),
        levels=_by(active, [one.level for one in active]),
        lessons=_times(counted.lessons),
        answers=_times(counted.answers),
        confirmed=_times(counted.confirmed),
        check_ins=_times(counted.check_ins),
        practised=_practised(units, course),
        hard=_hard(units, course),
        topics=_topics(counted.topics),
        steps={kind: people(counted.steps.get(kind.value, 0)) for kind in Kind},
        skills=_skills(counted.skills, course),
    )


def _by(profiles: Sequence[Profile], keys: Iterable[str]) -> Parts | None:
    counts = Counter[str]()
    for key, one in zip(keys, profiles, strict=True):
        counts[key] += one.people
    return parts(counts)


def _times(tally: Tally) -> int | None:
    """How often something happened, if it did to enough people."""
    return None if people(tally.people) is None else tally.times


def _practised(units: Sequence[Answers], course: Course) -> tuple[UnitShare, ...]:
    all_answers = sum(one.times for one in units)
    most_first = sorted(_enough(units), key=lambda one: (-one.times, one.unit))
    return tuple(_share(course, one, one.times, all_answers) for one in most_first[:MOST_UNITS])


def _hard(units: Sequence[Answers], course: Course) -> tuple[UnitShare, ...]:
    # Where nobody was right, or everybody, it would be known of each.
    mixed = [one for one in _enough(units) if 0 < one.right < one.times]
    hardest_first = sorted(mixed, key=lambda one: (one.right / one.times, one.unit))
    return tuple(_share(course, one, one.right, one.times) for one in hardest_first[:MOST_UNITS])


def _enough(units: Sequence[Answers]) -> list[Answers]:
    return [one for one in units if people(one.people) is not None]


def _share(course: Course, one: Answers, number: int, whole: int) -> UnitShare:
    return UnitShare(course.units[one.unit], round(100 * number / whole))


def _topics(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    told_of = [(topic, number) for topic, number in counts.items() if people(number) is not None]
    return tuple(sorted(told_of, key=lambda one: (-one[1], one[0])))


def _skills(brought: Sequence[Bringing], course: Course) -> tuple[FieldCount, ...]:
    enough = [one for one in brought if one.field in course.skill_fields and people(one.people) is not None]
    most_first = sorted(enough, key=lambda one: (-one.people, one.field))
    return tuple(
        FieldCount(course.skill_fields[one.field], one.people, part(one.unused, one.people)) for one in most_first
    )
