"""Choosing a target job, another one, or none."""

import pytest

from tests.fakes.course import retire
from tests.fakes.learner import Walker
from tests.journeys.paths import ROOFER, chooses, goal, job, opens, read


async def test_without_a_job_the_jobs_are_offered_as_picture_buttons(learner: Walker) -> None:
    await opens(learner)
    learner.shows("path.ask")
    jobs = learner.house.courses.current().jobs.values()
    named = [f"{one.picture} {read(learner, one.name)}" for one in jobs if one.sector == learner.record.sector]
    assert learner.labels() == [*named, learner.words("path.button.none")]
    assert len({*named}) == 5


async def test_a_job_is_offered_where_the_sector_was_chosen(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.job")
    await learner.taps("sector.button.unknown")
    await learner.taps("path.button.open")
    learner.shows("path.ask")


async def test_a_job_is_chosen_changed_and_taken_away(learner: Walker) -> None:
    await chooses(learner)
    learner.shows("path.chosen")
    assert goal(learner) == ROOFER
    await learner.commands("settings")
    assert read(learner, job(learner).name) in learner.text

    await learner.taps("path.button.open")
    await learner.taps("path.button.change")
    other = job(learner, "job.construction.painter")
    await learner.taps("path.job", picture=other.picture, name=other.name)
    assert goal(learner) == other.id

    await opens(learner)
    await learner.taps("path.button.change")
    await learner.taps("path.button.none")
    learner.shows("path.none")
    assert goal(learner) is None


async def test_another_sector_takes_its_job_away_but_not_knowing_yet_does_not(learner: Walker) -> None:
    retire(learner.house.store, learner.house.clock(), "sector", "care")
    learner.house.clock.forward(seconds=2)
    await chooses(learner)
    await learner.taps_once_more("sector:-:job-shared")
    assert goal(learner) == ROOFER
    await learner.taps_once_more("sector:-:job-care")
    assert goal(learner) is None
    assert learner.words("path.button.open") not in learner.labels()


@pytest.mark.parametrize("choice", ["take-construction.nobody", "practise-no.such.unit", "what", "show-me"])
async def test_old_and_foreign_buttons_do_no_harm(learner: Walker, choice: str) -> None:
    before = goal(learner)
    await learner.taps_once_more(f"path:-:{choice}")
    assert learner.new
    assert goal(learner) == before
    assert learner.record.expects != "practice"
