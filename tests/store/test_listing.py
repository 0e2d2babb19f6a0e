"""The learners of a list that leaves Werkmaat: who agreed to both, in the order of their names, batch by batch."""

from collections.abc import Iterable
from typing import Any

import pytest

from bot.store import Store, listing
from bot.store.listing import Listed, Numbers
from bot.store.outside import Leave
from bot.store.tables import Caseload, Consent, Lesson, Mission, Organisation, Staff
from tests.fakes.stores import BEGINNING, HOME, add, add_learner, staff_row
from tests.store.rows import later

LEAVE = Leave(HOME, ("sharing", "export"))


def agreed(store: Store, number: int, kinds: Iterable[str] = LEAVE.kinds, **changes: Any) -> str:
    """A learner of Lien's who said yes to these questions."""
    learner = add_learner(store, number, **changes)
    if changes.get("organisation_id", HOME) == HOME:
        add(store, Caseload(staff_id="lien", learner_id=learner.id, since=BEGINNING))
    for kind in kinds:
        add(store, Consent(learner_id=learner.id, kind=kind, given=True, notice="2026-11", at=BEGINNING))
    return learner.id


@pytest.fixture
def lien(store: Store) -> Staff:
    member = staff_row("lien")
    add(store, member)
    return member


def everybody(store: Store, member: Staff, limit: int | None = None) -> list[Listed]:
    """All that is listed; of so many, if a limit is given."""
    with store.reading() as session:
        order = listing.order(session, member, LEAVE, BEGINNING, limit)
        found = listing.batch(session, member, LEAVE, BEGINNING, [*reversed(order)])
    assert [one.id for one in found] == [*order]
    return found


def numbers(store: Store, member: Staff) -> Numbers:
    with store.reading() as session:
        return listing.numbers(session, member, LEAVE, BEGINNING)


def test_both_consents_are_needed_and_the_newest_answer_counts(store: Store, lien: Staff) -> None:
    agreed(store, 1)
    agreed(store, 2, ("sharing",))
    agreed(store, 3, ("export",))
    agreed(store, 4, ())
    changed = agreed(store, 5)
    add(store, Consent(learner_id=changed, kind="export", given=False, notice="2026-11", at=BEGINNING))
    assert [one.id for one in everybody(store, lien)] == ["learner1"]
    assert numbers(store, lien) == Numbers(1, 4)


def test_it_holds_nobody_whom_the_member_may_not_see(store: Store, lien: Staff) -> None:
    add(store, Organisation(id="other", name="Other", created_at=BEGINNING))
    agreed(store, 1)
    agreed(store, 2, organisation_id="other")
    karim, ada = staff_row("karim"), staff_row("ada", role="administrator")
    add(store, karim, ada)
    for member, ids in ((lien, ["learner1"]), (karim, []), (ada, [])):
        assert [one.id for one in everybody(store, member)] == ids


def test_each_is_in_it_once_in_the_order_of_names(store: Store, lien: Staff) -> None:
    names = ["bilal", "Amina", None, "Amina", "Çelik", "أمينة", "amina", "=1+1", "Zoë"]
    for number, name in enumerate(names):
        agreed(store, number, name=name)
    found = everybody(store, lien)
    assert everybody(store, lien, 3) == found[:3]
    assert sorted(one.id for one in found) == sorted(f"learner{number}" for number in range(len(names)))
    known = [one.name for one in found]
    assert known.index(None) == 0
    assert known.index("bilal") > max(place for place, name in enumerate(known) if name and name.lower() == "amina")


def test_lessons_and_missions_are_counted_by_learner(store: Store, lien: Staff) -> None:
    amina, bilal = agreed(store, 1), agreed(store, 2)
    lesson = {"learner_id": amina, "plan": [], "size": 1, "started_at": BEGINNING}
    mission = {"item_id": "m", "revision": 1, "taken_on_at": BEGINNING}
    add(
        store,
        Lesson(id="l1", ended_at=later(1), **lesson),
        Lesson(id="l2", ended_at=later(2), **lesson),
        Lesson(id="l3", **lesson),
        Lesson(id="l4", ended_at=later(2), kind="placement", **lesson),
        Mission(id="m1", learner_id=amina, state="done", done_at=later(1), **mission),
        Mission(id="m2", learner_id=amina, state="confirmed", done_at=later(1), confirmed_at=later(2), **mission),
        Mission(id="m3", learner_id=bilal, state="taken_on", **mission),
    )
    with store.reading() as session:
        assert listing.lessons(session, [amina, bilal]) == {amina: 2}
        assert listing.missions(session, [amina, bilal]) == {amina: (2, 1), bilal: (0, 0)}


def test_who_may_no_longer_be_listed_is_left_out_of_a_batch(store: Store, lien: Staff) -> None:
    ids = [agreed(store, number) for number in (1, 2)]
    add(store, Consent(learner_id=ids[0], kind="export", given=False, notice="2026-11", at=BEGINNING))
    with store.reading() as session:
        assert [one.id for one in listing.batch(session, lien, LEAVE, BEGINNING, ids)] == ids[1:]
