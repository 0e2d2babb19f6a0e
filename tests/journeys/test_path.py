"""The page of the way to a target job: its steps, training, and the one next step."""

import pytest

from bot.i18n import Content, Text
from tests.fakes.house import House
from tests.fakes.learner import Walker
from tests.journeys.by_ear import invited, with_words
from tests.journeys.paths import ROOFER, chooses, job, opens, read, unit


async def test_the_page_tells_each_step_and_one_next_step(learner: Walker) -> None:
    await chooses(learner)
    await learner.taps("path.button.open")
    learner.shows("path.head")
    for one in job(learner).units:
        assert read(learner, unit(learner, one).title) in learner.text
    gear = unit(learner, "construction.gear")
    told = [one for one in job(learner).units if read(learner, unit(learner, one).can_do) in learner.text]
    assert told == ["construction.gear"]
    assert learner.text.count(learner.words("path.known.none")) == 1
    assert read(learner, Text("path.next", {"unit": gear.title})) in learner.text
    assert learner.labels() == [learner.words("path.button.practise"), learner.words("path.button.change")]
    assert len(learner.new) == 1


async def test_training_stands_on_the_page_with_whom_to_ask(learner: Walker) -> None:
    await chooses(learner)
    await learner.taps("path.button.open")
    training = learner.house.courses.current().training_for(ROOFER)
    for one in training:
        assert one.name is not None
        assert read(learner, one.name) in learner.text
    assert "VDAB · 0800 30 700" in learner.text
    unchecked = [one for one in training if not one.sure]
    assert learner.text.count(learner.words("tip.ask_to_be_sure")) == len(unchecked) == 2


async def test_past_its_date_only_whom_to_ask_is_left(learner: Walker) -> None:
    await chooses(learner)
    learner.house.clock.forward(days=200)
    await learner.taps("path.button.open")
    [checked] = [one for one in learner.house.courses.current().training_for(ROOFER) if one.sure]
    assert checked.name is None
    learner.shows("path.training.ask")
    assert "Constructiv · https://www.constructiv.be" in learner.text
    assert (
        learner.house.catalogues.plain(
            Content("training.basic_safety.name", "Basisveiligheid voor de werf (8 uur)"), learner.language
        )
        not in learner.text
    )


async def test_a_lesson_begins_with_the_jobs_first_unit_and_the_page_shows_it_grow(learner: Walker) -> None:
    await chooses(learner)
    await learner.taps("menu.practise")
    assert learner.open_item()[0].unit == "construction.gear"
    await learner.finishes_lesson()
    await opens(learner)
    assert any(learner.pattern(f"path.known.{share}").search(learner.text) for share in ("little", "half"))
    assert "●" in learner.text


async def test_whoever_keeps_no_record_is_asked_for_it_first(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_once_more("path:-:show")
    newcomer.does_not_show("path.ask")


@pytest.mark.parametrize("language", ["nl", "ar"])
async def test_who_listens_hears_one_step_and_taps_pictures(home: House, language: str) -> None:
    listener = await invited(home, language)
    await listener.answers()
    for number in (2, 3, 4):
        await listener.does("tap", data=f"onboarding:{listener.record.asked}:notice-{number}")
    await listener.does("tap", data=f"consent:{listener.record.asked}:yes")
    await listener.taps_once_more("path:-:ask")
    await listener.taps_once_more("path:-:take-construction.roofer")
    home.heard.clear()
    await listener.taps_once_more("path:-:show")
    said = " ".join(sound.words for sounds in home.heard for sound in sounds)
    assert home.catalogues.aloud(unit(listener, "construction.gear").can_do, language) in said
    assert home.catalogues.aloud(unit(listener, "construction.height").can_do, language) not in said
    assert with_words(listener.last) == []
    await listener.taps_label("🎓")
    assert "VDAB" in listener.text
    await listener.taps_once_more("path:-:show")
    await listener.taps_label("👟")
    assert listener.open_item()[0].unit == "construction.gear"


async def test_the_page_fits_one_message_in_every_language_for_every_job(learner: Walker) -> None:
    catalogues, course = learner.house.catalogues, learner.house.courses.current()
    for one in course.jobs:
        learner.becomes(target_job=one)
        await opens(learner)
        assert len(learner.new) == 1, one
        for language in catalogues.languages:
            lines = [course.units[name] for name in course.jobs[one].units]
            words = "".join(catalogues.plain(each.title, language) for each in lines)
            assert len(words) < 2500, (one, language)


async def test_after_weeks_the_share_falls_and_an_answer_brings_it_back(learner: Walker) -> None:
    await chooses(learner)
    await learner.taps_once_more("path:-:practise-construction.signals")
    await learner.finishes_lesson()
    learner.house.clock.forward(days=1)
    await opens(learner)
    early = learner.text.count("●")
    learner.house.clock.forward(days=180)
    await opens(learner)
    assert learner.text.count("●") < early
