"""The clock's invitation: to whom, when, and never twice on one date."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.catalogue.course import Course
from bot.journeys.invitation import invite
from bot.journeys.reply import Reply
from bot.store import Store, learners
from bot.store.tables import Learner
from tests.fakes.course import published_course
from tests.fakes.stores import add_learner, outbox_rows

BRUSSELS = ZoneInfo("Europe/Brussels")
MONDAY = datetime(2026, 11, 23, 18, 0, tzinfo=BRUSSELS).astimezone(UTC)
WEDNESDAY, FRIDAY = MONDAY + timedelta(days=2), MONDAY + timedelta(days=4)


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, MONDAY)


def add_due(store: Store, due_at: datetime = MONDAY, **changes: Any) -> Learner:
    return add_learner(store, next_due_at=due_at, practice_days="024", practice_at="18:00", **changes)


def again(store: Store, learner: Learner) -> Learner:
    found = learners.by_id(store, learner.id)
    assert found is not None
    return found


def test_whoever_is_due_is_invited_once(store: Store, course: Course) -> None:
    amina = add_due(store)
    assert list(invite(store, course, MONDAY)) == [True]
    assert list(invite(store, course, MONDAY + timedelta(minutes=1))) == []
    row, after = outbox_rows(store)[0], again(store, amina)
    assert (row.chat_id, row.language, row.kind) == (amina.telegram_id, "ar", "broadcast")
    assert row.expires_at == MONDAY + timedelta(hours=2)
    assert (after.unanswered, after.last_invited_at, after.next_due_at) == (1, MONDAY, WEDNESDAY)


def test_an_invitation_offers_to_practise_or_not_today(store: Store, course: Course) -> None:
    add_due(store)
    list(invite(store, course, MONDAY))
    reply = Reply.from_json(outbox_rows(store)[0].payload or {})
    assert [row[0].data for row in reply.buttons] == ["menu:-:practise", "smalltalk:-:enough"]


def test_an_invitation_does_not_outlast_the_evening(store: Store, course: Course) -> None:
    due_at = datetime(2026, 11, 23, 20, 0, tzinfo=BRUSSELS).astimezone(UTC)
    add_due(store, due_at)
    list(invite(store, course, due_at))
    assert outbox_rows(store)[0].expires_at == due_at + timedelta(hours=1)


def test_the_clock_set_back_invites_nobody_twice(store: Store, course: Course) -> None:
    amina = add_due(store)
    list(invite(store, course, MONDAY))
    after = again(store, amina)
    after.next_due_at = MONDAY - timedelta(hours=1)
    with store.writing() as session:
        session.add(after)
    assert list(invite(store, course, MONDAY - timedelta(minutes=30))) == [False]
    assert len(outbox_rows(store)) == 1
    assert again(store, amina).next_due_at == MONDAY


SKIPPED: dict[str, dict[str, Any]] = {
    "pauses": {"paused_until": MONDAY + timedelta(days=1)},
    "writes right now": {"last_seen_at": MONDAY - timedelta(minutes=5)},
    "left six unanswered": {"unanswered": 6},
    "left three, the last this week": {"unanswered": 3, "last_invited_at": MONDAY - timedelta(days=3)},
}


@pytest.mark.parametrize("changes", SKIPPED.values(), ids=SKIPPED)
def test_nobody_is_invited_who(changes: dict[str, Any], store: Store, course: Course) -> None:
    amina = add_due(store, **changes)
    assert list(invite(store, course, MONDAY)) == [False]
    assert outbox_rows(store) == []
    assert again(store, amina).next_due_at == WEDNESDAY


def test_a_late_invitation_is_left_out_and_the_next_one_planned(store: Store, course: Course) -> None:
    amina = add_due(store)
    assert list(invite(store, course, MONDAY + timedelta(hours=2, minutes=1))) == [False]
    assert again(store, amina).next_due_at == WEDNESDAY


def test_after_a_pause_the_first_chosen_day_counts(store: Store, course: Course) -> None:
    amina = add_due(store, paused_until=WEDNESDAY + timedelta(minutes=1))
    list(invite(store, course, MONDAY))
    assert again(store, amina).next_due_at == FRIDAY


def test_who_wants_no_invitations_any_more_is_never_due_again(store: Store, course: Course) -> None:
    amina = add_learner(store, next_due_at=MONDAY, practice_days="")
    list(invite(store, course, MONDAY))
    assert again(store, amina).next_due_at is None


def test_a_learner_who_changes_meanwhile_is_left_for_the_next_minute(store: Store, course: Course) -> None:
    first, second = add_due(store), add_due(store, telegram_id=1002)
    steps = invite(store, course, MONDAY)
    assert next(steps)
    changed = again(store, second)
    changed.name = "Samir"
    with store.writing() as session:
        session.add(changed)
    assert list(steps) == [False]
    assert [row.learner_id for row in outbox_rows(store)] == [first.id]
    assert list(invite(store, course, MONDAY + timedelta(minutes=1))) == [True]


def test_nobody_is_written_to_who_blocked_the_bot(store: Store, course: Course) -> None:
    add_due(store, blocked_at=MONDAY - timedelta(days=1))
    assert list(invite(store, course, MONDAY)) == []


def test_after_a_clock_that_ran_ahead_was_mended_moments_are_planned_anew(store: Store, course: Course) -> None:
    ahead = MONDAY + timedelta(days=365)
    amina = add_due(store, ahead)
    add_due(store, ahead, telegram_id=1002, paused_until=ahead - timedelta(days=1))
    assert list(invite(store, course, MONDAY)) == [False]
    assert outbox_rows(store) == []
    assert again(store, amina).next_due_at == WEDNESDAY
