from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.items import Item
from bot.learning.levels import LEVELS
from bot.learning.placement import (
    FEWEST,
    MOST,
    Estimate,
    after_answer,
    beginning,
    chance,
    difficulty_after,
    difficulty_of_level,
    next_item,
)
from tests.learning.specimens import specimens


def item(key: str, level: str, kind: str = "choose_word") -> Item:
    return Item(key, kind, "u", "shared", level, int(key[1:]), 1, {})


COURSE = [item(f"i{place}", LEVELS[place // 12]) for place in range(48)]


def placed(ability: float, random: Random) -> Estimate:
    """How somebody of this ability is placed."""
    estimate, shown = beginning("A1"), list[str]()
    while not estimate.is_over:
        key = next_item(COURSE, {}, shown, estimate, reading=True)
        assert key is not None
        shown.append(key)
        difficulty = difficulty_of_level(next(one.level for one in COURSE if one.id == key))
        estimate = after_answer(estimate, difficulty, random.random() < chance(ability, difficulty))
    return estimate


def test_it_opens_with_the_easiest_item() -> None:
    assert next_item(COURSE, {"i7": -3.0}, [], beginning("B1"), reading=True) == "i7"


def test_it_goes_on_with_what_is_about_as_hard_as_the_learner_is_able() -> None:
    missed_one = Estimate(4.1, misses=1)
    assert next_item(COURSE, {}, ["i0"], missed_one, reading=True) == "i24"
    assert next_item(COURSE, {"i40": 4.1}, ["i0"], missed_one, reading=True) == "i40"


def test_while_nothing_was_missed_the_next_one_is_half_a_level_harder() -> None:
    assert next_item(COURSE, {"i40": 5.1}, ["i0"], Estimate(4.1), reading=True) == "i40"


def test_who_misses_nothing_reaches_the_top_from_the_bottom() -> None:
    estimate = beginning("pre-A1")
    shown: list[str] = []
    while not estimate.is_over:
        item = next_item(COURSE, {}, shown, estimate, reading=True)
        assert item is not None
        shown.append(item)
        level = next(one.level for one in COURSE if one.id == item)
        estimate = after_answer(estimate, difficulty_of_level(level), right=True)
    assert estimate.level == "B1"


def test_what_was_answered_before_is_asked_where_nothing_else_is_left() -> None:
    known = [f"i{place}" for place in range(36)]
    assert next_item(COURSE, {}, [], Estimate(2.0), reading=True, known=known) == "i0"
    assert next_item(COURSE, {}, ["i0"], Estimate(2.0), reading=True, known=known) == "i36"
    everything = [one.id for one in COURSE]
    assert next_item(COURSE, {}, ["i0"], Estimate(2.0), reading=True, known=everything) == "i12"


def test_it_is_not_all_about_one_unit() -> None:
    course = [replace(one, unit=f"u{one.position // 3}") for one in COURSE]
    shown = ["i0"]
    for _ in range(3):
        shown.append(next_item(course, {}, shown, Estimate(2.0), reading=True) or "")
    assert shown == ["i0", "i12", "i15", "i18"]


def test_who_reads_no_script_is_asked_nothing_that_must_be_read() -> None:
    [specimen, *_] = specimens("choose_picture")
    heard = replace(item("i99", "A1", "choose_picture"), body=specimen["body"])
    typed = [item(f"i{place}", "pre-A1", "type_word") for place in range(3)]
    assert next_item([*typed, heard], {}, [], beginning("A1"), reading=False) == "i99"
    assert next_item(typed, {}, [], beginning("A1"), reading=False) is None


@pytest.mark.parametrize("kind", ["meet", "mission", "type_word", "scene", "order_words"])
def test_only_what_is_tapped_in_one_step_is_asked(kind: str) -> None:
    assert next_item([item("i1", "A1", kind)], {}, [], beginning("A1"), reading=True) is None


def test_two_misses_lead_one_level_down() -> None:
    estimate = after_answer(beginning("A1"), 0.0, True)
    for _ in range(2):
        estimate = after_answer(estimate, 2.0, False)
    assert (estimate.is_over, estimate.level) == (True, "pre-A1")


def test_two_misses_end_it() -> None:
    estimate = beginning("pre-A1")
    for right in (True, False, False):
        assert not estimate.is_over
        estimate = after_answer(estimate, 0.0, right)
    assert estimate.is_over
    assert estimate.level == "pre-A1"


@given(st.floats(-4, 10), st.integers(0, 2**16))
def test_it_takes_six_to_ten_items_unless_two_were_missed(ability: float, seed: int) -> None:
    estimate = placed(ability, Random(seed))
    assert estimate.answers <= MOST
    assert estimate.answers >= FEWEST or estimate.misses == 2
    assert estimate.answers == MOST or estimate.misses > 0


def test_people_are_placed_near_their_level() -> None:
    for index, level in enumerate(LEVELS):
        found = [LEVELS.index(placed(difficulty_of_level(level), Random(seed)).level) for seed in range(200)]
        assert sum(abs(one - index) <= 1 for one in found) >= 180, (level, found)


@given(st.floats(-8, 8), st.floats(-8, 8), st.booleans(), st.integers(0, 500))
def test_an_answer_moves_learner_and_item_in_opposite_directions(
    ability: float, difficulty: float, right: bool, answers: int
) -> None:
    learner = after_answer(Estimate(ability, answers=answers), difficulty, right)
    moved = difficulty_after(difficulty, answers, ability, right)
    assert (learner.ability >= ability) == right or learner.ability == ability
    assert (moved <= difficulty) == right or moved == difficulty
    assert learner.error < Estimate(ability).error or learner.error == pytest.approx(Estimate(ability).error)
