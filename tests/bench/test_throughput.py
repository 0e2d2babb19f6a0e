"""Steps of load: what is made of the moments, and how the load rises."""

import asyncio
from pathlib import Path
from random import Random

import pytest

from bench.moments import Moments, NotedBrain, kept
from bench.numbers import percentile
from bench.outside import Deed
from bench.throughput.crowd import PRACTISE, Screen
from bench.throughput.steps import Step, climb, step
from bot.i18n import Catalogues
from bot.settings import LOCALES
from bot.store import Store
from bot.store.tables import Attempt
from tests.fakes.course import publish_course
from tests.fakes.desk import AMINA, BILAL, Desk
from tests.fakes.quick_brain import QuickBrain
from tests.fakes.stores import BEGINNING


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    publish_course(sqlite_store, BEGINNING)
    return Desk(sqlite_store, QuickBrain(), Catalogues.load(LOCALES))


def at_most(limit: float) -> Step:
    return Step(limit, 1, [0.1], [0.1], 0)


@pytest.mark.parametrize(("share", "found"), [(0.5, 2), (0.75, 3), (0.95, 4), (0.01, 1), (1, 4)])
def test_a_percentile_is_one_of_the_values(share: float, found: float) -> None:
    assert percentile([4, 1, 3, 2], share) == found


def test_a_percentile_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="needs values"):
        percentile([], 0.5)


def test_a_step_counts_from_the_deed_and_from_the_inbox_after_the_warm_up() -> None:
    deeds = [Deed(1, 0), Deed(2, 6), Deed(1, 8), Deed(2, 9)]
    received: Moments = {1: [0.5, 8.5], 2: [6.25, 9.25]}
    ends: Moments = {1: [4, 9], 2: [7, 10]}
    found = step(deeds, received, ends, sent=[1, 5, 6, 8.5, 9], people=2)
    assert sorted(found.taps) == [1, 1, 1]
    assert sorted(found.turns) == [0.5, 0.75, 0.75]
    assert (found.rate, found.sent) == (3 / 4, 3 / 4)


def test_a_deed_without_a_turn_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="one update and one turn"):
        step([Deed(1, 0), Deed(1, 9)], {1: [0, 9]}, {1: [1]}, [], people=1)


def test_a_load_is_bearable_while_nearly_all_wait_less_than_a_second() -> None:
    assert Step(1, 1, [0.1] * 96 + [9] * 4, [], 0).bearable
    assert not Step(1, 1, [0.1] * 94 + [1] * 6, [], 0).bearable


def test_loads_rise_to_the_first_that_is_too_much_and_then_close_in() -> None:
    measured = []

    def measure(load: float) -> Step:
        measured.append(load)
        return Step(load, 1, [0.1 if load < 35 else 2], [0.1], 0)

    steps = climb(measure, (10, 20, 40, 80), between=2)
    assert measured == [10, 20, 40, 30, 35]
    assert [one.rate for one in steps] == [10, 20, 30, 35, 40]


def test_loads_that_are_all_borne_are_measured_once_each() -> None:
    assert [one.rate for one in climb(at_most, (10, 20), between=2)] == [10, 20]


async def test_the_screen_shows_what_can_be_tapped_now(desk: Desk) -> None:
    desk.enrol()
    screen = Screen(desk.store, desk.courses, Random(1))
    tapped = []
    for _ in range(10):
        tapped.append(screen.button(AMINA))
        desk.taps(tapped[-1])
        await desk.works()
    assert tapped[0] == PRACTISE
    assert tapped[1].startswith("practice:")
    # Some items take several taps.
    assert len(desk.everything()[Attempt.__tablename__]) > 1


async def test_a_turn_is_noted_when_it_is_kept(sqlite_store: Store, tmp_path: Path) -> None:
    publish_course(sqlite_store, BEGINNING)
    brain = NotedBrain(QuickBrain(), tmp_path / "kept")
    desk = Desk(sqlite_store, brain, Catalogues.load(LOCALES))
    for chat in (AMINA, BILAL):
        desk.enrol(chat)
        desk.says("/help", chat)
        desk.says("/tip", chat)
    await desk.works()
    # As the worker does between two turns.
    await asyncio.sleep(0)
    brain.close()
    assert {chat: len(moments) for chat, moments in kept(tmp_path / "kept").items()} == {AMINA: 2, BILAL: 2}
