"""Sums: they may be added up in any portions, and tell of five people at a time."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.learning.quality import Meeting, Tally, numbers
from bot.learning.quality.meetings import Outcome
from bot.learning.quality.sums import people
from tests.learning.quality.runs import meeting, summed

MEETINGS = st.lists(
    st.builds(
        Meeting,
        item_id=st.just("a"),
        revision=st.just(1),
        outcome=st.sampled_from(Outcome),
        place=st.integers(1, 14),
        too_hard=st.booleans(),
        seconds=st.none() | st.floats(-1, 1e6),
        chosen=st.lists(st.sampled_from(("a", "b", "one.a")), max_size=3).map(tuple),
        rest=st.none() | st.integers(0, 100),
    ),
    max_size=40,
)


@given(MEETINGS, st.integers(0, 40))
def test_portions_make_no_difference(each: list[Meeting], cut: int) -> None:
    whole, first = Tally(), Tally()
    for one in each:
        whole.add(one)
    for one in each[:cut]:
        first.add(one)
    # As it is kept in between.
    second = Tally(Counter({**first.told}), Counter({**first.waiting}))
    for one in each[cut:]:
        second.add(one)
    assert (second.told, second.waiting) == (whole.told, whole.waiting)


@given(MEETINGS)
def test_people_are_told_five_at_a_time_and_nobody_is_lost(each: list[Meeting]) -> None:
    tally = Tally()
    for one in each:
        tally.add(one)
    assert people(tally.told) == len(each) // 5 * 5
    assert people(tally.told + tally.waiting) == len(each)
    assert (numbers(tally.told) is None) is (len(each) < 5)


@given(MEETINGS)
def test_whatever_was_counted_has_numbers(each: list[Meeting]) -> None:
    if found := numbers(summed(*each)):
        assert found.people >= 5
        shares = (found.right, found.unknown, found.skipped, found.left, found.too_hard, *found.places.values())
        assert all(share is None or share.whole >= 5 for share in shares)
        assert found.stumbled <= found.people


def test_numbers_of_a_handful() -> None:
    found = numbers(
        summed(
            *(meeting(seconds=8.0, chosen=("a",)) for _ in range(6)),
            meeting(Outcome.WRONG, seconds=16.0, chosen=("b",)),
            meeting(Outcome.UNKNOWN, seconds=30.0, too_hard=True),
            meeting(Outcome.SKIPPED, place=2),
            meeting(Outcome.LEFT, place=2),
        )
    )
    assert found
    assert (found.people, found.stumbled) == (10, 4)
    assert found.right
    assert (found.right.count, found.right.whole) == (6, 8)
    counts = [share and (share.count, share.whole) for share in (found.unknown, found.skipped, found.left)]
    assert counts == [(1, 8), (1, 10), (1, 10)]
    assert found.too_hard
    assert found.too_hard.count == 1
    assert found.chosen == {"a": 6, "b": 1}
    # Two people met it in the second place: too few to tell of.
    assert list(found.places) == [1]
    assert found.seconds
    assert 8 <= found.seconds < 16
    assert found.discrimination is None


def test_shares_of_answers_need_five_who_answered() -> None:
    found = numbers(summed(*(meeting(seconds=1.0, chosen=("a",)) for _ in range(4)), meeting(Outcome.SKIPPED)))
    assert found
    assert (found.right, found.unknown, found.seconds, found.chosen) == (None, None, None, {})
    assert found.skipped


def test_discrimination_needs_fifty() -> None:
    good, weak = meeting(rest=90), meeting(Outcome.WRONG, rest=40)
    few, many = numbers(summed(*[good, weak] * 20)), numbers(summed(*[good, weak] * 30))
    assert few
    assert few.discrimination is None
    assert many
    assert many.discrimination
    assert many.discrimination.value == 1.0
