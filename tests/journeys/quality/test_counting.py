"""Counting: the same comes of it whenever, and in whatever portions, it is done; and nobody is in it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select

from bot.catalogue.course import Course
from bot.journeys import quality
from bot.journeys.quality import counting
from bot.learning.items import Grade
from bot.store import Store, erasing
from bot.store.quality import sums
from bot.store.quality.sums import ALL
from bot.store.tables import ItemSum
from tests.fakes.course import published_course
from tests.fakes.met import HELMET, LATER, MEET, helmets, lesson, people
from tests.fakes.stores import BEGINNING

HOUR = timedelta(hours=1)
GLASSES = "construction.gear.glasses"


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, BEGINNING)


def count(store: Store, course: Course, now: datetime = LATER) -> int:
    return sum(one.lessons for one in quality.count_all(store, course, now))


def kept(store: Store) -> dict[tuple[str, int, str], tuple[dict[str, int], dict[str, int]]]:
    with store.reading() as session:
        rows = session.scalars(select(ItemSum))
        return {(row.item_id, row.revision, row.language): (row.told, row.waiting) for row in rows}


def live(store: Store, random: Random) -> Iterator[datetime]:
    """Days of practice: yields now and then the moment, to count in between."""
    everybody = [one for language in ("ar", "uk", "ti") for one in people(store, random.choice((3, 6)), language)]
    grades = (Grade.RIGHT, Grade.RIGHT, Grade.WRONG, Grade.UNKNOWN, None)
    for hour in range(0, 96, 3):
        at = BEGINNING + hour * HOUR
        for who in random.sample(everybody, 3):
            deeds = [(item, random.choice(grades)) for item in random.sample([HELMET, GLASSES, MEET], 2)]
            lesson(store, who, *deeds, at=at, skips=random.random() < 0.5, too_hard=random.random() < 0.2)
        if random.random() < 0.3:
            yield at


@pytest.mark.parametrize("seed", range(4))
def test_counting_anew_gives_the_same(store: Store, course: Course, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    monkeypatch.setattr(counting, "PORTION", random.choice((1, 3, 7)))
    for moment in live(store, random):
        count(store, course, moment)
    end = BEGINNING + timedelta(days=8)
    count(store, course, end)
    in_between = kept(store)
    assert in_between
    sums.forget(store)
    monkeypatch.setattr(counting, "PORTION", 1000)
    count(store, course, end)
    assert kept(store) == in_between
    # All learners are those of all languages.
    for item in (HELMET, GLASSES, MEET):
        together = [counts for key, counts in in_between.items() if key[0] == item and key[2] != ALL]
        names = {name for pair in together for part in pair for name in part}
        whole = in_between[item, 1, ALL]
        assert {name: sum(part.get(name, 0) for pair in together for part in pair) for name in names} == {
            name: sum(part.get(name, 0) for part in whole) for name in names
        }


def test_nothing_is_counted_twice(store: Store, course: Course) -> None:
    helmets(store, [Grade.RIGHT] * 6)
    assert count(store, course) == 6
    before = kept(store)
    assert count(store, course) == 0
    assert kept(store) == before


def test_a_lesson_is_counted_when_it_is_a_day_old(store: Store, course: Course) -> None:
    helmets(store, [Grade.RIGHT])
    assert count(store, course, BEGINNING + 24 * HOUR) == 0
    assert count(store, course, BEGINNING + 25 * HOUR) == 1


def test_what_a_learner_tapped_said_and_met_is_summed(store: Store, course: Course) -> None:
    helmets(store, [Grade.RIGHT] * 3 + [Grade.WRONG], too_hard=True)
    helmets(store, [None])
    count(store, course)
    told, waiting = kept(store)[HELMET, 1, ALL]
    assert waiting == {}
    expected = {"right": 3, "wrong": 1, "left": 1, "too_hard": 4, "option.a": 1, "option.b": 3, "left.1": 1}
    assert {name: told[name] for name in expected} == expected


def test_how_a_learner_does_otherwise_is_known_after_ten_answers(store: Store, course: Course) -> None:
    for who in people(store, 5):
        lesson(store, who, *[(GLASSES, Grade.RIGHT)] * 9, (GLASSES, Grade.WRONG))
        lesson(store, who, (HELMET, Grade.RIGHT), at=BEGINNING + HOUR)
    count(store, course)
    told, _ = kept(store)[HELMET, 1, "ar"]
    assert (told["rest.number"], told["rest.sum"], told["rest.right"]) == (5, 450, 5)
    assert "rest.number" not in kept(store)[GLASSES, 1, "ar"][0]


def test_erasing_a_learner_leaves_the_sums(store: Store, course: Course) -> None:
    helmets(store, [Grade.RIGHT] * 5)
    [last] = people(store, 1)
    lesson(store, last, (HELMET, Grade.RIGHT))
    count(store, course)
    before = kept(store)
    with store.writing() as session:
        erasing.erase(session, last.id)
    assert count(store, course) == 0
    assert kept(store) == before
    assert last.id not in str(before)


def test_lessons_after_an_erasure_are_counted_too(store: Store, course: Course) -> None:
    """SQLite gives the numbers of erased attempts to others: it is not by them that something counts as new."""
    helmets(store, [Grade.RIGHT] * 4)
    [last] = people(store, 1)
    lesson(store, last, (HELMET, Grade.WRONG))
    count(store, course)
    with store.writing() as session:
        erasing.erase(session, last.id)
    helmets(store, [Grade.RIGHT] * 5, at=BEGINNING + HOUR)
    count(store, course)
    told, _ = kept(store)[HELMET, 1, ALL]
    assert (told["right"], told["wrong"]) == (9, 1)
