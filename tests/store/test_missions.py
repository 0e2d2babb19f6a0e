"""Missions in the database: one confirmation a link, on each database, however many press at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bot.store import Conflict, Store, erasing, keep, learners, missions
from bot.store.missions import State
from bot.store.secrets import hashed
from bot.store.tables import Learner, Mission
from tests.fakes.stores import BEGINNING, add, add_learner, outbox_rows
from tests.store.rows import later, waiting_update

CODE = "k3vNQe0b7mZyXw2sUa9TfLrD"
AT_ONCE = 4


@pytest.fixture
def amina(store: Store) -> Learner:
    """Somebody who did a mission, and has a link for ten minutes."""
    learner = add_learner(store)
    link = {"link_hash": hashed(CODE), "link_expires_at": later(10)}
    add(store, mission_row(learner, "m1", state="done", done_at=BEGINNING, **link))
    return learner


def mission_row(learner: Learner, mission_id: str, **changes: object) -> Mission:
    values = {"item_id": "a", "revision": 1, "state": "taken_on", "taken_on_at": BEGINNING, **changes}
    return Mission(id=mission_id, learner_id=learner.id, **values)


def confirm(store: Store, ref: str = "r1", minutes: float = 1) -> bool:
    return missions.confirm(store, CODE, later(minutes), ref, {"lines": []})


def told(store: Store) -> list[str | None]:
    return [row.ref for row in outbox_rows(store)]


def test_confirming_and_telling_are_one(store: Store, amina: Learner) -> None:
    assert confirm(store)
    found = missions.of(store, amina.id, "m1")
    assert found is not None
    assert (found.state, found.done_at, found.confirmed_at) == (State.CONFIRMED, BEGINNING, later(1))
    assert told(store) == ["r1"]


@pytest.mark.parametrize("minutes", [10, 1000])
def test_a_link_ends(minutes: float, store: Store, amina: Learner) -> None:
    assert not confirm(store, minutes=minutes)
    assert told(store) == []


def test_pressed_at_the_same_moment_it_is_confirmed_once(store: Store, amina: Learner) -> None:
    together = Barrier(AT_ONCE)

    def press(number: int) -> bool:
        together.wait()
        return confirm(store, f"r{number}")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert sorted(pool.map(press, range(AT_ONCE))) == [False] * (AT_ONCE - 1) + [True]
    assert len(told(store)) == 1


def test_a_turn_that_began_before_it_was_confirmed_is_decided_again(store: Store, amina: Learner) -> None:
    row = waiting_update(store)
    learner, mission = learners.by_id(store, amina.id), missions.of(store, amina.id, "m1")
    assert learner is not None
    assert mission is not None
    assert confirm(store)
    mission.state = State.LEFT.value
    with pytest.raises(Conflict):
        keep.keep(store, row, [learner, mission], later(2))
    assert [one.state for one in missions.all_of(store, amina.id)] == [State.CONFIRMED]


def test_a_turn_may_drop_rows(store: Store, amina: Learner) -> None:
    other = mission_row(amina, "m2")
    add(store, other)
    keep.keep(store, waiting_update(store), [], later(1), dropped=missions.all_of(store, amina.id)[:1])
    assert [one.id for one in missions.all_of(store, amina.id)] == ["m2"]


def test_those_that_are_open_come_oldest_first(store: Store, amina: Learner) -> None:
    add(store, mission_row(amina, "m3", taken_on_at=later(3)), mission_row(amina, "m2", taken_on_at=later(2)))
    assert [one.id for one in missions.open_ones(store, amina.id)] == ["m2", "m3"]


def test_a_mission_belongs_to_one_learner(store: Store, amina: Learner) -> None:
    assert missions.of(store, "somebody", "m1") is None


def test_nothing_is_confirmed_for_somebody_erased(store: Store, amina: Learner) -> None:
    with store.writing() as session:
        assert erasing.erase(session, amina.id)
    assert not confirm(store)
    assert told(store) == []
