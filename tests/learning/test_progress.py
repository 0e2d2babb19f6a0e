from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.learning.attempts import Attempt, days_practised
from bot.learning.items import Grade, Item
from bot.learning.progress import Progress, hard, is_held, progress
from bot.learning.recall import Memory
from tests.learning.courses import DAY, NOW, attempt, item, remembered

BRUSSELS = ZoneInfo("Europe/Brussels")
ITEMS = {key: item(key) for key in ("shared.a.1", "shared.a.2", "shared.b.1", "shared.b.2", "shared.c.1")}


def summary(attempts: list[Attempt], memories: list[Memory], items: dict[str, Item] = ITEMS) -> Progress:
    return progress(attempts, memories, items, now=NOW, zone=BRUSSELS)


def held(key: str) -> Memory:
    return remembered(key, True, True, True, gap=8 * DAY)


def test_a_new_learner_has_an_empty_summary() -> None:
    assert summary([], []) == Progress(0, 0, 0, 0, (), ())


def test_days_are_counted_once_and_in_the_regions_zone() -> None:
    late = Attempt("x", Grade.RIGHT, datetime(2026, 11, 29, 23, 30, tzinfo=UTC))  # 30 November in Brussels
    attempts = [late, attempt("x", True), attempt("x", False, 6 * DAY), attempt("x", True, 7 * DAY)]
    attempts += [attempt("x", True, 27 * DAY), attempt("x", True, 28 * DAY)]
    got = summary(attempts, [])
    assert (got.days_in_7, got.days_in_28) == (2, 4)
    assert len(days_practised(attempts, BRUSSELS)) == 5


def test_held_is_known_for_two_weeks_and_not_missed_since() -> None:
    assert is_held(held("shared.a.1"), NOW)
    assert not is_held(remembered("shared.a.1", True), NOW)
    assert not is_held(remembered("shared.a.1", True, True, True, False, gap=8 * DAY), NOW)
    assert not is_held(replace(held("shared.a.1"), state=3, step=0), NOW)
    assert not is_held(held("shared.a.1"), NOW + 300 * DAY)


def test_a_strength_is_a_unit_with_two_items_held() -> None:
    got = summary([], [held("shared.a.1"), held("shared.a.2"), held("shared.b.1"), held("shared.gone.1")])
    assert (got.met, got.held, got.strengths) == (4, 3, ("shared.a",))


def test_the_hardest_are_the_most_missed_of_late_that_are_not_held() -> None:
    misses = [attempt("shared.b.1", False, day * DAY) for day in (1, 2, 3)]
    misses += [attempt("shared.a.1", False, day * DAY) for day in (1, 2, 3, 4)]
    misses += [attempt("shared.c.1", False), attempt("shared.c.1", False, 9 * DAY)]
    misses += [attempt("shared.a.2", False, day * DAY) for day in range(30, 40)]
    misses += [attempt("shared.gone.1", False), Attempt("shared.b.2", Grade.SLIP, NOW)]
    got = summary(misses, [held("shared.a.1")])
    assert got.hardest == ("shared.b.1", "shared.c.1")


def test_all_that_is_hard_can_be_told() -> None:
    keys = [f"shared.d.{place}" for place in range(5)]
    misses = [attempt(key, False, place * DAY) for place, key in enumerate(keys)] + [attempt(keys[3], False)]
    found = hard(misses, [held(keys[0])], {key: item(key) for key in keys}, NOW)
    assert found == (keys[3], keys[1], keys[2], keys[4])


@given(
    st.lists(
        st.builds(
            lambda key, grade, ago: Attempt(key, grade, NOW - ago),
            st.sampled_from([*ITEMS, "shared.gone.1"]),
            st.sampled_from(Grade),
            st.timedeltas(timedelta(0), 900 * DAY),
        )
    )
)
def test_any_past_gives_a_summary_within_bounds(attempts: list[Attempt]) -> None:
    got = summary(attempts, [])
    assert 0 <= got.days_in_7 <= min(7, got.days_in_28)
    assert got.days_in_28 <= 28
    assert set(got.hardest) <= set(ITEMS)
    assert len(got.hardest) == len(set(got.hardest)) <= 3
