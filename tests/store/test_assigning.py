"""Units that counsellors choose: each once, told with it, and taken back."""

from random import Random
from typing import Any

from bot.store import Store, assigning, erasing, learners, people, work_words
from bot.store.exporting import export
from bot.store.people import Role
from bot.store.tables import Staff, WorkWord
from tests.fakes.stores import BEGINNING, add, add_learner, outbox_rows
from tests.store.rows import later

TOLD: dict[str, Any] = {"lines": []}


def els(store: Store) -> Staff:
    return people.add_staff(store, "Els", "els@example.org", Role.COUNSELLOR, BEGINNING, Random(1))


def refs(store: Store) -> list[str | None]:
    return [row.ref for row in outbox_rows(store)]


def test_a_unit_is_chosen_once_and_the_learner_told(store: Store) -> None:
    before, staff = add_learner(store).version, els(store)
    assert assigning.assign(store, "learner1001", "shared.phone", staff.id, later(1), "r1", TOLD)
    assert assigning.assign(store, "learner1001", "shared.sick", staff.id, BEGINNING, "r2", TOLD)
    assert not assigning.assign(store, "learner1001", "shared.phone", staff.id, later(2), "r3", TOLD)
    found = assigning.of(store, "learner1001")
    assert [(one.unit_id, one.at, one.done_at) for one in found] == [
        ("shared.sick", BEGINNING, None),
        ("shared.phone", later(1), None),
    ]
    assert {assigning.by(store, one) for one in found} == {"Els"}
    assert refs(store) == ["r1", "r2"]
    after = learners.by_id(store, "learner1001")
    assert after
    assert after.version == before + 2


def test_each_unit_is_told_with_who_chose_it(store: Store) -> None:
    add_learner(store)
    staff = els(store)
    omar = people.add_staff(store, "Omar", "omar@example.org", Role.LEAD, BEGINNING, Random(2))
    assigning.assign(store, "learner1001", "shared.phone", staff.id, later(1), "r1", TOLD)
    assigning.assign(store, "learner1001", "shared.sick", omar.id, BEGINNING, "r2", TOLD)
    found = assigning.with_names(store, "learner1001")
    assert [(one.unit_id, name) for one, name in found] == [("shared.sick", "Omar"), ("shared.phone", "Els")]


def test_nobody_is_given_nothing(store: Store) -> None:
    assert not assigning.assign(store, "nobody", "shared.phone", els(store).id, BEGINNING, "r1", TOLD)
    assert refs(store) == []


def test_a_unit_is_taken_back_once(store: Store) -> None:
    add_learner(store)
    assigning.assign(store, "learner1001", "shared.phone", els(store).id, BEGINNING, "r1", TOLD)
    assert assigning.take_back(store, "learner1001", "shared.phone")
    assert not assigning.take_back(store, "learner1001", "shared.phone")
    assert not assigning.take_back(store, "nobody", "shared.phone")
    assert assigning.of(store, "learner1001") == []


def test_it_is_in_what_the_learner_takes_away(store: Store) -> None:
    add_learner(store, target_job="job.construction.roofer")
    staff = els(store)
    people.add_staff(store, "Omar", "omar@example.org", Role.LEAD, BEGINNING, Random(2))
    assigning.assign(store, "learner1001", "shared.phone", staff.id, BEGINNING, "r1", TOLD)
    document = export(store, 1001)
    assert document
    mine = {"unit": "shared.phone", "by": "Els", "at": BEGINNING.isoformat(), "done_at": None}
    assert document["assigned_units"] == [mine]
    assert document["profile"]["target_job"] == "job.construction.roofer"


def test_only_exercises_that_were_made_of_the_own_words_count(store: Store) -> None:
    add_learner(store)
    add_learner(store, 1002)
    for number, (owner, state) in enumerate([(1001, "made"), (1001, "waiting"), (1002, "made")]):
        word = WorkWord(id=f"w{number}", learner_id=f"learner{owner}", at=BEGINNING, state=state, item_id=f"a.{number}")
        add(store, word)
    assert work_words.items_made(store, "learner1001") == {"a.0"}


def test_it_goes_with_the_learner(store: Store) -> None:
    add_learner(store)
    assigning.assign(store, "learner1001", "shared.phone", els(store).id, BEGINNING, "r1", TOLD)
    with store.writing() as session:
        assert erasing.erase(session, "learner1001")
    assert assigning.of(store, "learner1001") == []
