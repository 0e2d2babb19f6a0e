"""Words of a workplace begin the next lesson of its team, and reach nobody else."""

import pytest

from bot.journeys.workplace import approving, writing
from bot.journeys.workplace.approving import Decision
from bot.journeys.workplace.team import course_of
from bot.journeys.workplace.writing import Written
from bot.learning.items import item_types
from bot.store import practice
from bot.store.tables import Caseload
from tests.fakes.desk import AMINA, BILAL, Desk
from tests.fakes.stores import BEGINNING, add
from tests.fakes.workplaces import DEPOT, OTHER, ROWS, People, approved, now_of, people, photo, published, written


@pytest.fixture
def who(desk: Desk) -> People:
    return people(desk.store)


def joins(desk: Desk, chat_id: int, team: str | None) -> None:
    desk.enrol(chat_id)
    desk.changes(desk.learner(chat_id), lambda learner: setattr(learner, "team_id", team))


def plan(desk: Desk, chat_id: int) -> list[str]:
    """What a learner's lesson shows and will show."""
    lesson = practice.open_lesson(desk.store, desk.learner(chat_id).id)
    assert lesson is not None
    return [*(one.item_id for one in practice.showings(desk.store, lesson.id)), *lesson.plan]


async def begins(desk: Desk, chat_id: int) -> list[str]:
    desk.clock.forward(seconds=2)
    desk.says("/practise", chat_id)
    await desk.works()
    return plan(desk, chat_id)


async def test_the_next_lesson_of_the_team_begins_with_the_words(desk: Desk, who: People) -> None:
    joins(desk, AMINA, DEPOT)
    joins(desk, BILAL, OTHER)
    page = published(desk.store, desk.courses.current(), who)
    mine, others = await begins(desk, AMINA), await begins(desk, BILAL)
    assert all(one.startswith(f"workplace.{page.id}.") for one in mine)
    assert mine[0].endswith("_meet")
    assert not any("workplace" in one for one in others)
    assert not any("workplace" in one for one in desk.courses.current().items)


async def test_the_team_of_the_counsellor_counts_for_who_is_in_none(desk: Desk, who: People) -> None:
    joins(desk, AMINA, None)
    add(desk.store, Caseload(staff_id="lien", learner_id=desk.learner().id, since=BEGINNING))
    published(desk.store, desk.courses.current(), who)
    assert all(one.startswith("workplace.") for one in await begins(desk, AMINA))


async def test_who_changes_team_is_asked_no_more(desk: Desk, who: People) -> None:
    joins(desk, AMINA, DEPOT)
    published(desk.store, desk.courses.current(), who)
    await desk.practises()
    desk.taps(desk.right_choice())
    await desk.works()
    kept = {card.item_id for card in practice.cards(desk.store, desk.learner().id)}
    desk.changes(desk.learner(), lambda learner: setattr(learner, "team_id", OTHER))
    course = course_of(desk.store, desk.courses.current(), desk.learner())
    assert kept
    assert not kept & course.items.keys()
    desk.says("/practise")
    await desk.works()
    desk.taps(f"practice:{desk.learner().asked}:skip")
    await desk.works()
    assert desk.learner().asked
    assert kept == {card.item_id for card in practice.cards(desk.store, desk.learner().id)}


def test_only_the_own_team_finds_its_words(desk: Desk, who: People) -> None:
    published(desk.store, desk.courses.current(), who)
    desk.clock.forward(seconds=2)
    course = desk.courses.current()
    found = course.of_team(DEPOT).words.find("heftruck")
    assert found is not None
    assert found.sector == "workplace"
    assert course.of_team(OTHER) is course
    other = course.words.find("heftruck")
    assert other is None or other.sector != "workplace"


def test_every_item_obeys_its_type_and_is_about_its_word(desk: Desk, who: People) -> None:
    rows = [*ROWS[:3], Written(9, "Zet het pallet daar neer, naast de muur.", "plaats het bij de muur", "", photo())]
    page = published(desk.store, desk.courses.current(), who, rows)
    desk.clock.forward(seconds=2)
    course = desk.courses.current().of_team(DEPOT)
    items = [course.items[one] for one in course.own_words]
    assert all(not [*item_types()[item.type].problems(item.body, item.level)] for item in items)
    assert sorted(item.type for item in items) == [*["choose_word"] * 3, "match_pairs", *["meet"] * 4]
    assert {item.word for item in items if item.type == "choose_word"} <= course.own_words
    [pictured] = [item for item in items if item.body.get("image")]
    assert pictured.body["image"] in course.images
    assert course.units[f"workplace.{page.id}"].title.source == "Het magazijn"


def test_fewer_than_three_words_are_met_only(desk: Desk, who: People) -> None:
    published(desk.store, desk.courses.current(), who, ROWS[:2])
    desk.clock.forward(seconds=2)
    course = desk.courses.current().of_team(DEPOT)
    assert {course.items[one].type for one in course.own_words} == {"meet"}


async def test_a_change_retires_what_went_and_keeps_what_stayed(desk: Desk, who: People) -> None:
    joins(desk, AMINA, DEPOT)
    page = published(desk.store, desk.courses.current(), who)
    desk.clock.forward(seconds=2)
    before = desk.courses.current().of_team(DEPOT).own_words
    assert writing.open_again(desk.store, who.counsellor, page.id, now_of(desk.store, page).version, BEGINNING)
    desk.clock.forward(seconds=2)
    assert desk.courses.current().of_team(DEPOT).own_words == before
    rows = [ROWS[0], Written(2, "het pallet", "houten bord"), Written(3, "de kraan", "tilt hoge dingen"), ROWS[3]]
    written(desk.store, who.counsellor, page, rows)
    assert approved(desk.store, desk.courses.current(), who.coordinator, page) is Decision.DONE
    desk.clock.forward(seconds=2)
    course = desk.courses.current().of_team(DEPOT)
    met = {course.items[one].body["word"]: course.items[one] for one in course.own_words if one.endswith("_meet")}
    assert {*met} == {"de heftruck", "het pallet", "de kraan", "Zet de motor uit."}
    assert (met["de heftruck"].revision, met["het pallet"].revision, met["de kraan"].revision) == (1, 2, 1)
    assert met["de kraan"].id not in before
    assert {met["de heftruck"].id, met["het pallet"].id} <= before
    assert [one for one in await begins(desk, AMINA) if one.startswith("workplace.")]


async def test_withdrawn_words_are_asked_no_more(desk: Desk, who: People) -> None:
    joins(desk, AMINA, DEPOT)
    page = published(desk.store, desk.courses.current(), who)
    version = now_of(desk.store, page).version
    assert approving.withdraw(desk.store, who.coordinator, page.id, version, BEGINNING) is Decision.DONE
    assert not any(one.startswith("workplace.") for one in await begins(desk, AMINA))


def test_pages_of_two_teams_stay_apart(desk: Desk, who: People) -> None:
    first = published(desk.store, desk.courses.current(), who)
    second = published(desk.store, desk.courses.current(), who, ROWS[:3], OTHER, seed=2)
    desk.clock.forward(seconds=2)
    course = desk.courses.current()
    for team, page in ((DEPOT, first), (OTHER, second)):
        assert {one.rpartition(".")[0] for one in course.of_team(team).own_words} == {f"workplace.{page.id}"}
