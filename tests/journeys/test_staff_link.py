"""Staff link their Telegram account by a code from their account page, and become no learners by it."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from bot.store import Store, inbox, learners, outbox, people, staff_codes, staff_links
from bot.store.staff_codes import Purpose
from bot.store.tables import Learner, OutboxRow, StaffCode
from tests.fakes.desk import AMINA, BILAL, Desk
from tests.fakes.house import House
from tests.fakes.learner import Walker
from tests.fakes.stores import add, staff_row


@pytest.fixture
def els(desk: Desk) -> str:
    """A code that Els, who speaks French, was given."""
    add(desk.store, staff_row("els", language="fr"), staff_row("omar"))
    return code_for(desk, "els")


def code_for(desk: Desk, staff_id: str, purpose: Purpose = Purpose.TELEGRAM) -> str:
    with desk.store.writing() as session:
        return staff_codes.make(
            session, staff_id, purpose, desk.clock(), timedelta(minutes=10), Random(staff_id + purpose)
        )


def linked(store: Store) -> dict[str, int | None]:
    return {member.id: member.telegram_id for member in people.staff(store)}


def rows(store: Store, table: type) -> int:
    with store.reading() as session:
        return len(session.scalars(select(table)).all())


async def starts(desk: Desk, code: str, chat_id: int = AMINA) -> OutboxRow:
    """Somebody opens the link. Returns the one message that answers."""
    before = len(desk.replies(chat_id))
    desk.says(f"/start staff-{code}", chat_id)
    await desk.works()
    assert inbox.parked(desk.store) == []
    [answer] = desk.replies(chat_id)[before:]
    return answer


async def test_the_code_links_and_leaves_no_learner(desk: Desk, els: str) -> None:
    answer = await starts(desk, els)
    assert (desk.message_keys(), answer.language) == (["staff_link.linked"], "fr")
    assert linked(desk.store) == {"els": AMINA, "omar": None}
    assert (rows(desk.store, Learner), rows(desk.store, StaffCode)) == (0, 0)
    outbox.sent(desk.store, answer, 1, desk.clock())
    assert rows(desk.store, OutboxRow) == 0


async def test_it_works_once(desk: Desk, els: str) -> None:
    await starts(desk, els)
    answer = await starts(desk, els, BILAL)
    assert (desk.message_keys(BILAL), answer.language) == (["staff_link.not_valid"], "nl")
    assert linked(desk.store) == {"els": AMINA, "omar": None}
    assert rows(desk.store, Learner) == 0


@pytest.mark.parametrize("why", ["old", "unknown", "other purpose", "disabled"])
async def test_what_does_not_work_links_nobody_and_makes_nobody_a_learner(desk: Desk, els: str, why: str) -> None:
    code = {"unknown": "xyz", "other purpose": code_for(desk, "els", Purpose.INVITATION)}.get(why, els)
    if why == "old":
        desk.clock.forward(minutes=10)
    if why == "disabled":
        people.disable_staff(desk.store, "els@example.org", desk.clock())
    await starts(desk, code)
    assert desk.message_keys() == ["staff_link.not_valid"]
    assert linked(desk.store) == {"els": None, "omar": None}
    assert rows(desk.store, Learner) == 0


async def test_a_learner_who_is_staff_too_stays_where_they_were(desk: Desk, els: str) -> None:
    desk.enrol()
    await desk.practises()
    before, said = desk.learner(), len(desk.replies())
    answer = await starts(desk, els)
    after = desk.learner()
    assert (answer.language, answer.learner_id) == ("fr", None)
    assert len(desk.replies()) == said + 1
    assert (after.expects, after.asked, after.enrolled_at) == (before.expects, before.asked, before.enrolled_at)
    assert linked(desk.store)["els"] == AMINA


async def test_who_only_looked_in_once_is_not_enrolled_by_it(desk: Desk, els: str) -> None:
    learner = desk.enrol()
    desk.changes(learner, lambda one: setattr(one, "enrolled_at", None))
    await starts(desk, els)
    assert desk.learner().enrolled_at is None
    assert linked(desk.store)["els"] == AMINA


async def test_an_account_is_that_of_the_last_who_linked_it(desk: Desk, els: str) -> None:
    await starts(desk, els)
    await starts(desk, code_for(desk, "omar"))
    assert linked(desk.store) == {"els": None, "omar": AMINA}
    holder = staff_links.holder(desk.store, AMINA)
    assert holder
    assert holder.id == "omar"
    staff_links.unlink(desk.store, "omar")
    assert linked(desk.store) == {"els": None, "omar": None}


async def test_who_blocks_the_bot_is_linked_no_more(desk: Desk, els: str) -> None:
    await starts(desk, els)
    outbox.leave_alone(desk.store, AMINA, desk.clock())
    assert (linked(desk.store)["els"], rows(desk.store, OutboxRow)) == (None, 0)


async def test_on_a_phone(home: House) -> None:
    add(home.store, staff_row("els", language="nl"))
    with home.store.writing() as session:
        lasts = timedelta(minutes=10)
        code = staff_codes.make(session, "els", Purpose.TELEGRAM, home.clock(), lasts, Random(1))
    walker = await Walker.comes(home, "nl", name="Els")
    await walker.commands(f"start staff-{code}")
    walker.shows("staff_link.linked")
    assert len(walker.new) == 1
    assert learners.by_telegram_id(home.store, walker.handset.id) is None
    await walker.says("hallo")
    walker.shows("onboarding.ask_language")
