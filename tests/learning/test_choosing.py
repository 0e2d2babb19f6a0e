from collections.abc import Collection
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.choosing import LESSON_SIZE, plan_lesson, return_at_end
from bot.learning.items import Item
from bot.learning.recall import Memory
from bot.learning.syllabus import Aims, agenda
from tests.learning.courses import DAY, NOW, item, remembered

COURSE = [item(f"shared.u{place // 4}.i{place}") for place in range(20)]
COURSE += [item(f"construction.u{place // 4}.i{place}", safety=place % 4 == 0) for place in range(20)]
COURSE += [item(f"shared.later.i{place}", level="A1") for place in range(8)]


KINDS = ("choose_word", "choose_picture", "fill_gap", "true_false")


def varied(sector: str, unit: str, level: str = "pre-A1") -> list[Item]:
    """A unit of two words, each met and asked twice, and an item about no word; four kinds of question in all."""
    found: list[Item] = []
    for number, kinds in (("1", KINDS[:2]), ("2", KINDS[1:3])):
        met = item(f"{sector}.{unit}.meet{number}", level=level, kind="meet")
        about = [item(f"{sector}.{unit}.ask{number}{kind}", level=level, kind=kind, word=met.id) for kind in kinds]
        found += [met, *about]
    return [*found, item(f"{sector}.{unit}.so", level=level, kind=KINDS[3], safety=True)]


VARIED = [one for unit in "abc" for sector in ("shared", "construction") for one in varied(sector, unit)]
VARIED += [one for unit in "de" for sector in ("shared", "construction") for one in varied(sector, unit, "A1")]
VARIED += varied("care", "f")
UNITS = [*dict.fromkeys(one.unit for one in VARIED)]
BY_ID = {one.id: one for one in VARIED}


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


@st.composite
def learners(draw: st.DrawFn) -> tuple[dict[str, Memory], set[str], Aims]:
    """What somebody remembers and met of the varied course, and what their lessons lead to."""
    answers = st.lists(st.booleans(), min_size=1, max_size=3)
    one = st.tuples(st.sampled_from([one for one in VARIED if one.type != "meet"]), answers, st.integers(0, 40))
    history = draw(st.lists(one, unique_by=lambda entry: entry[0].id, max_size=12))
    memories = {entry.id: remembered(entry.id, *right, ago=days * DAY) for entry, right, days in history}
    met = {entry.word for entry, _, _ in history if entry.word} | set(memories)
    units = st.lists(st.sampled_from(UNITS), unique=True, max_size=4)
    own = st.sets(st.sampled_from([*BY_ID]), max_size=2)
    return memories, met, Aims(draw(own), draw(units), draw(units))


@given(learners(), st.sampled_from(["pre-A1", "A1"]), st.integers(1, 8), st.randoms())
def test_whatever_the_aims_what_returns_goes_first_and_no_word_is_asked_before_it_is_met(
    learner: tuple[dict[str, Memory], set[str], Aims], level: str, size: int, random: Random
) -> None:
    memories, met, aims = learner
    lesson = plan_lesson(
        VARIED, memories, sector="construction", level=level, now=NOW, random=random, size=size, met=met, aims=aims
    )
    assert len(lesson) == len(set(lesson))
    new = [key for key in lesson if key not in memories]
    assert lesson[len(lesson) - len(new) :] == new
    for place, key in enumerate(new):
        word = BY_ID[key].word
        # Of a lower level than the learner's, it is taken as known, unless the aims bring it.
        if word and not (level == "A1" and BY_ID[word].level == "pre-A1"):
            assert word in met or word in new[:place], f"{key} is asked before its word is met"


@given(learners(), st.integers(1, 8), st.randoms())
def test_who_begins_is_asked_in_two_kinds_unless_missed_safety_items_are_of_more(
    learner: tuple[dict[str, Memory], set[str], Aims], size: int, random: Random
) -> None:
    memories, met, aims = learner
    lesson = plan_lesson(
        VARIED, memories, sector="construction", level="pre-A1", now=NOW, random=random, size=size, met=met, aims=aims
    )
    kinds = {BY_ID[key].type for key in lesson} - {"meet"}
    safety = {BY_ID[key].type for key, memory in memories.items() if memory.missed and BY_ID[key].safety}
    assert len(kinds) <= max(2, len(safety))
    asked = {BY_ID[key].word for key in lesson}
    assert all(key in asked for key in lesson if BY_ID[key].type == "meet")


@given(learners(), st.sampled_from(["pre-A1", "A1", "A2"]))
def test_own_words_then_the_counsellors_units_then_those_of_the_job_each_level_in_turn(
    learner: tuple[dict[str, Memory], set[str], Aims], level: str
) -> None:
    *_, aims = learner
    order = agenda(VARIED, "construction", level, aims)
    own = {one.id for one in VARIED if {one.id, one.word} & {*aims.own_words}}
    own |= {BY_ID[key].word or key for key in own}
    assert {one.id for one in order[: len(own)]} == own
    rest = [one for one in order if one.id not in own]
    chosen = [one.unit for one in rest if one.unit in aims.assigned]
    assert [one.unit for one in rest[: len(chosen)]] == chosen == sorted(chosen, key=aims.assigned.index)
    usual = [one for one in rest if one.unit not in aims.assigned]
    assert [one.level for one in usual] == sorted((one.level for one in usual), key=["pre-A1", "A1", "A2"].index)
    for each in ("pre-A1", "A1"):
        there = [one.unit for one in usual if one.level == each]
        wanted = [unit for unit in there if unit in aims.job]
        assert there[: len(wanted)] == wanted == sorted(wanted, key=aims.job.index)


def test_an_assigned_unit_counts_whatever_its_level_and_sector() -> None:
    lesson = plan(course=VARIED, level="A1", aims=Aims(assigned=["care.f", "shared.a"]))  # type: ignore[arg-type]
    assert [BY_ID[key].unit for key in lesson] == ["care.f"] * 7


def test_an_item_of_an_own_word_comes_first_whatever_its_level_after_the_word_itself() -> None:
    aims = Aims(own_words={"care.f.ask1choose_word"}, assigned=["shared.b"])
    lesson = plan(course=VARIED, level="A2", aims=aims)  # type: ignore[arg-type]
    assert lesson[:3] == ["care.f.meet1", "care.f.ask1choose_word", "shared.b.meet1"]


def test_the_units_of_a_job_of_another_sector_return_when_they_are_due() -> None:
    learned = remembered("care.f.ask1choose_word", True, ago=30 * DAY)
    assert learned.item_id not in plan(learned, course=VARIED)
    assert plan(learned, course=VARIED, aims=Aims(job=["care.f"]))[0] == learned.item_id  # type: ignore[arg-type]


def test_due_items_of_a_third_kind_wait_and_come_in_a_later_lesson() -> None:
    days = {"choose_word": 30, "choose_picture": 25, "fill_gap": 20}
    pile = [item(f"shared.pile.{kind}{number}", kind=kind) for kind in days for number in "12"]
    memories = [remembered(one.id, True, ago=days[one.type] * DAY) for one in pile]
    lesson = plan(*memories, course=pile)
    assert {key.rpartition(".")[2][:-1] for key in lesson} == {"choose_word", "choose_picture"}
    answered = [remembered(key, True, ago=timedelta(hours=1)) for key in lesson]
    later = plan(*(memory for memory in memories if memory.item_id not in lesson), *answered, course=pile)
    assert {key.rpartition(".")[2][:-1] for key in later} == {"fill_gap"}


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
