"""Shares, correlations and medians against values that others calculated."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.quality import Share
from bot.learning.quality.statistics import Correlation, median, point_biserial
from bot.learning.quality.sums import begin_of, step_of


@pytest.mark.parametrize(
    ("count", "whole", "low", "high"),
    # Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson(count: int, whole: int, low: float, high: float) -> None:
    share = Share(count, whole)
    assert share.low == pytest.approx(low, abs=0.0001)
    assert share.high == pytest.approx(high, abs=0.0001)


@given(st.integers(1, 10_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_share_lies_in_its_interval(pair: tuple[int, int]) -> None:
    share = Share(*pair)
    assert 0 <= share.low <= share.value + 1e-9
    assert share.value - 1e-9 <= share.high <= 1


def pairs(*each: tuple[int, int]) -> tuple[int, int, int, int, int]:
    """The moments of pairs of right (0 or 1) and rest."""
    right = [x for x, _ in each]
    rest = [y for _, y in each]
    return len(each), sum(right), sum(rest), sum(y * y for y in rest), sum(x * y for x, y in each)


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 100)), min_size=4, max_size=60))
def test_point_biserial_is_the_correlation_of_the_pairs(each: list[tuple[int, int]]) -> None:
    number = len(each)
    mean_x, mean_y = sum(x for x, _ in each) / number, sum(y for _, y in each) / number
    across = sum((x - mean_x) * (y - mean_y) for x, y in each)
    spread = sqrt(sum((x - mean_x) ** 2 for x, _ in each) * sum((y - mean_y) ** 2 for _, y in each))
    found = point_biserial(*pairs(*each))
    if found is None:
        assert spread == pytest.approx(0, abs=1e-6)
    else:
        assert found.pairs == number
        assert found.value == pytest.approx(across / spread)


def test_nothing_correlates_with_what_is_always_the_same() -> None:
    assert point_biserial(*pairs((1, 10), (1, 50), (1, 70), (1, 90))) is None
    assert point_biserial(*pairs((1, 50), (0, 50), (1, 50), (0, 50))) is None
    assert point_biserial(*pairs((1, 10), (0, 50), (1, 70))) is None


def test_a_correlation_of_few_may_be_anything() -> None:
    # Fisher: tanh(atanh(-0.3) + 1.96 / sqrt(n - 3)).
    assert Correlation(-0.3, 103).high == pytest.approx(-0.113, abs=0.001)
    assert Correlation(-0.3, 12).high > 0
    assert Correlation(-1.0, 50).high < 0


@given(st.lists(st.floats(1, 3600), min_size=1, max_size=80))
def test_the_median_is_as_fine_as_its_steps(times: list[float]) -> None:
    steps: dict[int, int] = {}
    for one in times:
        steps[step_of(one)] = steps.get(step_of(one), 0) + 1
    ordered = sorted(times)
    lower, upper = ordered[(len(times) - 1) // 2], ordered[len(times) // 2]
    found = median(steps)
    assert found is not None
    assert begin_of(step_of(lower)) * 0.999 <= found <= begin_of(step_of(upper) + 1) * 1.001


def test_no_times_have_no_median() -> None:
    assert median({}) is None


@pytest.mark.parametrize("seconds", [-5.0, 0.0, 1.0, 3600.0, 1e9])
def test_every_time_has_a_step(seconds: float) -> None:
    assert 0 <= step_of(seconds) <= step_of(3600)
