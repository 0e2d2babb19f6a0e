"""The counsellor's report: what works first, and nothing of who did not share it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.catalogue.course import Course
from bot.i18n import Content, Verbatim
from bot.journeys.report import About, Report, report
from bot.store import Store
from bot.store.tables import Alert, Attempt, Card, CheckIn, Consent, Learner, Lesson, Message, Showing, SkillHeld
from tests.fakes.course import published_course
from tests.fakes.stores import HOME, add, add_learner

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, NOW)


def share(store: Store, learner: Learner, given: bool = True, kind: str = "sharing") -> None:
    add(store, Consent(learner_id=learner.id, kind=kind, given=given, notice="2026-11", at=NOW))


def practise(store: Store, learner: Learner, item_id: str, *days_ago: int) -> None:
    """Right answers to one item, each on a day of its own."""
    for ago in days_ago:
        key, at = f"{learner.telegram_id}{ago}{item_id}"[:24], NOW - ago * DAY
        add(
            store,
            Lesson(id=key, learner_id=learner.id, plan=[], size=1, started_at=at, ended_at=at),
            Showing(id=key, learner_id=learner.id, lesson_id=key, item_id=item_id, revision=1, order=[], shown_at=at),
            Attempt(
                showing_id=key,
                learner_id=learner.id,
                item_id=item_id,
                revision=1,
                answer="a",
                grade="right",
                correct=True,
                at=at,
                update_id=ago,
            ),
        )


def hold(store: Store, learner: Learner, *item_ids: str) -> None:
    for item_id in item_ids:
        card = {"state": 2, "step": None, "stability": 100.0, "difficulty": 5.0}
        add(store, Card(learner_id=learner.id, item_id=item_id, due_at=NOW, last_review_at=NOW - DAY, **card))


def write(store: Store, learner: Learner, message_id: str, at: datetime, **changes: Any) -> None:
    add(store, Message(id=message_id, learner_id=learner.id, text="Ik heb een vraag.", at=at, **changes))


def alert(store: Store, learner: Learner, shows: str = "call") -> None:
    add(store, Alert(id=f"alert{learner.telegram_id}", learner_id=learner.id, flag="violence", shows=shows, at=NOW))


def read(store: Store, course: Course) -> Report:
    return report(store, course, HOME, NOW)


def only(found: Report) -> About:
    (about,) = found.learners
    return about


def test_strengths_and_days_of_who_shares(store: Store, course: Course) -> None:
    amina = add_learner(store)
    share(store, amina)
    gear = [item.id for item in course.items.values() if item.unit == "construction.gear"]
    hold(store, amina, *gear[:3])
    practise(store, amina, gear[0], 3, 10, 40)
    practised = only(read(store, course)).practised
    assert practised is not None
    assert practised.strengths == (Content("construction.gear.title", "Bescherming"),)
    assert (practised.days_in_28, practised.this_week, practised.quiet) == (2, True, False)


def test_who_does_not_share_is_a_number(store: Store, course: Course) -> None:
    refused, never_asked = add_learner(store), add_learner(store, 1002)
    share(store, refused, given=False)
    practise(store, never_asked, "construction.gear.helmet", 1)
    assert read(store, course) == Report(NOW, (), 2)


def test_sharing_can_be_taken_back(store: Store, course: Course) -> None:
    amina = add_learner(store)
    share(store, amina)
    share(store, amina, given=False)
    assert read(store, course).learners == ()


def test_a_message_reaches_the_counsellor_of_who_does_not_share(store: Store, course: Course) -> None:
    amina = add_learner(store)
    write(store, amina, "first", NOW - 3 * DAY)
    write(store, amina, "second", NOW - DAY)
    write(store, amina, "answered", NOW - 5 * DAY, answered_at=NOW)
    write(store, amina, "ours", NOW - 6 * DAY, staff_id=None, answered_at=NOW)
    found = read(store, course)
    assert only(found) == About(amina.id, "Amina", None, 2, NOW - 3 * DAY, False)
    assert found.kept_to_oneself == 1


@pytest.mark.parametrize(("shows", "why"), [("call", ()), ("self_harm", ("self_harm",))])
def test_an_alert_says_what_everybody_on_the_staff_may_know(
    shows: str, why: tuple[str, ...], store: Store, course: Course
) -> None:
    amina = add_learner(store)
    alert(store, amina, shows)
    assert only(read(store, course)) == About(amina.id, "Amina", None, 0, None, True, why=why)


QUIET: list[tuple[tuple[int, ...], dict[str, Any], bool]] = [
    ((9, 10, 11), {}, True),
    ((3, 4, 5), {}, False),
    ((9, 16, 23), {}, False),
    ((9, 10, 11), {"paused_until": NOW + DAY}, False),
    ((9, 10, 11), {"paused_until": NOW - DAY}, False),
    ((), {}, False),
]


@pytest.mark.parametrize(("days_ago", "changes", "quiet"), QUIET)
def test_quiet_by_their_own_rhythm(
    days_ago: tuple[int, ...], changes: dict[str, Any], quiet: bool, store: Store, course: Course
) -> None:
    amina = add_learner(store, **changes)
    share(store, amina)
    practise(store, amina, "construction.gear.helmet", *days_ago)
    practised = only(read(store, course)).practised
    assert practised is not None
    assert practised.quiet is quiet


def test_no_organisation_sees_the_learners_of_another(store: Store, course: Course) -> None:
    share(store, add_learner(store))
    assert report(store, course, "elsewhere", NOW) == Report(NOW, (), 0)


def can(store: Store, learner: Learner) -> None:
    rows = [("k1", "skill.building.walls", None), ("k2", None, "Ik hoed schapen.")]
    for key, skill_id, words in rows:
        add(store, SkillHeld(id=key, learner_id=learner.id, skill_id=skill_id, words=words, source="card", at=NOW))


def test_what_somebody_can_already_do_is_shown_of_who_shares_that_too(store: Store, course: Course) -> None:
    amina = add_learner(store)
    can(store, amina)
    share(store, amina)
    assert only(read(store, course)).can == ()
    share(store, amina, kind="skills")
    assert only(read(store, course)).can == (Verbatim("Ik kan metselen.", language="nl"), Verbatim("Ik hoed schapen."))


@pytest.mark.parametrize("kept_back", ["sharing", "skills"])
def test_without_either_consent_nobody_sees_it(kept_back: str, store: Store, course: Course) -> None:
    amina = add_learner(store)
    can(store, amina)
    share(store, amina)
    share(store, amina, kind="skills")
    share(store, amina, given=False, kind=kept_back)
    write(store, amina, "first", NOW)
    assert only(read(store, course)).can == ()


def test_moods_are_those_that_were_shown_in_the_last_four_weeks(store: Store, course: Course) -> None:
    amina, bilal = add_learner(store), add_learner(store, 1002)
    for key, learner, mood, shared, ago in (
        ("shown", amina, 2, True, 7),
        ("kept", amina, 1, False, 1),
        ("old", amina, 3, True, 29),
        ("skipped", amina, None, True, 2),
        ("theirs", bilal, 5, False, 1),
    ):
        at = NOW - ago * DAY
        add(store, CheckIn(id=key, learner_id=learner.id, asked_at=at, mood=mood, answered_at=at, shared=shared))
    [about] = report(store, course, HOME, NOW).learners
    assert (about.learner_id, about.practised) == (amina.id, None)
    assert [(one.at, one.mood) for one in about.moods] == [(NOW - 7 * DAY, 2)]
