from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from functools import cache
from random import Random
from typing import Any

import pytest

from bot.journeys.demo.answering import ways
from bot.learning import recall
from bot.learning.choosing import plan_lesson
from bot.learning.hearing import MOST, needs_no_reading, order_by_ear
from bot.learning.items import Item, Question, item_types
from bot.learning.recall import Memory
from tests.fakes.course import course_forms
from tests.learning.courses import NOW
from tests.learning.specimens import specimens

LEFT_OUT = {"listen_type", "type_word", "type_gap", "order_words"}
"""What is written, or put together from pieces that must be read."""

DAYS = 20


def of(name: str, place: int, body: dict[str, object]) -> Item:
    return Item(f"shared.hear.{name}_{place}", name, "hear", "shared", "A1", place, 1, body)


EVERYTHING = [of(name, place, one["body"]) for name in item_types() for place, one in enumerate(specimens(name))]


@cache
def course() -> list[Item]:
    """The items of the project's own course."""
    forms = [form for form in course_forms() if form.kind == "item"]
    named = ("type", "unit", "sector", "level", "body")
    return [
        Item(id=form.id, position=place, revision=1, **{name: form.body[name] for name in named})
        for place, form in enumerate(forms)
    ]


def questions(item: Item, order: list[str]) -> Iterator[Question]:
    """Each question of an item, on every way to an end."""
    kind = item_types()[item.type]
    for steps, _ in ways(item, order):
        for count in range(len(steps)):
            yield kind.question(item.body, order, steps[:count])


def with_four(name: str) -> Item:
    """An item of a type, with four to choose from."""
    body: dict[str, Any] = deepcopy(specimens(name)[0]["body"])
    for holder in body["questions"].values() if name == "read_document" else [body]:
        choices = holder["pairs" if name == "match_pairs" else "options"]
        added = {field: f"{value}?" for field, value in next(iter(choices.values())).items() if field != "reason"}
        while len(choices) <= MOST:
            choices[f"added{len(choices)}"] = {**added, "reason": "Dat past hier niet."}
    return of(name, 4, body)


def test_what_is_typed_or_put_together_is_left_out_and_nothing_else_that_has_words() -> None:
    left_out = {item.type for item in course() if not needs_no_reading(item)}
    assert LEFT_OUT <= left_out <= LEFT_OUT | {"read_document"}
    assert not any(needs_no_reading(item) for item in EVERYTHING if item.type in LEFT_OUT)


def test_a_document_that_is_only_a_picture_must_be_read() -> None:
    [one, *_] = [item for item in EVERYTHING if item.type == "read_document" and needs_no_reading(item)]
    drawn = {name: value for name, value in one.body.items() if name != "document"}
    assert not needs_no_reading(of("read_document", 9, {**drawn, "image": "payslip"}))


@pytest.mark.parametrize("item", [*filter(needs_no_reading, [*EVERYTHING, *course()])], ids=lambda item: item.id)
def test_what_can_be_heard_has_three_choices_at_most_and_a_right_way_through(item: Item) -> None:
    for seed in range(4):
        order = order_by_ear(item, Random(seed))
        asked = [*questions(item, order)]
        assert all(len(one.choices) <= MOST and not one.typed for one in asked)
        grades = {verdict.grade for _, verdict in ways(item, order)}
        assert any(grade.recalled for grade in grades) or not item_types()[item.type].asks
        assert {*order} <= {*item_types()[item.type].order(item.body, Random(seed))}


@pytest.mark.parametrize("name", ["choose_word", "listen_choose", "fill_gap", "match_pairs", "read_document"])
def test_of_four_choices_another_one_is_left_out_each_time_and_never_the_right_one(name: str) -> None:
    item = with_four(name)
    for seed in range(20):
        order = order_by_ear(item, Random(seed))
        assert all(len(one.choices) <= MOST for one in questions(item, order))
        assert any(verdict.grade.recalled for _, verdict in ways(item, order))
    orders = [{*order_by_ear(item, Random(seed))} for seed in range(40)]
    kind = item_types()[item.type]
    assert set.union(*orders) == {*kind.order(item.body, Random(0))}
    assert len({frozenset(order) for order in orders}) > 1


def test_the_same_randomness_leaves_out_the_same() -> None:
    for item in filter(needs_no_reading, course()):
        assert order_by_ear(item, Random(5)) == order_by_ear(item, Random(5))


def test_at_least_half_of_the_course_needs_no_reading() -> None:
    assert len([*filter(needs_no_reading, course())]) >= len(course()) / 2


def test_who_listens_has_something_to_practise_for_weeks_and_never_what_must_be_read() -> None:
    random, memories, met = Random(3), dict[str, Memory](), set[str]()
    by_id = {item.id: item for item in course()}
    for day in range(DAYS):
        now = NOW + timedelta(days=day)
        plan = plan_lesson(
            course(),
            memories,
            sector="construction",
            level="pre-A1",
            now=now,
            random=random,
            met=met,
            reading=False,
        )
        assert {by_id[key].type for key in plan}.isdisjoint(LEFT_OUT)
        asking = [key for key in plan if item_types()[by_id[key].type].asks]
        assert len(asking) >= 3, f"day {day}"
        for key in asking:
            memories[key] = recall.review(memories.get(key), key, random.random() < 0.8, now)
        met |= {*plan}


def test_a_lesson_by_ear_has_only_what_fits() -> None:
    def plan(reading: bool) -> set[str]:
        return {
            *plan_lesson(EVERYTHING, {}, sector=None, level="A1", now=NOW, random=Random(1), size=40, reading=reading)
        }

    by_ear = {item.id for item in EVERYTHING if needs_no_reading(item)}
    assert plan(reading=False) <= by_ear
    assert not plan(reading=True) <= by_ear


def test_a_course_without_anything_to_hear_makes_no_lesson() -> None:
    nothing = [item for item in EVERYTHING if not needs_no_reading(item)]
    assert plan_lesson(nothing, {}, sector=None, level="pre-A1", now=NOW, random=Random(1), reading=False) == []
