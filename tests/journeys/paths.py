"""Learners on the way to a target job."""

from random import Random

from bot.catalogue.guides import Unit
from bot.catalogue.targets import Job
from bot.i18n import Content, Text
from bot.journeys import assigning
from bot.store import people
from bot.store.people import Role
from tests.fakes.learner import Walker, plain

ROOFER = "job.construction.roofer"


def job(learner: Walker, job_id: str = ROOFER) -> Job:
    return learner.house.courses.current().jobs[job_id]


def unit(learner: Walker, unit_id: str) -> Unit:
    return learner.house.courses.current().units[unit_id]


def goal(learner: Walker) -> str | None:
    return learner.record.target_job


def read(learner: Walker, words: Content | Text) -> str:
    """Words as this learner reads them."""
    return plain(learner.house.catalogues.plain(words, learner.language))


async def opens(learner: Walker) -> None:
    await learner.presses("menu.progress")
    await learner.taps("path.button.open")


async def chooses(learner: Walker, job_id: str = ROOFER) -> None:
    await opens(learner)
    found = job(learner, job_id)
    await learner.taps("path.job", picture=found.picture, name=found.name)


async def is_assigned(learner: Walker, unit_id: str, email: str = "els@example.org", name: str = "Els") -> bool:
    house = learner.house
    there = {one.email: one for one in people.staff(house.store)}
    staff = there.get(email) or people.add_staff(house.store, name, email, Role.COUNSELLOR, house.clock(), Random(1))
    done = assigning.assign(
        house.store, learner.record, unit(learner, unit_id), staff, house.clock(), Random(len(email + unit_id))
    )
    await learner.waits_for(house.work())
    return done
