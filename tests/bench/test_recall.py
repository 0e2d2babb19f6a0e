from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random

import pytest
from fsrs import Scheduler

from bench.recall import measure
from bench.recall.answers import LONGEST_GAP, BadLog, asked_at_random, read_log
from bench.recall.contest import CONSTANT, KINDS, RIVALS, aiming_at
from bench.recall.finding import at
from bench.recall.learners import Learner
from bench.recall.loss import constant_loss, log_loss, surprise
from bench.recall.minds import HalfLife, Mind, PowerLaw
from bench.recall.plans import FIRST, Daily, Fsrs, Leitner, NewPlan, Plan, Sm2, Waits, Werkmaat
from bench.recall.practice import practise
from bench.report import Options

DAY = timedelta(days=1)
MORNING = FIRST + timedelta(hours=8)
EARLIER = [MORNING + days * timedelta(hours=23, minutes=55) for days in range(6)]
HEADER = "card_id,review_rating,review_time,review_duration\n"


class Never(Waits):
    def _due(self, right: bool, now: datetime) -> datetime:
        return now + 10_000 * DAY


def after(plan: Plan, answers: Sequence[bool], gap: timedelta = DAY) -> list[float]:
    """The days that a plan waits after each answer."""
    now, waits = MORNING, []
    for right in answers:
        due = plan.answered(right, now)
        waits.append(round((due - now) / DAY, 3))
        now = max(due, now + gap)
    return waits


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_simulated_learner_forgets_more_with_every_day(kind: type[Mind]) -> None:
    mind = kind(ease=1.0, knows=0.5, random=Random(1))
    assert mind.chance(MORNING) == 0.5
    mind.answer(MORNING)
    chances = [mind.chance(MORNING + days * DAY) for days in (0, 1, 10, 100)]
    assert chances[0] == 1
    assert chances == sorted(set(chances), reverse=True)


def test_half_is_forgotten_after_a_half_life_and_a_power_law_keeps_more_in_the_end() -> None:
    half, power = HalfLife(1.0, 1.0, Random(1)), PowerLaw(1.0, 1.0, Random(1))
    half.answer(MORNING)
    power.answer(MORNING)
    power.lasts = half.lasts
    assert half.chance(MORNING + half.lasts * DAY) == pytest.approx(0.5)
    assert half.chance(MORNING + 10 * half.lasts * DAY) < power.chance(MORNING + 10 * half.lasts * DAY)


def test_a_success_after_a_while_makes_it_last_and_one_at_once_does_not() -> None:
    mind = HalfLife(1.0, 1.0, Random(1))
    mind.answer(MORNING)
    first = mind.lasts
    assert mind.answer(MORNING)
    assert mind.lasts == first
    while not mind.answer(MORNING + 30 * DAY):
        mind = HalfLife(1.0, 1.0, mind.random)
        mind.answer(MORNING)
    assert mind.lasts > 2 * first


def test_a_learner_is_the_same_for_every_scheduler() -> None:
    one, same, other = Learner(PowerLaw, 3, 1), Learner(PowerLaw, 3, 1), Learner(PowerLaw, 3, 2)
    assert one.lessons(60) == same.lessons(60) != other.lessons(60)
    assert practise(one, Werkmaat, 40) == practise(same, Werkmaat, 40)


def test_learners_practise_on_three_to_seven_days_a_week() -> None:
    for number in range(30):
        weeks = Learner(HalfLife, number, 1).lessons(70)
        a_week = {sum(at is not None for at in weeks[week : week + 7]) for week in range(0, 70, 7)}
        assert len(a_week) == 1
        assert 3 <= a_week.pop() <= 7


@pytest.mark.parametrize("kind", KINDS.values())
def test_who_is_never_asked_again_retains_least_and_who_is_asked_daily_most(kind: type[Mind]) -> None:
    learner = Learner(kind, 1, 1)
    never, ours, daily = (practise(learner, plan, 90) for plan in (Never, Werkmaat, Daily))
    assert never.met == ours.met == daily.met
    assert never.retention < ours.retention < daily.retention <= 1
    assert never.reviews < ours.reviews < daily.reviews


def test_sm2_waits_one_day_then_six_then_two_and_a_half_times_as_long() -> None:
    assert after(Sm2(), [True, True, True, True, False, True]) == [1, 6, 15, 38, 0, 1]


def test_a_late_answer_does_not_make_sm2_ask_sooner() -> None:
    assert after(Sm2(), [True, True, True], gap=30 * DAY) == [1, 6, 15]


def test_leitner_goes_on_by_a_box_and_back_to_the_first() -> None:
    plan = Leitner((1, 2, 7))
    due = [plan.answered(right, MORNING + day * DAY) for day, right in ((0, True), (2, True), (9, True), (16, False))]
    assert [moment.date() for moment in due] == [(FIRST + day * DAY).date() for day in (2, 9, 16, 17)]
    assert due[0].tzinfo is UTC


def test_what_only_waits_forgets_a_tenth_until_it_asks_again() -> None:
    plan = Sm2()
    plan.answered(True, MORNING)
    plan.answered(True, MORNING + DAY)
    assert plan.chance(MORNING + DAY) == 1
    assert plan.chance(MORNING + 7 * DAY) == pytest.approx(0.9)


def test_ours_with_its_own_aim_is_what_the_bot_does() -> None:
    same: list[NewPlan] = [Werkmaat, aiming_at(0.9)]
    learner = Learner(PowerLaw, 1, 1)
    one, other = (practise(learner, plan, 90) for plan in same)
    assert one == other
    assert practise(learner, aiming_at(0.97), 90).reviews > one.reviews


def test_a_review_log_becomes_one_history_a_card(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        f"{HEADER}7,3,2026-01-02T08:00:00+00:00,900\n8,2,2026-01-02T08:00:00+00:00,\n7,1,2026-01-01T09:00:00+01:00,800\n"
    )
    moment = datetime(2026, 1, 1, 8, tzinfo=UTC)
    assert read_log(path) == [[(False, moment), (True, moment + DAY)], [(True, moment + DAY)]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("card_id,rating\n1,2\n", "the first line names no column review_rating, review_time"),
        (f"{HEADER}1,3,2026-01-01T08:00:00+00:00,1\n1,5,2026-01-02T08:00:00+00:00,1\n", "line 3: review_rating is '5'"),
        (f"{HEADER}1,3,yesterday,1\n", "line 2: review_time is 'yesterday'"),
        (f"{HEADER}1,3,2026-01-01T08:00:00,1\n", "line 2: review_time 2026-01-01T08:00:00 has no zone"),
        (f"{HEADER}1\n", "line 2: review_rating is None"),
        (HEADER, "nothing to predict"),
    ],
)
def test_a_bad_review_log_is_named_by_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "log.csv"
    path.write_text(text)
    with pytest.raises(BadLog, match=message):
        read_log(path)


def test_who_is_asked_at_random_waits_one_day_to_two_months() -> None:
    histories = asked_at_random(Learner(HalfLife, 1, 1), 20, 180)
    gaps = [(later[1] - earlier[1]) / DAY for history in histories for earlier, later in pairwise(history)]
    assert len(histories) == 20
    assert 1 <= min(gaps) < 2
    assert 50 < max(gaps) <= LONGEST_GAP
    assert histories == asked_at_random(Learner(HalfLife, 1, 1), 20, 180)


def test_a_sure_and_wrong_prediction_costs_much_but_not_everything() -> None:
    assert surprise(True, 0.5) == surprise(False, 0.5) == pytest.approx(log(2))
    assert surprise(True, 0.9) < surprise(False, 0.1 + 0.1) < surprise(False, 0.9)
    assert surprise(False, 1.0) == pytest.approx(-log(0.001))


def test_the_loss_looks_only_at_answers_that_a_night_parts() -> None:
    same_day = (False, MORNING + timedelta(hours=1))
    histories = [[(True, MORNING), same_day, (True, MORNING + DAY)], [(True, MORNING), (False, MORNING + DAY)]]
    daily = log_loss([[(True, MORNING), (True, MORNING + DAY)], [(True, MORNING), (True, MORNING + DAY)]], Daily)
    assert daily == pytest.approx(-log(0.9))
    assert constant_loss(histories) == pytest.approx(log(2))


def test_ours_knows_what_a_night_is_and_predicts_better_for_it() -> None:
    """Learners who come a little earlier than the day before: py-fsrs takes that for no time at all."""
    minds = [Learner(PowerLaw, 1, 1).item(number) for number in range(60)]
    histories = [[(mind.answer(at), at) for at in EARLIER] for mind in minds]
    assert log_loss(histories, Werkmaat) < log_loss(histories, partial(Fsrs, Scheduler()))


def test_between_two_aims_the_cost_lies_between() -> None:
    frontier = [(0.9, 12.0), (0.8, 10.0)]
    assert at(0.85, frontier) == pytest.approx(11)
    assert at(0.8, frontier) == 10
    assert at(0.95, frontier) is None


def test_the_finding_has_a_row_for_every_scheduler_and_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.recall.finding.QUICK", 1)
    path = tmp_path / "log.csv"
    path.write_text(f"{HEADER}7,3,2026-01-01T08:00:00+00:00,1\n7,1,2026-01-04T08:00:00+00:00,1\n")
    finding = measure(Options(quick=True, seed=5, reviews=path))
    names = [f"{source}: {name}" for source in (*KINDS, "review log") for name in (*RIVALS, CONSTANT)]
    assert [row[0] for row in finding.rows] == names
    assert {len(row) for row in finding.rows} == {len(finding.columns)}
    assert finding == measure(Options(quick=True, seed=5, reviews=path))
