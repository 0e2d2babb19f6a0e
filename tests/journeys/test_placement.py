"""Which exercises fit: over after two misses or at most ten, and nobody is told a score."""

import re

from bot.learning.hearing import needs_no_reading
from bot.learning.levels import LEVELS
from bot.learning.placement import MOST
from bot.store import practice
from bot.store.tables import ItemDifficulty
from tests.fakes.learner import Walker, plain
from tests.fakes.stores import add
from tests.journeys.placements import answers_all, begins, has_practised, highest_level, mine


async def test_who_listens_is_asked_nothing_that_must_be_read(learner: Walker) -> None:
    learner.becomes(listens=True)
    has_practised(learner.house.store, learner.record)
    await learner.taps_once_more("placement:-:start")
    asked = 0
    while learner.record.expects == "practice":
        assert needs_no_reading(learner.open_item()[0])
        await learner.answers()
        asked += 1
    assert asked > 0
    learner.shows(f"placement.next.{learner.record.level}")


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
    assert len({item.id for item in asked}) == len(asked) == MOST
    highest = highest_level(learner.house.courses.current())
    assert learner.record.level == highest
    learner.shows(f"placement.next.{highest}")
    assert not re.search(r"\d", plain(learner.last["text"]))
    assert learner.labels() == [plain(learner.words(key)) for key in ("menu.practise", "placement.button.easier")]
    [row] = mine(learner)
    assert (row.answers, row.misses, row.level) == (len(asked), 0, highest)
    assert row.ended_at is not None


async def test_two_misses_are_enough_and_nothing_returns(learner: Walker) -> None:
    learner.becomes(level="A1")
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
    learner.becomes(level="A1")
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
    learner.becomes(level="A1")
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
    learner.becomes(level="A1")
    await begins(learner)
    await learner.taps("practice.button.stop")
    assert learner.record.level == "A1"
    assert [row.answers for row in mine(learner)] == [0]


async def test_the_learner_knows_better_and_two_taps_are_one(learner: Walker) -> None:
    await begins(learner)
    await answers_all(learner)
    easier = learner.last["markup"]["inline_keyboard"][1][0]["callback_data"]
    one_down = LEVELS[LEVELS.index(learner.record.level) - 1]
    await learner.taps("placement.button.easier")
    learner.shows("practice.easier")
    assert learner.record.level == one_down
    await learner.taps_once_more(easier)
    assert learner.record.level == one_down
