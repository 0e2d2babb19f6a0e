from collections.abc import Collection
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.choosing import LESSON_SIZE, plan_lesson, return_at_end
from bot.learning.items import Item
from bot.learning.recall import Memory
from tests.learning.courses import DAY, NOW, item, remembered

COURSE = [item(f"shared.u{place // 4}.i{place}") for place in range(20)]
COURSE += [item(f"construction.u{place // 4}.i{place}", safety=place % 4 == 0) for place in range(20)]
COURSE += [item(f"shared.later.i{place}", level="A1") for place in range(8)]


def plan(*memories: Memory, course: list[Item] = COURSE, level: str = "pre-A1", **more: Collection[str]) -> list[str]:
    known = {memory.item_id: memory for memory in memories}
    return plan_lesson(
        course,
        known,
        sector="construction",
        level=level,
        now=NOW,
        random=Random(3),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("level", "lesson"),
    [
        ("pre-A1", [*(f"shared.u0.i{place}" for place in range(4)), "construction.u0.i0"]),
        ("A1", [f"shared.later.i{place}" for place in range(5)]),
    ],
)
def test_the_first_lesson_is_all_new_and_a_unit_comes_in_one_piece(level: str, lesson: list[str]) -> None:
    assert plan(level=level) == lesson


def test_what_is_due_comes_before_what_is_new_and_the_least_retained_first() -> None:
    sure = remembered("shared.u0.i0", True, True, ago=40 * DAY, gap=10 * DAY)
    shaky = remembered("shared.u0.i1", True, ago=6 * DAY)
    lesson = plan(sure, shaky, course=COURSE[:4])
    assert lesson == ["shared.u0.i1", "shared.u0.i0", "shared.u0.i2", "shared.u0.i3"]


def test_what_is_new_has_a_claim_before_what_is_not_due_yet() -> None:
    yesterday = remembered("shared.u0.i0", True, ago=DAY)
    just_now = remembered("shared.u0.i1", True, ago=timedelta(hours=1))
    lesson = plan(yesterday, just_now)
    assert lesson == ["shared.u0.i2", "shared.u0.i3", *(f"construction.u0.i{place}" for place in range(3))]


def test_what_is_not_due_fills_the_rest_but_not_what_was_just_answered() -> None:
    yesterday = [remembered(entry.id, True, ago=DAY) for entry in COURSE[:3]]
    just_now = remembered(COURSE[3].id, True, ago=timedelta(hours=1))
    lesson = plan(*yesterday, just_now, course=COURSE[:6])
    assert set(lesson) == {entry.id for entry in [*COURSE[:3], *COURSE[4:6]]}


def test_nothing_is_left_when_all_was_just_answered() -> None:
    memories = [remembered(entry.id, True, ago=timedelta(hours=1)) for entry in COURSE]
    assert plan(*memories) == []


def test_after_an_absence_a_lesson_is_no_longer_and_has_something_new() -> None:
    pile = [remembered(entry.id, True, ago=60 * DAY) for entry in COURSE[:18]]
    lesson = plan(*pile)
    assert len(lesson) == LESSON_SIZE
    assert lesson[-1] not in {memory.item_id for memory in pile}
    assert len({memory.item_id for memory in pile} & set(lesson)) == LESSON_SIZE - 1


def test_a_fresh_pile_is_done_before_anything_new() -> None:
    pile = [remembered(entry.id, True, ago=3 * DAY) for entry in COURSE[:8]]
    assert set(plan(*pile)) <= {memory.item_id for memory in pile}


def test_equally_urgent_items_come_in_changing_order() -> None:
    pile = {entry.id: remembered(entry.id, True, ago=3 * DAY) for entry in COURSE[:5]}
    lessons = {
        tuple(plan_lesson(COURSE, pile, sector=None, level="pre-A1", now=NOW, random=Random(seed)))
        for seed in range(20)
    }
    assert len(lessons) > 5


@pytest.mark.parametrize(
    ("answers", "missed"), [([False], []), ([False, True], ["construction.u0.i0"])], ids=["missed", "mended"]
)
def test_a_missed_safety_item_opens_the_next_lesson(answers: list[bool], missed: list[str]) -> None:
    safety = remembered("construction.u0.i0", *answers, ago=timedelta(minutes=3), gap=timedelta(minutes=2))
    pile = [remembered(entry.id, True, ago=60 * DAY) for entry in COURSE[:10]]
    assert plan(*pile, safety, missed=missed)[0] == "construction.u0.i0"


def test_items_of_another_sector_and_retired_ones_wait() -> None:
    other = [remembered(key, False, ago=9 * DAY) for key in ("care.rooms.bed", "shared.gone.away")]
    assert plan(*other) == plan()


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*COURSE, item("care.rooms.bed")]),
            st.lists(st.booleans(), min_size=1, max_size=3),
            st.timedeltas(timedelta(0), 300 * DAY),
        ),
        unique_by=lambda entry: entry[0].id,
        max_size=30,
    ),
    st.integers(1, 8),
    st.sampled_from(["pre-A1", "A1", "A2"]),
    st.randoms(),
)
def test_any_lesson_is_short_and_without_doubles(
    history: list[tuple[Item, list[bool], timedelta]], size: int, level: str, random: Random
) -> None:
    memories = {entry.id: remembered(entry.id, *answers, ago=ago) for entry, answers, ago in history}
    lesson = plan_lesson(COURSE, memories, sector="construction", level=level, now=NOW, random=random, size=size)
    assert len(lesson) == len(set(lesson)) <= size
    items = {entry.id: entry for entry in COURSE}
    assert set(lesson) <= set(items)
    new = [key for key in lesson if key not in memories]
    assert lesson[len(lesson) - len(new) :] == new, "new items come last"
    safety = {key for key, m in memories.items() if m.missed and key in items and items[key].safety}
    assert set(lesson[: len(safety)]) <= safety
    due = {key for key, memory in memories.items() if memory.due_at <= NOW and key in items}
    assert lesson or not due


@pytest.mark.parametrize(
    ("lesson", "missed", "after"),
    [
        (["a", "b", "c"], "a", ["a", "b", "c", "a"]),
        (["a", "b", "c", "a"], "b", ["a", "b", "c", "a", "b"]),
        (["a", "b", "c", "a"], "a", ["a", "b", "c", "a"]),
        (["a", "b", "c", "d", "a", "b", "c"], "d", ["a", "b", "c", "d", "a", "b", "c"]),
        (["a"], "a", ["a", "a"]),
    ],
)
def test_a_missed_item_returns_once_at_the_end(lesson: list[str], missed: str, after: list[str]) -> None:
    assert return_at_end(lesson, missed) == after
