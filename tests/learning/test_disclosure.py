"""No number of one to four people is published, nor any that what is published gives away."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.disclosure import FEWEST, Parts, part, parts, people

Published = tuple[int, frozenset[tuple[str, int]]]

COUNTS = st.dictionaries(st.sampled_from([*"abcdefgh"]), st.integers(0, 40), max_size=8)


@pytest.mark.parametrize(("count", "shown"), [(0, None), (4, None), (5, 5), (600, 600)])
def test_fewer_than_five_people_are_no_number(count: int, shown: int | None) -> None:
    assert people(count) == shown


PART = [(4, 20, None), (5, 20, 5), (15, 20, 15), (16, 20, None), (19, 20, None), (20, 20, 20), (0, 20, None), (5, 5, 5)]


@pytest.mark.parametrize(("count", "whole", "shown"), PART)
def test_a_part_is_shown_when_what_is_left_may_be_known_too(count: int, whole: int, shown: int | None) -> None:
    assert part(count, whole) == shown


TABLES: list[tuple[Mapping[str, int], Parts | None]] = [
    ({"ar": 12, "tr": 7}, Parts({"ar": 12, "tr": 7}, 0)),
    ({"ar": 12, "tr": 7, "nl": 0}, Parts({"ar": 12, "tr": 7}, 0)),
    ({"ar": 12, "tr": 3, "uk": 2}, Parts({"ar": 12}, 5)),
    # One that must go takes the smallest of the others along.
    ({"ar": 12, "tr": 7, "uk": 3}, Parts({"ar": 12}, 10)),
    # As small as the one that goes along: which of the two it is would be known.
    ({"ar": 12, "tr": 6, "uk": 6, "so": 4}, Parts({"ar": 12}, 16)),
    # Together they are too few.
    ({"ar": 12, "tr": 7, "uk": 2, "so": 1}, Parts({"ar": 12}, 10)),
    # Each must be four.
    ({"ar": 12, "tr": 4, "uk": 4}, None),
    ({"ar": 12, "tr": 9, "uk": 4, "so": 4}, Parts({"ar": 12}, 17)),
    ({"ar": 12, "tr": 3}, None),
    ({"ar": 4}, None),
    ({}, None),
]


@pytest.mark.parametrize(("counts", "shown"), TABLES, ids=[str(counts) for counts, _ in TABLES])
def test_small_categories_go_together(counts: Mapping[str, int], shown: Parts | None) -> None:
    assert parts(counts) == shown


@given(COUNTS)
def test_no_sum_and_no_difference_is_of_one_to_four_people(counts: dict[str, int]) -> None:
    published = parts(counts)
    if published is None:
        return
    numbers = [*published.shown.values(), *([published.others] if published.others else [])]
    assert sum(numbers) == sum(counts.values())
    subsets = chain.from_iterable(combinations(numbers, size) for size in range(1, len(numbers) + 1))
    assert all(sum(one) >= FEWEST for one in subsets)


@given(COUNTS)
def test_what_is_named_is_true(counts: dict[str, int]) -> None:
    published = parts(counts)
    assert published is None or published.shown.items() <= counts.items()


@given(COUNTS, st.permutations([*"abcdefgh"]))
def test_names_decide_nothing(counts: dict[str, int], order: list[str]) -> None:
    names = dict(zip("abcdefgh", order, strict=True))
    renamed, published = parts({names[key]: count for key, count in counts.items()}), parts(counts)
    assert renamed == (published and Parts({names[key]: one for key, one in published.shown.items()}, published.others))


def publications(categories: str, most: int) -> Iterator[tuple[Published, Mapping[str, int]]]:
    """All tables of these categories with so many people at most, each with what a reader sees of it."""
    for numbers in product(range(most + 1), repeat=len(categories)):
        if sum(numbers) <= most:
            counts = dict(zip(categories, numbers, strict=True))
            published = parts(counts)
            yield (sum(numbers), frozenset(published.shown.items() if published else ())), counts


@pytest.mark.parametrize(("categories", "most"), [("ab", 40), ("abc", 30), ("abcd", 18), ("abcde", 13)])
def test_who_knows_all_categories_the_total_and_the_rules_cannot_compute_a_small_number(
    categories: str, most: int
) -> None:
    alike: dict[Published, list[Mapping[str, int]]] = defaultdict(list)
    for published, counts in publications(categories, most):
        alike[published].append(counts)
    for (total, _), tables in alike.items():
        # A total of fewer than five is not shown.
        small = [(key, count) for counts in tables for key, count in counts.items() if 0 < count < FEWEST <= total]
        assert all(len({counts[key] for counts in tables}) > 1 for key, _ in small)
