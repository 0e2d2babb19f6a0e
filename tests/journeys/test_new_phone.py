"""A learner comes back with another phone or number, and everything is there."""

from collections.abc import Callable
from random import SystemRandom

import pytest

from bot.i18n import Text
from bot.journeys.reply import Reply
from bot.store import Store, inviting, learners, outbox
from bot.store.tables import Alert, Base, Caseload, Consent, Learner, Message, Organisation, OutboxRow
from tests.fakes.desk import AMINA, BILAL, Desk
from tests.fakes.house import MONDAY_NOON
from tests.fakes.learner import Walker
from tests.fakes.stores import add, add_learner, staff_row

NEW = 2001
"""The chat of the new phone."""


async def test_the_record_is_there_on_the_new_phone(learner: Walker) -> None:
    await learner.practises()
    await learner.finishes_lesson()
    before, home = learner.record, learner.house
    code = link(home.store, before)
    phone = await Walker.comes(home, learner.language, device="fr", name="?")
    await phone.commands(f"start {code}")
    phone.shows("new_phone.here")
    phone.shows("onboarding.home")
    assert (phone.record.id, phone.record.name, phone.record.language) == (before.id, "Amina", learner.language)
    await phone.commands("progress")
    phone.shows("progress.head")
    await learner.commands("progress")
    learner.shows("onboarding.ask_language")
    assert learner.record.id != before.id


async def test_an_open_lesson_goes_on(learner: Walker) -> None:
    await learner.practises()
    item, _ = learner.open_item()
    phone = await Walker.comes(learner.house, learner.language)
    await phone.commands(f"start {link(learner.house.store, learner.record)}")
    await phone.presses("menu.practise")
    assert phone.open_item()[0].id == item.id


async def test_who_listens_hears_that_everything_is_there(learner: Walker) -> None:
    learner.becomes(listens=True)
    phone = await Walker.comes(learner.house, learner.language)
    await phone.commands(f"start {link(learner.house.store, learner.record)}")
    assert {message["kind"] for message in phone.new} == {"voice"}


async def test_it_works_by_invitation_only_too(desk: Desk) -> None:
    amina = desk.enrol()
    desk.turns.open_to_all = False
    await opens(desk, link(desk.store, amina))
    assert desk.learner(NEW).id == amina.id


async def test_a_double_tap_moves_once_and_comes_home_twice(desk: Desk) -> None:
    amina = desk.enrol()
    code = link(desk.store, amina)
    number = desk.says(f"/start {code}", NEW)
    desk.says(f"/start {code}", NEW)
    desk.receives(NEW, number, message={})
    await desk.works()
    assert desk.message_keys(NEW).count("new_phone.here") == 1
    assert desk.message_keys(NEW).count("onboarding.home") == 2
    assert "enrolment.link_not_valid" not in desk.message_keys(NEW)
    assert learners.by_telegram_id(desk.store, AMINA) is None


async def test_the_link_is_of_no_use_to_the_next(desk: Desk) -> None:
    amina = desk.enrol()
    code = link(desk.store, amina)
    await opens(desk, code)
    await opens(desk, code, BILAL)
    assert desk.message_keys(BILAL)[0] == "enrolment.link_not_valid"
    assert (desk.learner(NEW).id, desk.learner(BILAL).name) == (amina.id, "Amina")


@pytest.mark.parametrize("why", ["old", "replaced", "organisation", "erased"])
async def test_a_link_that_works_no_more_says_so(desk: Desk, why: str) -> None:
    amina = desk.enrol()
    code = link(desk.store, amina)
    if why == "old":
        desk.clock.forward(hours=25)
    elif why == "replaced":
        link(desk.store, amina)
    elif why == "organisation":
        add(desk.store, Organisation(id="other", name="Other", created_at=desk.clock()))
        desk.changes(amina, lambda learner: setattr(learner, "organisation_id", "other"))
    else:
        desk.says("/delete")
        await desk.works()
        for choice in ("sure", "erase"):
            desk.taps(f"delete:{desk.learner().asked}:{choice}")
            await desk.works()
    await opens(desk, code)
    assert desk.message_keys(NEW)[0] == "enrolment.link_not_valid"
    assert desk.learner(NEW).id != amina.id


async def test_on_the_old_phone_it_is_not_used_up(desk: Desk) -> None:
    amina = desk.enrol()
    code = link(desk.store, amina)
    await opens(desk, code, AMINA)
    assert desk.message_keys()[0] == "new_phone.open_there"
    assert desk.learner().id == amina.id
    await opens(desk, code)
    assert desk.learner(NEW).id == amina.id


async def test_whoever_looked_around_before_loses_nothing_but_that(desk: Desk) -> None:
    amina = desk.enrol()
    await opens(desk, "", NEW)
    stranger = desk.learner(NEW)
    desk.taps(f"onboarding:{stranger.asked}:lang-nl", NEW)
    await desk.works()
    await opens(desk, link(desk.store, amina))
    assert desk.learner(NEW).id == amina.id
    assert learners.by_id(desk.store, stranger.id) is None
    assert desk.message_keys(NEW)[0] == "new_phone.here"


def agreed(learner: Learner) -> list[Base]:
    return [Consent(learner_id=learner.id, kind="record", given=True, notice="test", at=MONDAY_NOON)]


def has_a_counsellor(learner: Learner) -> list[Base]:
    return [staff_row("sofie"), Caseload(staff_id="sofie", learner_id=learner.id, since=MONDAY_NOON)]


def wrote(learner: Learner) -> list[Base]:
    return [Message(id="m1", learner_id=learner.id, at=MONDAY_NOON, text="hallo")]


def asked_for_help(learner: Learner) -> list[Base]:
    return [Alert(id="a1", learner_id=learner.id, flag="violence", shows="call", at=MONDAY_NOON)]


@pytest.mark.parametrize("has", [agreed, has_a_counsellor, wrote, asked_for_help])
async def test_a_record_that_somebody_would_miss_stays(desk: Desk, has: Callable[[Learner], list[Base]]) -> None:
    amina, other = desk.enrol(), add_learner(desk.store, NEW, language="nl", name="Bilal")
    add(desk.store, *has(other))
    code = link(desk.store, amina)
    await opens(desk, code)
    assert desk.message_keys(NEW)[0] == "new_phone.record_of_its_own"
    assert (desk.learner(NEW).id, desk.learner().id) == (other.id, amina.id)
    found = learners.invitation(desk.store, code)
    assert found is not None
    assert inviting.works(found, desk.clock())


async def test_what_waited_for_the_old_chat_is_said_in_the_new_one(desk: Desk) -> None:
    amina = desk.enrol()
    desk.changes(amina, lambda learner: setattr(learner, "blocked_at", MONDAY_NOON))
    sent(desk.store, waits(desk.store, amina, "sent"))
    waits(desk.store, amina, "waiting")
    waits(desk.store, amina, "changes-sent", edits="sent")
    waits(desk.store, amina, "changes-waiting", edits="waiting")
    await opens(desk, link(desk.store, amina))
    assert desk.learner(NEW).blocked_at is None
    assert desk.replies(AMINA) == []
    found = {row.ref: row for row in desk.replies(NEW)}
    states = {ref: found[ref].state for ref in ("sent", "waiting", "changes-sent", "changes-waiting")}
    assert states == {"sent": "sent", "waiting": "new", "changes-sent": "dropped", "changes-waiting": "new"}
    assert found["changes-sent"].payload is None
    assert outbox.message_id(desk.store, "sent") is None


async def test_the_old_chat_is_forgotten(desk: Desk) -> None:
    amina = desk.enrol()
    number = desk.says("hallo")
    await desk.works()
    await opens(desk, link(desk.store, amina))
    assert desk.row(number).chat_id is None
    kept = [row for rows in desk.everything().values() for row in rows]
    assert not [row for row in kept if AMINA in row]


async def test_what_the_old_phone_says_meanwhile_is_a_strangers(desk: Desk) -> None:
    amina = desk.enrol()
    desk.says(f"/start {link(desk.store, amina)}", NEW)
    desk.says("/progress", AMINA)
    await desk.works()
    assert desk.learner(NEW).id == amina.id
    assert desk.learner(AMINA).enrolled_at is not None
    assert desk.message_keys(AMINA)[0] == "onboarding.welcome"


async def test_a_change_by_somebody_else_meanwhile_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    amina = desk.enrol()
    code = link(desk.store, amina)
    once = [lambda: desk.changes(amina, lambda learner: setattr(learner, "level", "A2"))]
    act = desk.brain.act

    async def meanwhile(*heard: object) -> None:
        await act(*heard)  # type: ignore[arg-type]
        if once:
            once.pop()()

    monkeypatch.setattr(desk.brain, "act", meanwhile)
    await opens(desk, code)
    assert (desk.learner(NEW).id, desk.learner(NEW).level) == (amina.id, "A2")
    assert desk.message_keys(NEW).count("new_phone.here") == 1


def link(store: Store, learner: Learner) -> str:
    """The code of a link for a new phone."""
    return inviting.for_new_phone(store, learner.id, MONDAY_NOON, SystemRandom()).code


async def opens(desk: Desk, code: str, chat_id: int = NEW) -> None:
    """Somebody opens a link."""
    desk.says(f"/start {code}", chat_id)
    await desk.works()


def waits(store: Store, learner: Learner, ref: str, edits: str | None = None) -> OutboxRow:
    """A message that was not sent yet."""
    row = outbox.message(learner, Reply(lines=((Text("pause.ended"),),)).as_json(), ref, MONDAY_NOON)
    row.edits = edits
    add(store, row)
    return row


def sent(store: Store, row: OutboxRow) -> None:
    """It stands in the old chat."""
    outbox.sent(store, row, 77, MONDAY_NOON)
