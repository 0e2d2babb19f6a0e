"""/learners/{learner}/hand-over: a learner goes to a colleague."""

import re
from html import unescape

import httpx
import pytest

from bot.journeys import consent
from bot.store import Store, audit, learners, people
from bot.store.tables import Consent, Learner, Staff
from tests.console.desks import Console, add_staff
from tests.fakes.stores import BEGINNING, HOME, add, outbox_rows
from tests.store.groups import add_client


@pytest.fixture
def els(store: Store) -> Staff:
    return add_staff(store, "els")


@pytest.fixture
def amina(store: Store, els: Staff) -> Learner:
    add_staff(store, "omar")
    return add_client(store, els, 1, name="Amina <b>")


def read(answer: httpx.Response) -> str:
    return unescape(re.sub(r"\s+", " ", answer.text))


def path(learner: Learner) -> str:
    return f"/learners/{learner.id}/hand-over"


def with_whom(store: Store, learner: Learner) -> str:
    found = learners.counsellor(store, learner.id)
    assert found
    return found.id


async def test_it_asks_to_whom_and_says_what_the_learner_reads(console: Console, els: Staff, amina: Learner) -> None:
    add_staff(console.store, "adam", "administrator")
    answer = await console.visitor(els).get(path(amina))
    page = read(answer)
    assert "Amina &lt;b&gt;" in answer.text
    assert re.findall(r'<option value="(\w+)">', page) == ["omar"]
    assert "Els arranged this." in page
    assert "can see now" not in page
    agreed = Consent(learner_id=amina.id, kind=consent.SHARING, given=True, notice="test", at=BEGINNING)
    add(console.store, agreed)
    assert "can see now" in read(await console.visitor(els).get(path(amina)))


async def test_the_learner_goes_is_told_and_the_audit_knows(console: Console, els: Staff, amina: Learner) -> None:
    visitor = console.visitor(els)
    answer = await visitor.send_form(path(amina), to="omar")
    assert answer.headers["location"] == "/learners?told=learner_handed_over"
    assert with_whom(console.store, amina) == "omar"
    assert len(outbox_rows(console.store)) == 1
    [noted] = audit.page(console.store, HOME)
    assert (noted.what, noted.about, noted.by) == ("learner.handed_over", amina.id, "els")
    assert noted.detail == {"to": "omar", "learners": [amina.id], "messages": 0, "alerts": 0}
    assert (await visitor.get(path(amina))).status_code == 404


@pytest.mark.parametrize("to", ["", "nobody", "adam", "kim", "els"])
async def test_who_cannot_take_them_is_refused(console: Console, els: Staff, amina: Learner, to: str) -> None:
    elsewhere = people.add_organisation(console.store, "Elsewhere", BEGINNING, console.desk.random)
    add_staff(console.store, "kim", organisation_id=elsewhere.id)
    add_staff(console.store, "adam", "administrator")
    answer = await console.visitor(els).send_form(path(amina), to=to)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert with_whom(console.store, amina) == "els"


async def test_a_lead_hands_over_what_is_a_colleagues(console: Console, els: Staff, amina: Learner) -> None:
    ines = add_staff(console.store, "ines", "lead")
    visitor = console.visitor(ines)
    assert "Now with Els" in read(await visitor.get(path(amina)))
    assert (await visitor.send_form(path(amina), to="ines")).status_code == 303
    assert with_whom(console.store, amina) == "ines"


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_colleagues_learner_is_not_there(console: Console, amina: Learner, method: str) -> None:
    visitor = console.visitor(add_staff(console.store, "nour"))
    sent = visitor.get(path(amina)) if method == "GET" else visitor.send_form(path(amina), to="nour")
    assert (await sent).status_code == 404
    assert with_whom(console.store, amina) == "els"


async def test_who_blocked_the_bot_reads_it_later_and_the_page_says_so(console: Console, els: Staff) -> None:
    add_staff(console.store, "omar")
    amina = add_client(console.store, els, 1, blocked_at=BEGINNING)
    visitor = console.visitor(els)
    assert "has blocked Werkmaat" in read(await visitor.get(path(amina)))
    await visitor.send_form(path(amina), to="omar")
    assert outbox_rows(console.store) == []
