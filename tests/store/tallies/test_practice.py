"""What was practised in a month, counted by the database."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.store import Store
from bot.store.tables import CheckIn, Lesson, Mission
from bot.store.tallies import practice
from bot.store.tallies.practice import Answers, Profile, Tally
from tests.fakes.stores import add
from tests.store.tallies.rows import LATER, MIDDLE, OCTOBER, SECOND, learner, practise, strangers

UNITS = {"a": "gear", "b": "gear", "c": "roof"}


def counted(store: Store, count: Callable[..., Any], *more: Any) -> Any:
    with store.reading() as session:
        found = count(session, OCTOBER, *more)
        return found if isinstance(found, int | Tally) else sorted(found, key=str)


def test_who_answered_something_is_active_with_their_profile(store: Store) -> None:
    for number in (1, 2):
        practise(store, learner(store, number), "a", "b")
    practise(store, learner(store, 3, language="tr", sector=None, level="A1"), "a")
    practise(store, learner(store, 4), "a", at=LATER)
    learner(store, 5)
    for stranger in strangers(store):
        practise(store, stranger, "a")
    expected = [Profile("ar", "construction", "pre-A1", 2), Profile("tr", None, "A1", 1)]
    assert counted(store, practice.active) == expected


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        (OCTOBER.begin, 1),
        (OCTOBER.begin - SECOND, 0),
        (OCTOBER.end - SECOND, 1),
        (OCTOBER.end, 0),
    ],
)
def test_a_period_has_its_first_moment_and_not_its_end(store: Store, moment: Any, inside: int) -> None:
    practise(store, learner(store, 1), "a", at=moment)
    assert counted(store, practice.answers) == Tally(inside, inside)
    assert counted(store, practice.lessons) == Tally(inside, inside)


def test_newcomers_enrolled_in_the_period(store: Store) -> None:
    learner(store, 1, enrolled_at=MIDDLE)
    learner(store, 2, enrolled_at=MIDDLE, keeps=False)
    learner(store, 3, enrolled_at=LATER)
    learner(store, 4)
    assert counted(store, practice.newcomers) == 1


def test_times_and_people_are_two_numbers(store: Store) -> None:
    amina, bilal = learner(store, 1), learner(store, 2)
    for who in (amina, bilal, *strangers(store)):
        practise(store, who, "a", "b")
    practise(store, bilal, "c", at=MIDDLE + SECOND)
    assert counted(store, practice.answers) == Tally(5, 2)
    assert counted(store, practice.lessons) == Tally(3, 2)


def test_a_trial_is_no_lesson_and_one_that_runs_has_not_ended(store: Store) -> None:
    amina = learner(store, 1)
    add(
        store,
        Lesson(id="trial", learner_id=amina.id, plan=[], size=1, kind="trial", started_at=MIDDLE, ended_at=MIDDLE),
        Lesson(id="open", learner_id=amina.id, plan=[], size=1, started_at=MIDDLE),
    )
    assert counted(store, practice.lessons) == Tally(0, 0)


def test_missions_count_when_they_were_confirmed(store: Store) -> None:
    for who in (learner(store, 1), *strangers(store)):
        for name, confirmed_at in (("in", MIDDLE), ("after", LATER), ("never", None)):
            key = f"{name}{who.telegram_id}"
            add(
                store,
                Mission(
                    id=key,
                    learner_id=who.id,
                    item_id="m",
                    revision=1,
                    state="done",
                    taken_on_at=MIDDLE,
                    confirmed_at=confirmed_at,
                ),
            )
    assert counted(store, practice.confirmed) == Tally(1, 1)


def test_a_check_in_counts_when_it_was_answered_with_a_mood(store: Store) -> None:
    amina = learner(store, 1)
    for name, mood, answered_at in (("a", 2, MIDDLE), ("b", None, MIDDLE), ("c", None, None), ("d", 4, LATER)):
        add(store, CheckIn(id=name, learner_id=amina.id, asked_at=MIDDLE, mood=mood, answered_at=answered_at))
    assert counted(store, practice.check_ins) == Tally(1, 1)


def test_answers_are_counted_by_unit_and_items_of_none_are_left_out(store: Store) -> None:
    amina, bilal = learner(store, 1), learner(store, 2)
    practise(store, amina, "a", "b", "c", "retired")
    practise(store, bilal, "a", right=False)
    for stranger in strangers(store):
        practise(store, stranger, "a")
    expected = [Answers("gear", 3, 2, 2), Answers("roof", 1, 1, 1)]
    assert counted(store, practice.units, UNITS) == expected
    assert counted(store, practice.units, {}) == []
