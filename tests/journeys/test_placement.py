"""Which exercises fit: offered once, never forced, over after two misses or at most ten, and nobody is told a score."""

import re
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.journeys import consent
from bot.journeys.report import report
from bot.journeys.understanding import Understood
from bot.learning.hearing import needs_no_reading
from bot.learning.items import Item
from bot.learning.placement import FEWEST, MOST, difficulty_of_level
from bot.store import Store, entries, placements, practice
from bot.store.exporting import export
from bot.store.practice import Kind
from bot.store.tables import Consent, ItemDifficulty, Learner, Lesson, Placement
from tests.fakes.course import course_forms
from tests.fakes.desk import AMINA, BILAL, Desk
from tests.fakes.learner import Walker, plain
from tests.fakes.stores import add


def has_practised(store: Store, learner: Learner, lessons: int = 1) -> None:
    """So many lessons are over, long ago."""
    at = learner.created_at - timedelta(days=9)
    old = [
        Lesson(id=f"{learner.telegram_id}-{number}", learner_id=learner.id, plan=[], size=5, started_at=at, ended_at=at)
        for number in range(lessons)
    ]
    add(store, *old)


def set_level(learner: Walker, level: str) -> None:
    record = learner.record
    record.level = level
    add(learner.house.store, record)


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


async def test_nobody_begins_with_it(learner: Walker) -> None:
    await learner.commands("settings")
    assert plain(learner.words("placement.button.find")) not in learner.labels()
    await learner.taps_once_more("placement:-:start")
    running = practice.open_lesson(learner.house.store, learner.record.id)
    assert running is not None
    assert running.kind == Kind.LESSON
    assert mine(learner) == []


async def test_who_listens_is_asked_nothing_that_must_be_read(learner: Walker) -> None:
    record = learner.record
    record.listens = True
    add(learner.house.store, record)
    has_practised(learner.house.store, learner.record)
    await learner.taps_once_more("placement:-:start")
    asked = 0
    while learner.record.expects == "practice":
        assert needs_no_reading(learner.open_item()[0])
        await learner.answers()
        asked += 1
    assert asked > 0
    learner.shows("placement.next.pre-A1" if learner.record.level == "pre-A1" else "placement.next.A1")


async def test_it_is_not_on_offer_where_there_is_too_little_to_ask(learner: Walker) -> None:
    house = learner.house
    has_practised(house.store, learner.record, lessons=2)
    few = [form for form in course_forms() if form.kind != "item" or form.body["type"] in ("meet", "type_word")]
    entries.publish(house.store, few, house.clock())
    house.clock.forward(minutes=1)
    await learner.commands("settings")
    assert plain(learner.words("placement.button.find")) not in learner.labels()
    await learner.taps_once_more("placement:-:start")
    learner.shows("placement.next.pre-A1")
    assert learner.record.expects == "none"


async def test_it_opens_with_what_everybody_knows(learner: Walker) -> None:
    await begins(learner)
    item, _ = learner.open_item()
    assert item.level == "pre-A1"
    assert plain(learner.words("practice.button.stop")) in learner.labels()
    # How many are left is not known, and that it ended early shall not look like a failure.
    assert not re.search(r"\d/\d", learner.last["text"])


async def test_who_knows_all_gets_the_highest_level_there_is_and_no_score(learner: Walker) -> None:
    await begins(learner)
    asked = await answers_all(learner)
    assert FEWEST <= len(asked) <= MOST
    assert len({item.id for item in asked}) == len(asked)
    assert learner.record.level == "A1"
    learner.shows("placement.next.A1")
    assert not re.search(r"\d", plain(learner.last["text"]))
    assert learner.labels() == [plain(learner.words(key)) for key in ("menu.practise", "placement.button.easier")]
    [row] = mine(learner)
    assert (row.answers, row.misses, row.level) == (len(asked), 0, "A1")
    assert row.ended_at is not None


async def test_two_misses_are_enough_and_nothing_returns(learner: Walker) -> None:
    set_level(learner, "A1")
    await begins(learner)
    first, second = await answers_all(learner, right=False)
    learner.shows("placement.next.pre-A1")
    assert learner.record.level == "pre-A1"
    store = learner.house.store
    assert practice.attempted(store, learner.record.id) == {first.id, second.id}
    # They were asked too early: they stay new.
    assert practice.cards(store, learner.record.id) == []
    assert [row.misses for row in mine(learner)] == [2]


async def test_a_missed_safety_item_comes_back(learner: Walker) -> None:
    store, items = learner.house.store, learner.house.courses.current().items
    safety = next(key for key, item in items.items() if item.safety and item.type == "choose_word")
    add(store, ItemDifficulty(item_id=safety, difficulty=-9.0, answers=9))
    await begins(learner)
    missed = await learner.answers(right=False)
    assert missed.id == safety
    assert [card.item_id for card in practice.cards(store, learner.record.id)] == [safety]


async def test_what_was_known_is_remembered(learner: Walker) -> None:
    await begins(learner)
    asked = await answers_all(learner)
    cards = practice.cards(learner.house.store, learner.record.id)
    assert {card.item_id for card in cards} == {item.id for item in asked}


async def test_i_dont_know_is_a_miss(learner: Walker) -> None:
    await begins(learner)
    await learner.taps("practice.button.dont_know")
    learner.shows("practice.it_is")
    assert [(row.answers, row.misses) for row in mine(learner)] == [(1, 1)]


async def test_skipping_counts_neither_way_and_comes_to_an_end(learner: Walker) -> None:
    set_level(learner, "A1")
    await begins(learner)
    [before] = mine(learner)
    seen = []
    while learner.record.expects == "practice":
        seen.append(learner.open_item()[0].id)
        await learner.taps("practice.button.skip")
    assert len(seen) == len(set(seen)) == MOST
    [after] = mine(learner)
    assert (after.ability, after.error, after.answers) == (before.ability, before.error, 0)
    assert learner.record.level == "A1"
    learner.shows("placement.next.A1")


async def test_explain_leaves_the_item_open_with_the_way_out(learner: Walker) -> None:
    await begins(learner)
    item, _ = learner.open_item()
    await learner.taps("practice.button.explain")
    learner.shows("practice.meaning")
    assert learner.open_item()[0].id == item.id
    assert plain(learner.words("practice.button.stop")) in learner.labels()


async def test_stopping_keeps_what_is_known_so_far(learner: Walker) -> None:
    set_level(learner, "A1")
    await begins(learner)
    await learner.answers(right=False)
    _, showing = learner.open_item()
    await learner.taps("practice.button.stop")
    learner.shows("placement.next.pre-A1")
    assert (learner.record.level, learner.record.expects) == ("pre-A1", "none")
    [row] = mine(learner)
    assert (row.answers, row.level) == (1, "pre-A1")
    assert row.ended_at is not None
    await learner.taps_once_more(f"practice:{showing.id}:stop")
    assert learner.new == []
    assert practice.open_lesson(learner.house.store, learner.record.id) is None


async def test_stopping_at_once_changes_nothing(learner: Walker) -> None:
    set_level(learner, "A1")
    await begins(learner)
    await learner.taps("practice.button.stop")
    assert learner.record.level == "A1"
    assert [row.answers for row in mine(learner)] == [0]


async def test_a_double_tap_is_one_answer(learner: Walker) -> None:
    await begins(learner)
    item, showing = learner.open_item()
    data = f"practice:{showing.id}:{item.body['right']}"
    await learner.handset.act("tap", data=data)
    await learner.does("tap", data=data)
    assert [row.answers for row in mine(learner)] == [1]
    believed = placements.difficulty(learner.house.store, item.id)
    assert believed is not None
    assert believed.answers == 1


async def test_beginning_twice_is_beginning_once(learner: Walker) -> None:
    await begins(learner)
    item, _ = learner.open_item()
    await learner.taps_once_more("placement:-:start")
    assert learner.open_item()[0].id == item.id
    assert len(mine(learner)) == 1
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == item.id


async def test_it_may_be_taken_again_with_other_questions(learner: Walker) -> None:
    await begins(learner)
    before = {item.id for item in await answers_all(learner)}
    learner.house.clock.forward(days=1)
    await begins(learner)
    opening, *others = await answers_all(learner)
    assert opening.id in before
    assert before.isdisjoint(item.id for item in others)
    assert [row.level for row in mine(learner)] == ["A1", "A1"]


async def test_one_left_open_yesterday_begins_anew(learner: Walker) -> None:
    await begins(learner)
    await learner.answers()
    learner.house.clock.forward(days=1)
    await begins(learner)
    assert [(row.answers, row.ended_at) for row in mine(learner)] == [(1, None), (0, None)]
    await answers_all(learner)
    assert [row.ended_at is None for row in mine(learner)] == [True, False]


async def test_an_open_lesson_is_left_for_it(learner: Walker) -> None:
    has_practised(learner.house.store, learner.record)
    await learner.presses("menu.practise")
    _, showing = learner.open_item()
    await begins(learner)
    left = practice.lesson(learner.house.store, showing.lesson_id)
    assert left is not None
    assert left.ended_at is not None
    closed = practice.showing(learner.house.store, showing.id)
    assert closed is not None
    assert closed.closed_at is not None
    await answers_all(learner)
    assert practice.open_lesson(learner.house.store, learner.record.id) is None


async def test_an_item_that_is_retired_meanwhile_still_takes_its_answer(learner: Walker) -> None:
    await begins(learner)
    house, (item, _) = learner.house, learner.open_item()
    forms = [form for form in course_forms() if form.id != item.id]
    entries.publish(house.store, forms, house.clock())
    house.clock.forward(minutes=1)
    await learner.answers()
    learner.shows("practice.right")
    assert [row.answers for row in mine(learner)] == [1]
    asked = await answers_all(learner)
    assert item.id not in {one.id for one in asked}
    learner.shows("placement.next.A1")


async def test_the_learner_knows_better_and_two_taps_are_one(learner: Walker) -> None:
    await begins(learner)
    await answers_all(learner)
    easier = learner.last["markup"]["inline_keyboard"][1][0]["callback_data"]
    await learner.taps("placement.button.easier")
    learner.shows("practice.easier")
    assert learner.record.level == "pre-A1"
    await learner.taps_once_more(easier)
    assert learner.record.level == "pre-A1"


@pytest.mark.parametrize("data", ["placement:-:", "placement:-:foo", "placement:-:harder-C2", "placement:-:harder-B1"])
async def test_other_buttons_lead_somewhere(learner: Walker, data: str) -> None:
    level = learner.record.level
    await learner.taps_once_more(data)
    learner.shows("media.old_button")
    assert learner.record.level == level


async def test_it_is_offered_after_the_third_lesson_once_and_may_be_refused(learner: Walker) -> None:
    has_practised(learner.house.store, learner.record, lessons=2)
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.shows("placement.ask")
    learner.shows("placement.no_exam")
    learner.does_not_show("practice.more")
    level = learner.record.level
    await learner.taps("placement.button.later")
    learner.shows("placement.later")
    assert (learner.record.level, mine(learner)) == (level, [])
    learner.house.clock.forward(days=1)
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.does_not_show("placement.ask")
    learner.shows("practice.more")


async def test_who_did_it_already_is_not_asked(learner: Walker) -> None:
    has_practised(learner.house.store, learner.record, lessons=2)
    await begins(learner)
    await answers_all(learner)
    learner.house.clock.forward(days=1)
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.does_not_show("placement.ask")


async def test_a_placement_is_no_lesson_and_the_next_lesson_has_the_level(learner: Walker) -> None:
    await begins(learner)
    await answers_all(learner)
    assert practice.lessons_ended(learner.house.store, learner.record.id) == 1
    learner.house.clock.forward(minutes=5)
    await learner.taps("menu.practise")
    assert learner.open_item()[0].level == "A1"


async def test_it_can_be_taken_away_and_goes_with_the_learner(learner: Walker) -> None:
    await begins(learner)
    await answers_all(learner)
    document = export(learner.house.store, learner.handset.id)
    assert document is not None
    assert [one["level"] for one in document["placements"]] == ["A1"]
    learner_id = learner.record.id
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    assert rows(learner.house.store, learner_id) == []


async def test_counsellors_see_nothing_of_it(learner: Walker) -> None:
    house, record = learner.house, learner.record
    add(
        house.store,
        Consent(learner_id=record.id, kind=consent.SHARING, given=True, notice="test", at=house.clock()),
    )
    await begins(learner)
    await answers_all(learner)
    seen = report(house.store, house.courses.current(), record.organisation_id, house.clock())
    assert seen.learners[0].practised is not None
    with house.store.writing() as session:
        session.execute(update(Placement).values(ability=-9.0, misses=2, level="pre-A1"))
        session.execute(update(Learner).values(level="pre-A1"))
    assert report(house.store, house.courses.current(), record.organisation_id, house.clock()) == seen


async def placed(desk: Desk, chat_id: int = AMINA) -> Placement:
    """Somebody goes through all of it, and knows everything."""
    learner = desk.enrol(chat_id)
    has_practised(desk.store, learner)
    desk.taps("placement:-:start", chat_id)
    await desk.works()
    while desk.learner(chat_id).expects == "practice":
        desk.taps(desk.right_choice(chat_id), chat_id)
        await desk.works()
    [row] = rows(desk.store, learner.id)
    return row


async def test_it_is_kept_in_either_database(desk: Desk) -> None:
    row = await placed(desk)
    assert (row.level, row.misses, desk.learner().level) == ("A1", 0, "A1")
    assert FEWEST <= row.answers <= MOST
    asked = practice.attempted(desk.store, row.learner_id)
    assert {item for item in asked if placements.difficulty(desk.store, item)} == asked


async def test_first_answers_of_everybody_say_how_hard_an_item_is(desk: Desk) -> None:
    first = await placed(desk)
    [opening, *_] = practice.attempts(desk.store, first.learner_id)
    item = desk.courses.current().items[opening.item_id]
    once = placements.difficulty(desk.store, item.id)
    await placed(desk, BILAL)
    twice = placements.difficulty(desk.store, item.id)
    assert once is not None
    assert twice is not None
    assert (once.answers, twice.answers) == (1, 2)
    assert difficulty_of_level(item.level) > once.difficulty > twice.difficulty
    desk.clock.forward(days=1)
    desk.taps("placement:-:start")
    await desk.works()
    desk.taps(desk.right_choice())
    await desk.works()
    again = placements.difficulty(desk.store, item.id)
    assert again is not None
    assert (again.answers, again.difficulty) == (2, twice.difficulty)


class SomebodyElseAnswers:
    """A brain; between what it decides and what is kept, another process keeps its answer to every item."""

    def __init__(self, desk: Desk) -> None:
        self._brain, self._store = desk.brain, desk.store

    async def read(self, text: str) -> Understood:
        return await self._brain.read(text)

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        await self._brain.act(understood, expects, chat_id)
        with self._store.writing() as session:
            more = {"difficulty": ItemDifficulty.difficulty + 10, "answers": ItemDifficulty.answers + 1}
            session.execute(update(ItemDifficulty).values(more))


async def test_answers_at_the_same_time_all_count_and_no_turn_is_run_again(desk: Desk) -> None:
    item_id = practice.attempts(desk.store, (await placed(desk)).learner_id)[0].item_id
    before = placements.difficulty(desk.store, item_id)
    has_practised(desk.store, desk.enrol(BILAL))
    desk.taps("placement:-:start", BILAL)
    await desk.works()
    answer = desk.right_choice(BILAL)
    desk.brain = SomebodyElseAnswers(desk)
    desk.turns = desk.another_process()
    number = desk.taps(answer, BILAL)
    await desk.works()
    after = placements.difficulty(desk.store, item_id)
    assert before is not None
    assert after is not None
    assert after.answers == before.answers + 2
    # Once: a turn that was decided again would have let somebody else answer again.
    assert before.difficulty + 9 < after.difficulty < before.difficulty + 10
    assert desk.row(number).state == "done"
