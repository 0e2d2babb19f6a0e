"""Lessons of ``tests/fakes/extra/work``: three missions, and a sentence to say aloud."""

from tests.fakes.course import publish_course
from tests.fakes.learner import Walker


async def begins_work(learner: Walker) -> None:
    """Open a lesson with those; the first mission is shown."""
    house = learner.house
    publish_course(house.store, house.clock(), extra="work")
    house.clock.forward(minutes=1)
    learner.becomes(level="A1")
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == "shared.extra_work.machine"


async def comes_to_saying(learner: Walker) -> None:
    """Open a lesson and leave the missions; the sentence is open."""
    await begins_work(learner)
    for _ in range(3):
        await learner.taps("practice.button.skip")
    assert learner.open_item()[0].type == "say_it"
