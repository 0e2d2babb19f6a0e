from random import Random

import pytest

from bot.learning.choosing import plan_lesson
from bot.learning.hearing import needs_no_reading
from bot.learning.items import Explained, Item, Target, item_types
from tests.learning.courses import NOW
from tests.learning.specimens import specimens


def of(name: str, place: int, body: dict[str, object]) -> Item:
    return Item(f"shared.hear.{name}_{place}", name, "hear", "shared", "A1", place, 1, body)


EVERYTHING = [of(name, place, one["body"]) for name in item_types() for place, one in enumerate(specimens(name))]


def test_a_type_that_needs_reading_never_fits() -> None:
    assert not any(needs_no_reading(item) for item in EVERYTHING if item_types()[item.type].reading)


@pytest.mark.parametrize("item", EVERYTHING, ids=lambda item: item.id)
def test_what_fits_has_at_most_three_buttons_without_words_to_read(item: Item) -> None:
    kind = item_types()[item.type]
    asked = kind.question(item.body, kind.order(item.body, Random(1)))
    to_read = [choice for choice in asked.choices if isinstance(choice.label, Target | Explained)]
    assert needs_no_reading(item) is (
        not kind.reading and bool(asked.choices) and not to_read and len(asked.choices) < 4
    )


def test_the_same_type_fits_with_pictures_and_not_with_words() -> None:
    heard = [needs_no_reading(item) for item in EVERYTHING if item.type == "listen_choose"]
    assert set(heard) == {True, False}


def test_a_lesson_by_ear_has_only_what_fits() -> None:
    def plan(reading: bool) -> set[str]:
        return {
            *plan_lesson(EVERYTHING, {}, sector=None, level="A1", now=NOW, random=Random(1), size=40, reading=reading)
        }

    by_ear = {item.id for item in EVERYTHING if needs_no_reading(item)}
    assert plan(reading=False) <= by_ear
    assert not plan(reading=True) <= by_ear


def test_a_course_without_anything_to_hear_makes_no_lesson() -> None:
    course = [item for item in EVERYTHING if not needs_no_reading(item)]
    assert plan_lesson(course, {}, sector=None, level="pre-A1", now=NOW, random=Random(1), reading=False) == []
