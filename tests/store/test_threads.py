"""Threads: in which order, how much of each is new, whether what staff said arrived, and to whom learners write."""

from typing import Any

import pytest

from bot.store import Store, caseloads, threads
from bot.store.tables import Caseload, Message, SpokenMessage, Staff, Team
from bot.store.threads import Delivery
from tests.fakes.statements import statements
from tests.fakes.stores import BEGINNING, HOME, add, add_learner, staff_row
from tests.store.rows import later, reply_row


@pytest.fixture
def els(store: Store) -> Staff:
    """A counsellor of three learners: one waits, one was answered, with one nothing was said."""
    els = staff_row("els")
    add(store, els, *(add_learner_to(store, number, els) for number in (1001, 1002, 1003)))
    add(store, message(1001, 1, read_at=later(2)), message(1001, 5), message(1002, 3, answered_at=later(8)))
    add(store, message(1002, 8, staff_id="els", ref="r1"), reply_row("learner1002", state="dropped"))
    add(store, message(1003, 4, about="problem"))
    return els


def add_learner_to(store: Store, number: int, staff: Staff) -> Caseload:
    add(store, staff)
    learner = add_learner(store, number)
    return Caseload(staff_id=staff.id, learner_id=learner.id, since=BEGINNING)


def message(number: int, minute: int, **changes: Any) -> Message:
    values = {"text": f"{number}: {minute}", "at": later(minute), **changes}
    return Message(id=f"m{number}-{minute}", learner_id=f"learner{number}", **values)


def test_who_waits_longest_comes_first_and_then_the_newest(store: Store, els: Staff) -> None:
    add(store, message(1001, 0, about="problem"))
    found = threads.threads(store, els, later(9), limit=10)
    told = [(one.learner.id, one.last.id, one.unread, one.waits_since, one.lost) for one in found]
    assert told == [
        ("learner1001", "m1001-5", 1, later(1), 0),
        ("learner1002", "m1002-8", 1, None, 1),
    ]
    assert [one.learner.id for one in threads.threads(store, els, later(9), limit=1, skip=1)] == ["learner1002"]


def test_a_thread_says_who_wrote_and_what_became_of_it(store: Store, els: Staff) -> None:
    for minute, state in enumerate(("new", "sent", "parked"), start=10):
        add(store, message(1002, minute, staff_id="els", ref=f"s{minute}"))
        add(store, reply_row("learner1002", f"s{minute}", state=state))
    add(store, message(1002, 20, staff_id="els", ref="forgotten", text=None))
    add(store, SpokenMessage(message_id="m1002-20", learner_id="learner1002", sound=b"OggS"))
    add(store, message(1002, 21, staff_id="els"), message(1002, 22, staff_id="els", about="problem"))
    said = threads.said(store, "learner1002", limit=20)
    assert [(one.message.id, one.sender, one.delivery, one.spoken) for one in said] == [
        ("m1002-3", None, None, False),
        ("m1002-8", "Els", Delivery.LEFT, False),
        ("m1002-10", "Els", Delivery.WAITING, False),
        ("m1002-11", "Els", Delivery.SENT, False),
        ("m1002-12", "Els", Delivery.REFUSED, False),
        ("m1002-20", "Els", Delivery.SENT, True),
        ("m1002-21", "Els", None, False),
    ]
    last = threads.said(store, "learner1002", limit=2, before=later(11))
    assert [one.message.id for one in last] == ["m1002-8", "m1002-10"]


TO_WHOM = {
    "their counsellor": ({"id": "els"}, {1001, 1002, 1003}),
    "another counsellor": ({"id": "kim"}, set[int]()),
    "who stands in": ({"id": "jan"}, {1004}),
    "a lead, of who has nobody else": ({"id": "lea", "role": "lead"}, {1005, 1006, 1008}),
    "a lead who stands in": ({"id": "lou", "role": "lead"}, {1007, 1005, 1006, 1008}),
    "a coordinator": ({"id": "cor", "role": "coordinator"}, set[int]()),
}


@pytest.mark.parametrize("who", TO_WHOM)
def test_learners_write_to_their_counsellor_and_to_nobody_else(store: Store, els: Staff, who: str) -> None:
    values, numbers = TO_WHOM[who]
    for one in ("kim", "jan"):
        add(store, staff_row(one))
    add(store, staff_row("lea", role="lead"), staff_row("lou", role="lead"), staff_row("cor", role="coordinator"))
    away = {"absent_until": later(60)}
    add(store, add_learner_to(store, 1004, staff_row("ann", stand_in_id="jan", **away)))
    add(store, add_learner_to(store, 1006, staff_row("gone", disabled_at=later(0))))
    add(store, add_learner_to(store, 1007, staff_row("bob", stand_in_id="lou", **away)))
    add_learner(store, 1005)
    add(store, Caseload(staff_id="cor", learner_id=add_learner(store, 1008).id, since=BEGINNING))
    member = staff_row(values["id"], role=values.get("role", "counsellor"))
    found = {n for n in range(1001, 1009) if threads.is_addressed(store, member, f"learner{n}", later(9))}
    assert found == numbers


def test_a_lead_of_another_team_who_stands_in_sees_the_learners_and_reads_what_they_write(store: Store) -> None:
    lea = staff_row("lea", role="lead", team_id="south")
    add(store, *(Team(id=name, organisation_id=HOME, name=name) for name in ("north", "south")), lea)
    ann = staff_row("ann", team_id="north", stand_in_id="lea", absent_until=later(60))
    add(store, add_learner_to(store, 1001, ann), message(1001, 1))
    add(store, add_learner_to(store, 1002, staff_row("bob", team_id="north")))
    for minutes, seen in ((59, {1001}), (60, set[int]())):
        here = [n for n in (1001, 1002) if caseloads.learner(store, lea, f"learner{n}", later(minutes))]
        assert (set(here), len(threads.threads(store, lea, later(minutes), limit=10))) == (seen, len(seen))


def test_a_lead_sees_learners_without_reading_what_they_write(store: Store, els: Staff) -> None:
    lea = staff_row("lea", role="lead")
    assert caseloads.learner(store, lea, "learner1001", later(9)) is not None
    assert threads.threads(store, lea, later(9), limit=10) == []


def test_many_threads_cost_as_many_statements_as_few(store: Store, els: Staff) -> None:
    with statements(store) as few:
        threads.threads(store, els, later(99), limit=100)
    for number in range(2001, 2031):
        add(store, add_learner_to(store, number, els), message(number, 3))
    with statements(store) as many:
        assert len(threads.threads(store, els, later(99), limit=100)) == 32
    assert len(many) == len(few)
