"""What tests of a rehearsed interview do and look at."""

from bot.catalogue.targets import InterviewQuestion
from bot.journeys.rehearsal_step import PREFIX
from bot.store.skills import of
from bot.store.tables import SkillHeld
from tests.fakes.learner import Walker, plain, rows
from tests.fakes.stores import add

WALLS, PAINTING, LOADING, BICYCLES = (
    "skill.building.walls", "skill.building.painting", "skill.driving.loading", "skill.repairing.bicycles",
)  # fmt: skip
OWN = "schapen hoeden"
LONGEST_DATA = 64
"""Bytes of a button's data."""


def holds(learner: Walker, *cards: str, words: str = "") -> None:
    """The learner has taken these cards, in this order, and perhaps written something; words come first."""
    now, me = learner.house.clock(), learner.record.id
    own = [SkillHeld(id="k0", learner_id=me, words=words, source="words", at=now)] if words else []
    taken = [
        SkillHeld(id=f"k{n}", learner_id=me, skill_id=card, source="card", at=now)
        for n, card in enumerate(cards, start=1)
    ]
    add(learner.house.store, *own, *taken)


def drops(learner: Walker, skill_id: str) -> None:
    """The learner takes a card away, on another phone."""
    with learner.house.store.writing() as session:
        session.delete(next(one for one in of(learner.house.store, learner.record.id) if one.skill_id == skill_id))


def say(learner: Walker, skill_id: str) -> str:
    return learner.house.courses.current().skills[skill_id].say.text


def questions(learner: Walker) -> list[InterviewQuestion]:
    return [*learner.house.courses.current().interview.values()]


def label(learner: Walker, key: str, **values: int) -> str:
    return plain(learner.words(key, **values))


def named(learner: Walker, name: str) -> InterviewQuestion:
    return learner.house.courses.current().interview[f"{PREFIX}{name}"]


def without_answer(learner: Walker) -> list[InterviewQuestion]:
    return [one for one in questions(learner) if not one.answer]


async def begins(learner: Walker) -> None:
    await learner.commands("help")
    await learner.taps("skills.button.open")
    await learner.taps("rehearsal.button.open")


async def goes_through(learner: Walker) -> list[str]:
    """Say every sentence, to the end. Returns the messages with the questions, as they were asked."""
    asked = []
    while label(learner, "rehearsal.button.said") in learner.labels():
        asked.append(plain(learner.last["text"]))
        await learner.taps("rehearsal.button.said")
    return asked


def datas(learner: Walker) -> list[str]:
    return [button["callback_data"] for row in rows(learner.last) for button in row]
