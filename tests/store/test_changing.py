"""What staff change of a learner: for those whom they may see, and told in the same breath."""

from typing import Any

import pytest

from bot.store import Store, changing, learners
from bot.store.tables import Caseload, Learner, Staff
from tests.fakes.stores import BEGINNING, add, add_learner, outbox_rows, staff_row

TOLD: dict[str, Any] = {"lines": []}


def moves(learner: Learner) -> dict[str, Any]:
    learner.level = "A2"
    return TOLD


def leaves(learner: Learner) -> None:
    return None


@pytest.fixture
def els(store: Store) -> Staff:
    add_learner(store)
    els = staff_row("els")
    add(store, els, Caseload(staff_id="els", learner_id="learner1001", since=BEGINNING))
    return els


def kept(store: Store) -> Learner:
    found = learners.by_id(store, "learner1001")
    assert found
    return found


def test_the_change_and_the_message_are_kept_together(store: Store, els: Staff) -> None:
    before = kept(store).version
    assert changing.change(store, els, "learner1001", "r1", BEGINNING, moves)
    assert (kept(store).level, kept(store).version) == ("A2", before + 1)
    assert [(row.ref, row.learner_id, row.payload) for row in outbox_rows(store)] == [("r1", "learner1001", TOLD)]


def test_where_nothing_changes_nothing_is_said(store: Store, els: Staff) -> None:
    before = kept(store).version
    assert not changing.change(store, els, "learner1001", "r1", BEGINNING, leaves)
    assert kept(store).version == before
    assert outbox_rows(store) == []


@pytest.mark.parametrize("learner_id", ["learner1001", "nobody"])
def test_nobody_changes_a_learner_whom_they_may_not_see(learner_id: str, store: Store, els: Staff) -> None:
    omar = staff_row("omar")
    add(store, omar)
    assert not changing.change(store, omar, learner_id, "r1", BEGINNING, moves)
    assert kept(store).level == "pre-A1"
    assert outbox_rows(store) == []
