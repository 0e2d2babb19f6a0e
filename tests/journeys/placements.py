"""Learners who find out which exercises fit, and what is kept of it."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from bot.catalogue.course import Course
from bot.learning.items import Item
from bot.learning.levels import LEVELS
from bot.store import Store, practice
from bot.store.tables import Learner, Lesson, Placement
from tests.fakes.learner import Walker
from tests.fakes.stores import add


def has_practised(store: Store, learner: Learner, lessons: int = 1) -> None:
    """So many lessons are over, long ago."""
    at = learner.created_at - timedelta(days=9)
    old = [
        Lesson(id=f"{learner.telegram_id}-{number}", learner_id=learner.id, plan=[], size=5, started_at=at, ended_at=at)
        for number in range(lessons)
    ]
    add(store, *old)


def highest_level(course: Course) -> str:
    """The highest level that the course has anything of: who misses nothing gets it."""
    return max({item.level for item in course.items.values()}, key=LEVELS.index)


async def begins(learner: Walker) -> None:
    """Find it in the settings, and begin."""
    if not practice.lessons_ended(learner.house.store, learner.record.id):
        has_practised(learner.house.store, learner.record)
    await learner.commands("settings")
    await learner.taps("placement.button.find")
    learner.shows("placement.ask")
    await learner.taps("placement.button.start")
    learner.shows("placement.begin")


def rows(store: Store, learner_id: str) -> Sequence[Placement]:
    with store.reading() as session:
        mine = select(Placement).where(Placement.learner_id == learner_id).order_by(Placement.at)
        return session.scalars(mine).all()


def mine(learner: Walker) -> Sequence[Placement]:
    return rows(learner.house.store, learner.record.id)


async def answers_all(learner: Walker, right: bool = True) -> list[Item]:
    asked = []
    while learner.record.expects == "practice":
        asked.append(await learner.answers(right))
    return asked
