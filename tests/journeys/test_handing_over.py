"""A learner goes to another counsellor: told by whom and to whom, with messages and alerts, and nothing is lost."""

from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from bot.journeys import consent, handing_over
from bot.store import Store, alerts, caseloads, learners, outbox, people, talk
from bot.store.handing_over import HandedOver
from bot.store.people import Refused
from bot.store.tables import (
    Alert,
    Caseload,
    Consent,
    Group,
    HandOver,
    Invitation,
    Learner,
    Message,
    OutboxRow,
    Staff,
    Team,
)
from tests.fakes.desk import AMINA, Desk
from tests.fakes.stores import BEGINNING, HOME, add, add_learner, learner_row, outbox_rows, staff_row
from tests.store.rows import later

RANDOM = Random(3)
NOW = later(60)


@pytest.fixture
def office(store: Store) -> Store:
    """Els with Amina and Bilal; Omar, a colleague; Ines, who leads; Adam, who administers; Kim of elsewhere."""
    elsewhere = people.add_organisation(store, "Elsewhere", BEGINNING, Random(1))
    others = [staff_row("omar"), staff_row("ines", role="lead"), staff_row("adam", role="administrator")]
    add(store, staff_row("els"), *others, staff_row("gone", disabled_at=BEGINNING))
    add(store, staff_row("kim", organisation_id=elsewhere.id))
    for chat_id in (1001, 1002):
        learner = add_learner(store, chat_id)
        add(store, Caseload(staff_id="els", learner_id=learner.id, since=BEGINNING))
    return store


def one(store: Store, name: str) -> Staff:
    return next(member for member in people.staff(store) if member.id == name)


def give(store: Store, *names: str, by: str = "els", to: str = "omar") -> HandedOver:
    ids = [f"learner{name}" for name in names]
    return handing_over.hand_over(store, ids, one(store, by), to, NOW, RANDOM)


def give_all(store: Store, by: str, source: str = "els", to: str = "omar") -> HandedOver:
    return handing_over.hand_over_all(store, source, one(store, by), to, NOW, RANDOM)


def with_whom(store: Store, chat_id: int = 1001) -> str | None:
    found = learners.counsellor(store, f"learner{chat_id}")
    return found.id if found else None


def keys(row: OutboxRow) -> list[str]:
    return [part["text"] for line in (row.payload or {})["lines"] for part in line]


def hand_overs(store: Store) -> list[tuple[str, str | None, str, str]]:
    with store.reading() as session:
        return [(h.learner_id, h.from_id, h.to_id, h.by_id) for h in session.scalars(select(HandOver))]


def test_the_learner_goes_and_is_told_by_whom_and_to_whom(office: Store) -> None:
    before = learners.by_id(office, "learner1001")
    handed = give(office, "1001")
    assert handed.detail == {"to": "omar", "learners": ["learner1001"], "messages": 0, "alerts": 0}
    assert (with_whom(office), with_whom(office, 1002)) == ("omar", "els")
    assert hand_overs(office) == [("learner1001", "els", "omar", "els")]
    [told] = outbox_rows(office)
    assert keys(told) == ["handing_over.now", "handing_over.by", "handing_over.stays"]
    values = [part.get("values") for line in (told.payload or {})["lines"] for part in line]
    assert values == [{"to": "Omar"}, {"by": "Els"}, {"to": "Omar"}]
    after = learners.by_id(office, "learner1001")
    assert before
    assert after
    assert after.version == before.version + 1


def test_the_old_counsellor_sees_them_no_more_and_the_new_one_does(office: Store) -> None:
    give(office, "1001")
    assert caseloads.learner(office, one(office, "els"), "learner1001", NOW) is None
    assert caseloads.learner(office, one(office, "omar"), "learner1001", NOW) is not None


def test_who_shares_reads_who_sees_it_now_and_where_to_stop_it(office: Store) -> None:
    agreed = Consent(learner_id="learner1001", kind=consent.SHARING, given=True, notice="test", at=BEGINNING)
    add(office, agreed)
    give(office, "1001", "1002")
    first, second = outbox_rows(office)
    assert "handing_over.sees" in keys(first)
    assert "handing_over.sees" not in keys(second)
    buttons = [[button["data"] for row in (one.payload or {})["buttons"] for button in row] for one in (first, second)]
    assert buttons == [["menu:-:counsellor", "menu:-:settings"], ["menu:-:counsellor"]]


def test_who_takes_a_learner_over_is_not_named_twice(office: Store) -> None:
    give(office, "1001", by="ines", to="ines")
    assert keys(outbox_rows(office)[0]) == ["handing_over.now", "handing_over.stays"]
    assert hand_overs(office) == [("learner1001", "els", "ines", "ines")]


@pytest.mark.parametrize(("changes", "silent"), [({"paused_until": later(90)}, True), ({"paused_until": NOW}, False)])
def test_no_phone_rings_in_a_pause(office: Store, changes: dict[str, Any], silent: bool) -> None:
    with office.writing() as session:
        learner = session.get_one(Learner, "learner1001")
        learner.paused_until, learner.listens = changes["paused_until"], True
    give(office, "1001")
    payload = outbox_rows(office)[0].payload or {}
    assert (payload["silent"], payload["spoken"]) == (silent, True)
    assert [part["text"] for line in payload["aloud"] for part in line] == ["handing_over.aloud"]


def test_messages_that_wait_and_open_alerts_go_along(office: Store) -> None:
    mine = {"learner_id": "learner1001", "at": BEGINNING}
    add(
        office,
        Message(id="m1", text="?", **mine),
        Message(id="m2", text="!", answered_at=later(1), **mine),
        Message(id="m3", text="…", about="problem", **mine),
        Alert(id="a1", flag="violence", shows="call", acknowledged_at=later(1), acknowledged_by="els", **mine),
        Alert(id="a2", flag="call", shows="call", acknowledged_at=later(1), acknowledged_by="ines", **mine),
        Alert(id="a3", flag="call", shows="call", **mine),
        Alert(id="a4", flag="call", shows="call", closed_at=later(2), acknowledged_by="els", **mine),
    )
    handed = give(office, "1001")
    assert (handed.messages, handed.alerts) == (1, 3)
    assert [message.id for message in talk.unanswered(office, "learner1001")] == ["m1", "m3"]
    found = {name: alerts.by_id(office, name) for name in ("a1", "a2", "a3", "a4")}
    by = {name: alert.acknowledged_by for name, alert in found.items() if alert}
    assert by == {"a1": "omar", "a2": "ines", "a3": None, "a4": "els"}
    noted = {name: [(event.what, event.staff_id) for event in alerts.events(office, name)] for name in found}
    passed = [("handed_over", "omar")]
    assert noted == {"a1": passed, "a2": passed, "a3": passed, "a4": []}


@pytest.mark.parametrize("closed_at", [None, later(2)])
def test_what_the_counsellor_alone_may_know_is_not_passed_on(office: Store, closed_at: Any) -> None:
    mine = {"learner_id": "learner1001", "at": BEGINNING, "flag": "violence", "closed_at": closed_at}
    add(office, Alert(id="a1", shows="call", shared_with="counsellor", **mine))
    add(office, Alert(id="a2", shows="violence", shared_with="team", **mine))
    give(office, "1001")
    found = [alerts.by_id(office, name) for name in ("a1", "a2")]
    assert [(alert.shared_with, alert.shows) for alert in found if alert] == [(None, "call"), ("team", "violence")]


@pytest.mark.parametrize("to", ["kim", "gone", "adam", "nobody"])
def test_only_a_colleague_who_works_with_learners_takes_them(office: Store, to: str) -> None:
    with pytest.raises(Refused, match="takes no learners over here"):
        give(office, "1001", to=to)
    with pytest.raises(Refused, match="takes no learners over here"):
        give_all(office, "ines", to=to)
    assert (with_whom(office), outbox_rows(office)) == ("els", [])


@pytest.mark.parametrize(("by", "to"), [("omar", "omar"), ("kim", "kim"), ("adam", "omar"), ("els", "els")])
def test_who_may_not_or_need_not_moves_nobody(office: Store, by: str, to: str) -> None:
    assert give(office, "1001", "1002", "9999", by=by, to=to).learners == ()
    assert (with_whom(office), outbox_rows(office), hand_overs(office)) == ("els", [], [])


def test_a_learner_without_a_counsellor_gets_one(office: Store) -> None:
    add_learner(office, 1003)
    assert give(office, "1003", by="ines").learners == ("learner1003",)
    assert hand_overs(office) == [("learner1003", None, "omar", "ines")]


def test_of_two_counsellors_the_other_stays(office: Store) -> None:
    add(office, Caseload(staff_id="ines", learner_id="learner1001", since=later(1)))
    give(office, "1001", by="els")
    with office.reading() as session:
        mine = select(Caseload.staff_id).where(Caseload.learner_id == "learner1001").order_by(Caseload.staff_id)
        assert session.scalars(mine).all() == ["ines", "omar"]
    assert with_whom(office) == "omar"
    give(office, "1001", by="omar", to="ines")
    assert with_whom(office) == "ines"


def test_a_learner_of_a_team_goes_to_the_team_of_the_new_counsellor(office: Store) -> None:
    add(office, Team(id="north", organisation_id=HOME, name="North"), staff_row("lien", team_id="north"))
    with office.writing() as session:
        session.get_one(Learner, "learner1001").team_id = "north"
    give(office, "1001")
    assert (learners.by_id(office, "learner1001") or learner_row()).team_id is None


@pytest.mark.parametrize("by", ["els", "ines", "adam"])
def test_when_somebody_leaves_everything_goes_at_once(office: Store, by: str) -> None:
    unused = {"organisation_id": HOME, "staff_id": "els", "created_at": BEGINNING, "expires_at": later(900)}
    group = {"organisation_id": HOME, "staff_id": "els", "made_at": BEGINNING}
    add(
        office,
        Invitation(code="new", **unused),
        Invitation(code="used", used_at=later(1), **unused),
        Group(id="g1", name="Lassen", **group),
        Group(id="g2", name="Vorig jaar", ended_at=later(1), **group),
    )
    newcomer = add_learner(office, 1003, enrolled_at=None)
    add(office, Caseload(staff_id="els", learner_id=newcomer.id, since=BEGINNING))
    handed = give_all(office, by)
    assert handed.learners == ("learner1001", "learner1002", "learner1003")
    assert {with_whom(office, chat_id) for chat_id in (1001, 1002, 1003)} == {"omar"}
    assert len(outbox_rows(office)) == 3
    with office.reading() as session:
        invitations = {row.code: row.staff_id for row in session.scalars(select(Invitation))}
        groups = {row.id: row.staff_id for row in session.scalars(select(Group))}
    assert (invitations, groups) == ({"new": "omar", "used": "els"}, {"g1": "omar", "g2": "els"})


@pytest.mark.parametrize(("by", "to"), [("omar", "omar"), ("kim", "kim"), ("lien", "omar"), ("ines", "els")])
def test_a_whole_caseload_goes_only_where_somebody_may_say_so(office: Store, by: str, to: str) -> None:
    team = Team(id="north", organisation_id=HOME, name="North")
    add(office, team, staff_row("lien", role="lead", team_id="north"))
    with pytest.raises(Refused, match="cannot take these learners over"):
        give_all(office, by, to=to)
    assert with_whom(office) == "els"


async def test_who_blocked_the_bot_goes_too_and_is_told_of_the_last_one_when_back(desk: Desk) -> None:
    amina = desk.enrol()
    add(desk.store, staff_row("els"), staff_row("omar"), Caseload(staff_id="els", learner_id=amina.id, since=BEGINNING))
    await comes(desk, "kicked")
    for by, to in (("els", "omar"), ("omar", "els")):
        handing_over.hand_over(desk.store, [amina.id], one(desk.store, by), to, desk.clock(), RANDOM)
    assert (desk.message_keys(), with_whom(desk.store, AMINA)) == ([], "els")
    await comes(desk, "member")
    told = ["handing_over.now", "handing_over.by", "handing_over.stays"]
    [message] = desk.replies()
    assert desk.message_keys() == told
    assert (message.payload or {})["lines"][0][0]["values"] == {"to": "Els"}
    await comes(desk, "kicked")
    await comes(desk, "member")
    assert desk.message_keys() == told


async def test_told_just_as_they_blocked_the_bot_they_are_told_again(desk: Desk) -> None:
    amina = desk.enrol()
    add(desk.store, staff_row("els"), staff_row("omar"), Caseload(staff_id="els", learner_id=amina.id, since=BEGINNING))
    handing_over.hand_over(desk.store, [amina.id], one(desk.store, "els"), "omar", desk.clock(), RANDOM)
    outbox.leave_alone(desk.store, AMINA, desk.clock())
    assert desk.message_keys() == []
    await comes(desk, "member")
    assert desk.message_keys()[0] == "handing_over.now"


async def comes(desk: Desk, status: str) -> None:
    """Somebody blocks the bot, or lets it write again."""
    user = {"id": AMINA, "is_bot": False, "first_name": "Amina"}
    bot = {"id": 4242, "is_bot": True, "first_name": "Werkmaat"}
    member = {"user": bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}
    chat = {"id": AMINA, "type": "private", "first_name": "Amina"}
    changed = {"chat": chat, "from": user, "date": 1793600000, "old_chat_member": member, "new_chat_member": member}
    desk.receives(AMINA, my_chat_member=changed)
    await desk.works()
