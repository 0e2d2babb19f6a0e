"""The console's benchmark: a world of learners, the same people in a small one and in a large one, and its table."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from bench.console.asking import Browser, NotAnswered, console_on
from bench.console.contest import Measured, Sizes
from bench.console.export import Exported
from bench.console.finding import finding
from bench.console.lives import WEEK
from bench.console.offices import FEWEST, FIRST, MOST, caseloads
from bench.console.pages import COUNSELLOR, Found, compare, visitor
from bench.console.world import GROUP, Plan, fill
from bench.console.worlds import Recipe, recipe
from bench.footprint.memory import MIB
from bot.store import Store, consents, migrating
from bot.store.tables import Attempt, Base, Caseload, GroupMember, Learner, Lesson, Showing
from tests.fakes.course import publish_course
from tests.fakes.house import MONDAY_NOON
from tests.fakes.stores import sqlite_url

ATTEMPTS = 12
FEW, MANY = 100, 160


@pytest.fixture(scope="module")
def what(tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    """Short lives."""
    return recipe(tmp_path_factory.mktemp("recipe"), 1, lives=3, attempts=ATTEMPTS)


def filled(url: str, learners: int, what: Recipe) -> Store:
    store = Store(url)
    migrating.upgrade(store, MONDAY_NOON)
    publish_course(store, MONDAY_NOON)
    store.close()
    fill(url, Plan(learners, what.lives, what.course, MONDAY_NOON, what.seed))
    return Store(url)


@pytest.fixture
def world(empty_url: str, what: Recipe) -> Iterator[Store]:
    """A small world, on each database."""
    store = filled(empty_url, FEW, what)
    yield store
    store.close()


def rows(store: Store, table: type[Base], **known: object) -> list[Base]:
    with store.reading() as session:
        return [*session.scalars(select(table).filter_by(**known))]


@pytest.mark.parametrize("learners", [1, 30, 99, 100, 111, 187, 10_000])
def test_every_learner_has_a_counsellor_who_has_neither_too_few_nor_too_many(learners: int) -> None:
    sizes = [*caseloads(learners, Random(1))]
    assert sum(sizes) == learners
    assert all(FEWEST <= size <= MOST for size in sizes[len(FIRST) : -1])
    assert max(sizes) <= MOST


def test_everybody_practised_as_often_as_planned_and_nothing_is_mixed_up(world: Store) -> None:
    with world.reading() as session:
        people = session.scalar(select(func.count()).select_from(Learner)) or 0
        attempts = Counter(session.scalars(select(Attempt.learner_id)))
        joined = select(func.count()).select_from(Attempt).join(Showing).join(Lesson)
        whole = joined.where(Attempt.learner_id == Showing.learner_id, Showing.learner_id == Lesson.learner_id)
        assert session.scalar(whole) == sum(attempts.values())
    assert people == FEW + 2 * (FEW // 50)
    assert len(attempts) == people
    assert all(ATTEMPTS <= number < 2 * ATTEMPTS for number in attempts.values())


def test_attempts_stand_in_the_order_in_which_they_were_made(world: Store) -> None:
    with world.reading() as session:
        for learner in session.scalars(select(Learner.id).limit(5)):
            made = session.scalars(select(Attempt.at).where(Attempt.learner_id == learner).order_by(Attempt.id)).all()
            assert [*made] == sorted(made)
            assert made[-1] < MONDAY_NOON


def test_there_are_groups_and_refusals(world: Store) -> None:
    members = Counter(row.group_id for row in rows(world, GroupMember) if isinstance(row, GroupMember))
    assert {*members.values()} == {GROUP}
    with world.reading() as session:
        everybody = session.scalars(select(Learner.id)).all()
    shares = consents.who_agreed(world, everybody, "sharing")
    assert 0 < len(shares) < len(everybody)


def test_a_large_world_holds_the_same_people_as_a_small_one(what: Recipe, tmp_path: Path) -> None:
    worlds = [filled(sqlite_url(tmp_path / f"{size}.db"), size, what) for size in (FEW, MANY)]
    profiles = []
    for store in worlds:
        with store.reading() as session:
            mine = select(Learner).join(Caseload).where(Caseload.staff_id == COUNSELLOR).order_by(Learner.id)
            profiles.append([(one.id, one.name, one.language, one.created_at) for one in session.scalars(mine)])
        store.close()
    assert profiles[0] == profiles[1]
    assert len(profiles[0]) == FIRST[0]


async def test_no_page_takes_more_queries_with_more_learners(what: Recipe, tmp_path: Path) -> None:
    worlds = [filled(sqlite_url(tmp_path / f"{size}.db"), size, what) for size in (FEW, MANY)]
    few, many = (visitor(console_on(store)) for store in worlds)
    for name, (in_few, in_many) in (await compare(few, many, 3, lambda done: None)).items():
        assert in_few.queries == in_many.queries, name
        assert in_few.queries[0] > 0
    for store in worlds:
        store.close()


async def test_a_page_that_does_not_come_is_no_time(world: Store) -> None:
    browser = Browser(console_on(world), COUNSELLOR)
    assert (await browser.get("/today")).size > 0
    with pytest.raises(NotAnswered, match="/learners/nobody: 404"):
        await browser.get("/learners/nobody")


def test_lives_end_in_the_last_week(what: Recipe) -> None:
    for life in what.lives:
        assert life.began < life.ended <= MONDAY_NOON < life.ended + WEEK


def found(seconds: float, *queries: int) -> Found:
    return Found([seconds, seconds], [*queries])


@pytest.mark.parametrize(
    ("queries", "said"),
    [
        (((9, 9), (9, 9)), "9"),
        (((9, 12), (9, 12)), "9 to 12"),
        (((9, 9), (11, 11)), "not alike: 9; 11"),
        (((9, 12), (12, 9)), "not alike: 9 to 12"),
    ],
)
def test_the_table_says_whether_the_queries_are_the_same(queries: tuple[tuple[int, ...], ...], said: str) -> None:
    pages = {"Today": (found(0.1, *queries[0]), found(0.12, *queries[1]))}
    measured = Measured(pages, {"CSV": (Exported(MIB, MIB, 1), Exported(9 * MIB, 2 * MIB, 10))})
    table = finding(Sizes(), {"sqlite": measured})
    assert table.columns[:4] == ("", "SQLite, 100", "10,000", "ratio")
    assert table.rows[0] == ("Today", "100.0", "120.0", "1.200", said, "at most 1.5")
    assert table.rows[1][1:4] == ("1.0", "2.0", "")
    assert "9.0 MiB in 10 s" in table.notes[-1]
