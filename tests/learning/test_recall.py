import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.recall import Memory, retained, review
from tests.learning.courses import DAY, NOW, remembered

TODAY = NOW.replace(hour=0)
GAPS = st.lists(st.tuples(st.booleans(), st.timedeltas(timedelta(0), 400 * DAY)), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("answers", "due_at"),
    [
        ([True], TODAY + 2 * DAY),
        ([False], NOW + timedelta(minutes=10)),
        ([False, True], TODAY + 3 * DAY),
        ([True, True, False], NOW + timedelta(minutes=10)),
    ],
)
def test_a_right_answer_waits_for_days_and_a_miss_for_minutes(answers: list[bool], due_at: datetime) -> None:
    memory = remembered("a", *answers, ago=timedelta(0))
    assert memory.due_at == due_at
    assert memory.missed == (not answers[-1])


def test_what_is_known_waits_longer_each_time() -> None:
    memory, now, waits = None, TODAY, []
    for _ in range(6):
        memory = review(memory, "a", True, now)
        waits.append(memory.due_at - now)
        now = memory.due_at
    assert waits == sorted(waits)
    assert len(set(waits)) >= 5
    assert waits[-1] == 365 * DAY


def test_it_is_fsrs_with_its_default_weights_and_without_fuzz() -> None:
    scheduler = Scheduler(
        learning_steps=(timedelta(minutes=10),),
        relearning_steps=(timedelta(minutes=10),),
        maximum_interval=365,
        enable_fuzzing=False,
    )
    card, memory, now = Card(card_id=1, due=TODAY), None, TODAY
    for right, days in [(True, 2), (True, 8), (False, 1), (True, 3), (True, 30), (False, 0), (True, 400)]:
        card, _ = scheduler.review_card(card, Rating.Good if right else Rating.Again, now)
        memory = review(memory, "a", right, now)
        assert (memory.stability, memory.difficulty, memory.due_at) == (
            card.stability,
            card.difficulty,
            card.due,
        )
        assert (memory.state, memory.step, memory.last_review_at) == (card.state, card.step, now)
        now += days * DAY


def test_a_night_is_a_day_whatever_the_hour() -> None:
    evening = TODAY + timedelta(hours=20)
    in_the_evening = review(None, "a", True, evening)
    next_morning = review(None, "a", True, TODAY + timedelta(hours=8))
    assert in_the_evening.due_at == next_morning.due_at == TODAY + 2 * DAY
    early = TODAY + DAY + timedelta(hours=7)
    assert retained(in_the_evening, early) == retained(next_morning, early) < 1
    assert retained(in_the_evening, evening + timedelta(hours=1)) == 1
    assert review(in_the_evening, "a", True, early) == review(next_morning, "a", True, early)


def test_memory_fades() -> None:
    memory = remembered("a", True, True, ago=timedelta(0))
    chances = [retained(memory, NOW + days * DAY) for days in (0, 1, 10, 100, 1000)]
    assert chances[0] == 1.0
    assert chances == sorted(chances, reverse=True)
    assert retained(memory, NOW + round(memory.stability) * DAY) == pytest.approx(0.9, abs=0.01)


def test_a_memory_does_not_change_and_reviewing_needs_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_sleep(_: float) -> None:
        raise AssertionError("a card slept")

    monkeypatch.setattr(time, "sleep", no_sleep)
    memory = remembered("a", True)
    before = replace(memory)
    assert review(memory, "a", False, NOW) == review(memory, "a", False, NOW)
    assert memory == before


def test_any_zone_is_the_same_moment() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=5)))
    assert review(None, "a", True, elsewhere) == review(None, "a", True, NOW)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        review(None, "a", True, datetime(2026, 11, 30))  # noqa: DTZ001
    with pytest.raises(ValueError, match="has no time zone"):
        retained(remembered("a", True), datetime(2026, 11, 30))  # noqa: DTZ001


def test_the_memory_of_another_item_is_refused() -> None:
    with pytest.raises(ValueError, match="a memory of a cannot be reviewed as b"):
        review(remembered("a", True), "b", True, NOW)


@given(GAPS)
def test_any_history_gives_a_sound_memory(history: list[tuple[bool, timedelta]]) -> None:
    memory: Memory | None = None
    now = NOW
    for right, gap in history:
        memory = review(memory, "a", right, now)
        assert memory.due_at > now
        assert memory.due_at.tzinfo == UTC
        assert memory.missed == (not right)
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10
        assert 0 < retained(memory, now + gap) <= 1
        now += gap
