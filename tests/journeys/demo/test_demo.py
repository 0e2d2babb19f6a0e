"""The demo's people: fictional, made once, and such that every page has something to show."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.catalogue.course import Course
from bot.i18n import Catalogues
from bot.journeys import consent, demo
from bot.journeys.demo.caseload import LEARNERS
from bot.journeys.demo.days import moments
from bot.journeys.demo.people import MARK, STAFF, TEAMS, Habit
from bot.journeys.report import About, report
from bot.journeys.taken_on import MOST_OPEN, WORKING_DAY
from bot.learning.hearing import needs_no_reading
from bot.settings import LOCALES
from bot.store import Store, alerts, assigning, check_ins, erasing, learners, missions, people, practice, skills, talk
from bot.store.exporting import export
from bot.store.tables import Attempt, GroupMember, Learner
from tests.fakes import stores
from tests.fakes.course import REGION, CoursesReadOnce
from tests.fakes.stores import HOME

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")


def course(store: Store) -> Course:
    return CoursesReadOnce(store, REGION, lambda: NOW).current()


@pytest.fixture(scope="module")
def made(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the demo's people in it, to look at."""
    store = stores.copied(sqlite_template, tmp_path_factory.mktemp("demo") / "werkmaat.db")
    assert demo.create(store, course(store), NOW, Random(8))
    yield store
    store.close()


def attempts_of(store: Store) -> dict[str, list[Attempt]]:
    everyone = learners.everyone(store)
    return {str(learner.name): [*practice.attempts(store, learner.id)] for learner in everyone}


def about(store: Store, now: datetime = NOW) -> dict[str, About]:
    return {str(one.name): one for one in report(store, course(store), HOME, now).learners}


def test_everybody_is_there_and_marked(made: Store) -> None:
    everyone = learners.everyone(made)
    assert len(everyone) == len(LEARNERS) == 24
    assert {*people.Role} == {one.role for one in STAFF}
    assert len({learner.language for learner in everyone}) >= 10
    names = [*(one.name for one in everyone), *(one.name for one in people.staff(made))]
    assert all(name and name.endswith(MARK) for name in names)
    teams = {team.id for team in people.teams(made)}
    assert len(teams) == len(TEAMS)
    assert {one.team_id for one in everyone} == teams
    assert {one.team_id for one in people.staff(made)} == {*teams, None}


def test_every_learner_has_a_counsellor_and_a_record(made: Store) -> None:
    for learner in learners.everyone(made):
        assert learners.counsellor(made, learner.id)
        assert learners.consent(made, learner.id, "record")
        assert practice.lessons_ended(made, learner.id) > 3
        assert practice.open_lesson(made, learner.id) is None
        # More than the words of the first lesson.
        assert len(practice.cards(made, learner.id)) > 6
    assert any(practice.tips_shown(made, learner.id) for learner in learners.everyone(made))


def test_they_are_made_once_also_when_one_was_erased(store: Store) -> None:
    assert demo.create(store, course(store), NOW, Random(8))
    erased = learners.everyone(store)[0].id
    with store.writing() as session:
        erasing.erase(session, erased)
    before = {name: len(rows) for name, rows in attempts_of(store).items()}
    assert not demo.create(store, course(store), NOW + timedelta(days=1), Random(9))
    assert {name: len(rows) for name, rows in attempts_of(store).items()} == before


def test_a_failure_leaves_nothing(store: Store) -> None:
    def stumbles(done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo.create(store, course(store), NOW, Random(8), stumbles)
    assert not demo.is_there(store)
    assert learners.count(store) == 0


def test_three_messages_wait(made: Store) -> None:
    waiting = [one for learner in learners.everyone(made) for one in talk.unanswered(made, learner.id)]
    assert len(waiting) == 3
    assert all(one.at < NOW for one in waiting)


def test_calls_are_open_and_one_is_taken_on(made: Store) -> None:
    found = [(learner.name, alert.shows, alert.acknowledged_at is None) for alert, learner in alerts.all_open(made)]
    assert found == [
        (f"Hodan {MARK}", "call", False),
        (f"ليلى {MARK}", "call", True),
        (f"Dawit {MARK}", "call", True),
    ]


def test_what_they_can_do_is_in_the_course(made: Store) -> None:
    held = [one.skill_id for learner in learners.everyone(made) for one in skills.of(made, learner.id)]
    cards = [skill for skill in held if skill]
    assert len(cards) > 10
    assert set(cards) <= set(course(made).skills)


def test_what_counsellors_chose_and_learners_aim_at_is_in_the_course(made: Store) -> None:
    everyone = learners.everyone(made)
    chosen = [one.unit_id for learner in everyone for one in assigning.of(made, learner.id)]
    aims = [learner.target_job for learner in everyone if learner.target_job]
    assert chosen
    assert aims
    assert set(chosen) <= set(course(made).units)
    assert set(aims) <= set(course(made).jobs)


def test_missions_were_taken_on_in_lessons_and_told_of_a_working_day_later_or_more(made: Store) -> None:
    states: list[str] = []
    for learner in learners.everyone(made):
        met, mine = practice.met(made, learner.id), missions.all_of(made, learner.id)
        assert {one.item_id for one in mine} <= met
        assert len(missions.open_ones(made, learner.id)) <= MOST_OPEN
        assert all(one.done_at is None or one.done_at - one.taken_on_at >= WORKING_DAY for one in mine)
        states += [one.state for one in mine]
    assert {*states} == {*missions.State}


def test_moods_are_of_who_is_asked_and_some_stay_with_the_learner(made: Store) -> None:
    shown: list[bool] = []
    for learner in learners.everyone(made):
        mine = check_ins.of(made, learner.id)
        assert not mine or learners.consent(made, learner.id, consent.CHECK_INS)
        if learners.consent(made, learner.id, consent.MOODS):
            assert all(one.shared for one in mine)
        shown += [one.shared for one in mine]
    assert {*shown} == {True, False}


def test_who_listens_practised_what_needs_no_reading(made: Store) -> None:
    items = course(made).items
    listening = [learner for learner in learners.everyone(made) if learner.listens]
    assert listening
    for learner in listening:
        assert all(needs_no_reading(items[key]) for key in practice.met(made, learner.id))


def test_some_names_and_skills_stand_in_the_letters_of_their_own_language(made: Store) -> None:
    names = [str(learner.name) for learner in learners.everyone(made)]
    assert sum(not name.isascii() and unicodedata.bidirectional(name[0]) == "AL" for name in names) >= 3
    held = [one for learner in learners.everyone(made) for one in skills.of(made, learner.id)]
    assert any(one.words for one in held)


def test_a_class_of_six_or_more_has_a_group(made: Store) -> None:
    with made.reading() as session:
        members = session.execute(select(GroupMember.since, Learner.created_at).join(Learner)).all()
    assert len(members) >= 6
    assert all(since >= created for since, created in members)


@pytest.mark.postgres
def test_the_same_seed_makes_the_same_people(sqlite_store: Store, postgres_store: Store) -> None:
    for store in (sqlite_store, postgres_store):
        demo.create(store, course(store), NOW, Random(8))
    assert export(sqlite_store, demo.FIRST_ACCOUNT) == export(postgres_store, demo.FIRST_ACCOUNT)


def test_nobody_is_invited_and_nobody_practises_in_the_future(made: Store) -> None:
    assert learners.due(made, NOW + timedelta(days=400)) == []
    for learner in learners.everyone(made):
        assert all(row.at < NOW for row in practice.attempts(made, learner.id))
        assert learner.created_at < learner.last_seen_at < NOW


def test_nobody_does_two_things_at_once(made: Store) -> None:
    for rows in attempts_of(made).values():
        moments_of = [row.at for row in rows]
        assert moments_of == sorted(set(moments_of))
        assert len({row.showing_id for row in rows}) == len(rows)


def test_they_learn(made: Store) -> None:
    """Of what was met two weeks ago or earlier more is known than of what is new."""
    first: list[bool] = []
    later: list[bool] = []
    for rows in attempts_of(made).values():
        met: dict[str, datetime] = {}
        for row in rows:
            since = row.at - met.setdefault(row.item_id, row.at)
            if not since:
                first.append(row.correct)
            elif since > timedelta(days=14):
                later.append(row.correct)
    assert 0.5 < sum(first) / len(first) < 0.75
    assert sum(later) / len(later) > 0.8


@pytest.mark.parametrize("days", range(0, 140, 23))
def test_the_report_shows_every_kind_of_learner_whatever_the_day(days: int, sqlite_store: Store) -> None:
    now = NOW + timedelta(days=days, hours=days % 12)
    demo.create(sqlite_store, course(sqlite_store), now, Random(days))
    found = about(sqlite_store, now)
    shown = {name.removesuffix(f" {MARK}"): one for name, one in found.items()}
    quiet = [name for name, one in shown.items() if one.practised and one.practised.quiet]
    assert (len(shown), quiet) == (23, ["Bahram"])
    assert [name for name, one in shown.items() if one.practised is None] == ["Mamadou"]
    back = shown["Lucía"].practised
    assert back is not None
    assert back.this_week
    assert back.days_in_28 < 8
    strong = [name for name, one in shown.items() if one.practised and one.practised.strengths]
    assert len(strong) > 8


def test_the_one_in_a_pause_rests_now(made: Store) -> None:
    resting = [learner for learner in learners.everyone(made) if learner.paused_until]
    assert [learner.name for learner in resting] == ["Zmarai (demo)"]
    assert all(learner.paused_until and learner.paused_until > NOW for learner in resting)


def days_of(habit: Habit, seed: int = 1) -> list[date]:
    return [moment.astimezone(BRUSSELS).date() for moment in moments(habit, NOW, BRUSSELS, Random(seed))]


HABITS: dict[str, tuple[Habit, Callable[[int, date], bool]]] = {
    "chosen days alone": (Habit("024", "18:00", faithful=1), lambda ago, day: day.weekday() in (0, 2, 4)),
    "stopped": (Habit("0123456", "18:00", stopped=10), lambda ago, day: ago >= 10),
    "away": (Habit("0123456", "18:00", away=(20, 5)), lambda ago, day: ago > 20 or ago <= 5),
    "not for longer than that": (Habit("0123456", "18:00", weeks=2), lambda ago, day: ago <= 14),
}


@pytest.mark.parametrize("name", HABITS)
def test_habits_are_kept(name: str) -> None:
    habit, holds = HABITS[name]
    found = days_of(habit)
    assert found
    assert all(holds((NOW.astimezone(BRUSSELS).date() - day).days, day) for day in found)


@pytest.mark.parametrize("seed", range(5))
def test_two_days_in_a_row_are_never_left_out(seed: int) -> None:
    found = days_of(Habit("0123456", "06:00", faithful=0.1), seed)
    assert {(after - before).days for before, after in pairwise(found)} <= {1, 2}


def test_everybody_speaks_and_works_as_the_content_knows(made: Store) -> None:
    sectors = {sector.id for sector in course(made).region.sectors}
    assert {person.sector for person in LEARNERS} <= sectors
    assert {person.language for person in LEARNERS} <= set(Catalogues.load(LOCALES).languages)
