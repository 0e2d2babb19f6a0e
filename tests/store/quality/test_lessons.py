"""Reading lessons to be counted: in the order of their beginning, each once, with what is known of them."""

from datetime import timedelta

from bot.learning.items import Grade
from bot.store import Store
from bot.store.practice import Kind
from bot.store.quality.lessons import Mark, Portion, next_portion, waiting
from tests.fakes.met import HELMET, LATER, MEET, lesson, people
from tests.fakes.stores import BEGINNING

HOUR = timedelta(hours=1)


def portion(store: Store, after: Mark | None = None, most: int = 10) -> Portion | None:
    return next_portion(store, after, LATER, "record", most)


def test_each_lesson_comes_once_whatever_the_portions(store: Store) -> None:
    """Also those that began at the same moment."""
    who = people(store, 3)
    kept = [lesson(store, one, (HELMET, Grade.RIGHT), at=BEGINNING + hours * HOUR) for hours in (1, 0) for one in who]
    for most in (1, 2, 4, 6, 7):
        seen: list[str] = []
        mark = None
        while found := portion(store, mark, most):
            assert len(found.lessons) <= most
            seen += [one.id for one in found.lessons]
            mark = found.mark
        assert sorted(seen) == sorted(one.id for one in kept)
        assert seen[:3] == sorted(one.id for one in kept[3:])


def test_what_is_younger_waits(store: Store) -> None:
    [who] = people(store, 1)
    lesson(store, who, (HELMET, Grade.RIGHT), at=LATER + HOUR)
    assert portion(store) is None
    assert waiting(store, None, LATER) == 0
    assert waiting(store, None, LATER + HOUR) == 1


def test_trials_placements_and_who_keeps_no_record_are_passed_over(store: Store) -> None:
    [amina] = people(store, 1)
    [bilal] = people(store, 1, keeps=False)
    lesson(store, amina, (HELMET, None), kind=Kind.TRIAL)
    lesson(store, bilal, (HELMET, Grade.RIGHT))
    last = lesson(store, amina, (HELMET, Grade.RIGHT), kind=Kind.PLACEMENT, at=BEGINNING + HOUR)
    found = portion(store)
    assert found == Portion([], Mark(BEGINNING + HOUR, last.id))
    assert portion(store, found.mark) is None


def test_a_lesson_says_who_met_what_for_the_first_time_and_how_they_did_before(store: Store) -> None:
    [amina] = people(store, 1, "uk")
    lesson(store, amina, (MEET, Grade.SEEN), (HELMET, Grade.WRONG), (HELMET, Grade.RIGHT), plan=["x"])
    lesson(store, amina, (HELMET, None), ("construction.gear.glasses", Grade.RIGHT), at=BEGINNING + HOUR, too_hard=True)
    found = portion(store)
    assert found
    first, second = found.lessons
    assert (first.language, first.plan, first.answers, first.right) == ("uk", ["x"], 0, 0)
    assert (second.plan, second.answers, second.right) == ([], 2, 1)
    # Twice in one lesson is no earlier meeting.
    assert [(one.item_id, one.first, one.grade) for one in first.shown] == [
        (MEET, True, None),
        (HELMET, True, "wrong"),
        (HELMET, True, "right"),
    ]
    assert [(one.first, one.too_hard, one.answered_at is None) for one in second.shown] == [
        (False, True, True),
        (True, True, False),
    ]


def test_the_trial_was_a_meeting(store: Store) -> None:
    [amina] = people(store, 1)
    lesson(store, amina, (HELMET, None), kind=Kind.TRIAL)
    lesson(store, amina, (HELMET, Grade.RIGHT), at=BEGINNING + HOUR)
    found = portion(store)
    assert found
    assert [one.first for one in found.lessons[0].shown] == [False]
