"""Lives: how somebody practised for months, in real lessons, to be lived by many learners at other times."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bot.catalogue.course import Course
from bot.journeys.demo.days import moments
from bot.journeys.demo.people import Habit
from bot.journeys.demo.practising import Practice
from bot.store.tables import Base, Card, Learner

Row = dict[str, Any]

ATTEMPTS = 200
"""A life ends with the lesson in which so many are reached."""

WEEKS = 60
"""In so many even who practises once a week, and not always, gets there."""

DAYS = ("024", "024", "024", "13", "135", "01234", "01234", "0123456", "56", "2")
HOURS = ("07:00", "12:00", "16:00", "18:00", "18:00", "20:00", "20:00")
LEVELS = ("pre-A1", "pre-A1", "A1", "A1", "A2")

WEEK = timedelta(weeks=1)
MISSION = "mission"


@dataclass(frozen=True)
class Life:
    """What one learner practised, as rows that nobody owns yet.

    Attributes:
        sector, level: for whom it is.
        days, at: when they practise, as it is kept with the learner.
        began, ended: the first lesson's beginning and the last one's end, less than a week before the world's now.
        lessons: the rows of each lesson, in the order in which they were kept: the lesson, showings, attempts.
        cards: what is remembered at the end.
        missions: the missions that were taken on: the item, its revision, and when.
    """

    sector: str
    level: str
    days: str
    at: str
    began: datetime
    ended: datetime
    lessons: tuple[tuple[tuple[type[Base], Row], ...], ...]
    cards: tuple[tuple[type[Base], Row], ...]
    missions: tuple[tuple[str, int, datetime], ...]


def live(course: Course, now: datetime, random: Random, attempts: int = ATTEMPTS) -> Life:
    """Practise as often as it takes, with the program's own choice of items, its grading and its memory."""
    habit = Habit(random.choice(DAYS), random.choice(HOURS), weeks=WEEKS, faithful=random.uniform(0.6, 1))
    sectors = [sector.id for sector in course.region.sectors]
    learner = Learner(id="", sector=random.choice(sectors), level=random.choice(LEVELS))
    practice = Practice(learner, course, random.uniform(0.4, 0.85), random)
    for moment in moments(habit, now, course.region.zone, random):
        practice.lesson(moment)
        if len(practice.attempts) >= attempts:
            break
    return _life(practice, habit, now)


def moved(row: Row, later: timedelta) -> Row:
    """A row that happened so much later."""
    return {key: value + later if isinstance(value, datetime) else value for key, value in row.items()}


def _life(practice: Practice, habit: Habit, now: datetime) -> Life:
    """A practice that ends in the last week: moved by whole weeks, so that weekdays stay what they are."""
    ended = practice.attempts[-1].at
    later = (now - ended) // WEEK * WEEK
    return Life(
        sector=str(practice.learner.sector),
        level=practice.learner.level,
        days=habit.days,
        at=habit.at,
        began=practice.lessons[0].started_at + later,
        ended=ended + later,
        lessons=tuple(tuple(_kept(row, later) for row in rows) for rows in _by_lesson(practice)),
        cards=tuple(_kept(card, later) for card in practice.rows()[0] if isinstance(card, Card)),
        missions=tuple(_missions(practice, later)),
    )


def _by_lesson(practice: Practice) -> Iterator[list[Base]]:
    attempts = {attempt.showing_id: attempt for attempt in practice.attempts}
    for lesson in practice.lessons:
        showings = [showing for showing in practice.showings if showing.lesson_id == lesson.id]
        yield [lesson, *showings, *(attempts[one.id] for one in showings if one.id in attempts)]


def _missions(practice: Practice, later: timedelta) -> Iterator[tuple[str, int, datetime]]:
    met: set[str] = set()
    for showing in practice.showings:
        if practice.course.items[showing.item_id].type == MISSION and showing.item_id not in met:
            met.add(showing.item_id)
            yield showing.item_id, showing.revision, (showing.closed_at or showing.shown_at) + later


def _kept(row: Base, later: timedelta) -> tuple[type[Base], Row]:
    """What was set of a row; the rest is left to the defaults of its table."""
    return type(row), moved({key: value for key, value in vars(row).items() if not key.startswith("_")}, later)
