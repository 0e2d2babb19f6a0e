"""The way to a target job: choosing one, the page, practising a step, and units that a counsellor chose."""

from random import Random

import pytest

from bot.catalogue.guides import Unit
from bot.catalogue.targets import Job
from bot.i18n import Content, Text
from bot.journeys import assigning
from bot.store import assigning as assigned
from bot.store import people, practice
from bot.store.people import Role
from bot.store.tables import Learner, WorkWord
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.fakes.stores import add
from tests.journeys.test_listening import invited, with_words

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


def text(learner: Walker) -> str:
    """Everything that was said since the last step."""
    return "\n".join(plain(message["text"]) for message in learner.new)


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


def keep(house: House, record: Learner) -> None:
    with house.store.writing() as session:
        session.add(record)


async def test_without_a_job_the_jobs_are_offered_as_picture_buttons(learner: Walker) -> None:
    await opens(learner)
    learner.shows("path.ask")
    jobs = learner.house.courses.current().jobs.values()
    named = [f"{one.picture} {read(learner, one.name)}" for one in jobs]
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
    assert read(learner, job(learner).name) in text(learner)

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
    await chooses(learner)
    await learner.taps_once_more("sector:-:job-shared")
    assert goal(learner) == ROOFER
    await learner.taps_once_more("sector:-:job-care")
    assert goal(learner) is None
    assert learner.words("path.button.open") not in learner.labels()


async def test_the_page_tells_each_step_and_one_next_step(learner: Walker) -> None:
    await chooses(learner)
    await learner.taps("path.button.open")
    learner.shows("path.head")
    for one in job(learner).units:
        assert read(learner, unit(learner, one).title) in text(learner)
        assert read(learner, unit(learner, one).can_do) in text(learner)
    assert text(learner).count(learner.words("path.known.none")) == len(job(learner).units)
    gear = unit(learner, "construction.gear")
    assert read(learner, Text("path.next", {"unit": gear.title})) in text(learner)
    assert learner.labels() == [learner.words("path.button.practise"), learner.words("path.button.change")]
    assert len(learner.new) == 1


async def test_training_stands_on_the_page_with_whom_to_ask(learner: Walker) -> None:
    await chooses(learner)
    await learner.taps("path.button.open")
    training = learner.house.courses.current().training_for(ROOFER)
    for one in training:
        assert one.name is not None
        assert read(learner, one.name) in text(learner)
    assert "VDAB · 0800 30 700" in text(learner)
    unchecked = [one for one in training if not one.sure]
    assert text(learner).count(learner.words("tip.ask_to_be_sure")) == len(unchecked) == 2


async def test_past_its_date_only_whom_to_ask_is_left(learner: Walker) -> None:
    await chooses(learner)
    learner.house.clock.forward(days=200)
    await learner.taps("path.button.open")
    [checked] = [one for one in learner.house.courses.current().training_for(ROOFER) if one.sure]
    assert checked.name is None
    learner.shows("path.training.ask")
    assert "Constructiv · https://www.constructiv.be" in text(learner)
    assert learner.house.catalogues.plain(
        Content("training.basic_safety.name", "Basisveiligheid voor de werf (8 uur)"), learner.language
    ) not in text(learner)


async def test_a_lesson_begins_with_the_jobs_first_unit_and_the_page_shows_it_grow(learner: Walker) -> None:
    await chooses(learner)
    await learner.taps("menu.practise")
    assert learner.open_item()[0].unit == "construction.gear"
    await learner.finishes_lesson()
    await opens(learner)
    assert any(learner.pattern(f"path.known.{share}").search(text(learner)) for share in ("little", "half"))
    assert "●" in text(learner)


async def test_the_next_step_is_practised_with_one_tap(learner: Walker) -> None:
    await chooses(learner, "job.construction.painter")
    await learner.taps("path.button.open")
    await learner.taps("path.button.practise")
    lesson = practice.open_lesson(learner.house.store, learner.record.id)
    assert lesson
    items = learner.house.courses.current().items
    assert {items[key].unit for key in (learner.open_item()[0].id, *lesson.plan)} == {"construction.tools"}


async def test_tapped_twice_it_goes_on_with_the_same_lesson(learner: Walker) -> None:
    for _ in range(2):
        await learner.taps_once_more("path:-:practise-construction.tools")
    item, showing = learner.open_item()
    lesson = practice.open_lesson(learner.house.store, learner.record.id)
    assert lesson
    assert showing.lesson_id == lesson.id
    assert {one.item_id for one in practice.showings(learner.house.store, lesson.id)} == {item.id}


async def test_an_open_lesson_is_put_aside_for_a_step(learner: Walker) -> None:
    await learner.presses("menu.practise")
    before, _ = learner.open_item()
    await learner.taps_once_more("path:-:practise-construction.tools")
    learner.shows("practice.left")
    assert learner.open_item()[0].unit == "construction.tools" != before.unit


async def test_what_was_all_just_practised_rests(learner: Walker) -> None:
    for _ in range(3):
        await learner.taps_once_more("path:-:practise-construction.signals")
        await learner.finishes_lesson()
    await learner.taps_once_more("path:-:practise-construction.signals")
    learner.shows("path.rests")


async def test_a_unit_that_a_counsellor_chose_is_told_and_comes_first(learner: Walker) -> None:
    await chooses(learner)
    assert await is_assigned(learner, "shared.phone")
    assert read(learner, Text("path.assigned", {"name": "Els", "unit": unit(learner, "shared.phone").title})) in text(
        learner
    )
    await opens(learner)
    assert learner.pattern("path.assigned").search(text(learner))
    assert text(learner).index(read(learner, unit(learner, "shared.phone").title)) < text(learner).index(
        read(learner, unit(learner, "construction.gear").title)
    )
    await learner.presses("menu.practise")
    assert learner.open_item()[0].unit == "shared.phone"


async def test_without_a_job_there_is_a_page_for_what_a_counsellor_chose(learner: Walker) -> None:
    await is_assigned(learner, "shared.phone")
    await opens(learner)
    learner.does_not_show("path.head")
    assert read(learner, unit(learner, "shared.phone").can_do) in text(learner)


async def test_an_assigned_unit_is_done_when_all_of_it_was_met(learner: Walker) -> None:
    await is_assigned(learner, "shared.phone")
    number = sum(one.unit == "shared.phone" for one in learner.house.courses.current().items.values())
    answered: set[str] = set()
    while len(answered) < number:
        [one] = assigned.of(learner.house.store, learner.record.id)
        assert one.done_at is None
        await learner.presses("menu.practise")
        while learner.record.expects == "practice":
            answered |= {item.id} if (item := await learner.answers()).unit == "shared.phone" else set()
    [one] = assigned.of(learner.house.store, learner.record.id)
    assert one.done_at is not None
    await opens(learner)
    learner.does_not_show("path.assigned")


async def test_what_was_taken_back_comes_first_no_more(learner: Walker) -> None:
    await is_assigned(learner, "shared.phone")
    assert assigned.take_back(learner.house.store, learner.record.id, "shared.phone")
    await learner.presses("menu.practise")
    assert learner.open_item()[0].unit != "shared.phone"


async def test_an_own_word_goes_before_everything_new(learner: Walker) -> None:
    made = WorkWord(id="w1", learner_id=learner.record.id, text="kraan", at=learner.house.clock(), state="made")
    items = learner.house.courses.current().items
    made.item_id = next(one.id for one in items.values() if one.unit == "construction.height")
    add(learner.house.store, made)
    await is_assigned(learner, "shared.phone")
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == made.item_id


async def test_whoever_keeps_no_record_is_asked_for_it_first(newcomer: Walker) -> None:
    await newcomer.commands("start")
    await newcomer.taps_once_more("path:-:show")
    newcomer.does_not_show("path.ask")


@pytest.mark.parametrize("choice", ["take-construction.nobody", "practise-no.such.unit", "what", "show-me"])
async def test_old_and_foreign_buttons_do_no_harm(learner: Walker, choice: str) -> None:
    before = goal(learner)
    await learner.taps_once_more(f"path:-:{choice}")
    assert learner.new
    assert goal(learner) == before
    assert learner.record.expects != "practice"


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
    assert "VDAB" in text(listener)
    await listener.taps_once_more("path:-:show")
    await listener.taps_label("👟")
    assert listener.open_item()[0].unit == "construction.gear"


async def test_the_page_fits_one_message_in_every_language_for_every_job(learner: Walker) -> None:
    catalogues, course = learner.house.catalogues, learner.house.courses.current()
    for one in course.jobs:
        record = learner.record
        record.target_job = one
        keep(learner.house, record)
        await opens(learner)
        assert len(learner.new) == 1, one
        for language in catalogues.languages:
            lines = [course.units[name] for name in course.jobs[one].units]
            words = "".join(catalogues.plain(part, language) for each in lines for part in (each.title, each.can_do))
            assert len(words) < 2500, (one, language)


async def test_after_weeks_the_share_falls_and_an_answer_brings_it_back(learner: Walker) -> None:
    await chooses(learner)
    await learner.taps_once_more("path:-:practise-construction.signals")
    await learner.finishes_lesson()
    learner.house.clock.forward(days=1)
    await opens(learner)
    early = text(learner).count("●")
    learner.house.clock.forward(days=180)
    await opens(learner)
    assert text(learner).count("●") < early
