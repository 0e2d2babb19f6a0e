"""The list of talks: who waits stands first, each with what is new and what did not arrive."""

from datetime import timedelta

import pytest

from bot.console.pages import talk as page
from bot.store import audit
from bot.store.tables import Message, Staff
from tests.console.desks import Console, add_staff
from tests.console.talks import client, said, wrote
from tests.fakes.stores import BEGINNING, HOME, add
from tests.store.groups import add_client
from tests.store.rows import reply_row


@pytest.fixture
def els(console: Console) -> Staff:
    console.now = BEGINNING + timedelta(hours=3)
    return add_staff(console.store, "els")


async def test_without_messages_it_leads_to_the_learners(console: Console, els: Staff) -> None:
    answer = await console.visitor(els).get("/talk")
    assert "There are no messages yet" in said(answer)
    assert 'href="/learners"' in answer.text


async def test_who_waits_stands_first_with_what_is_new(console: Console, els: Staff) -> None:
    store, amina = console.store, client(console.store, els)
    bilal = add_client(store, els, 2, name="Bilal <b>")
    later = BEGINNING + timedelta(hours=2)
    add(store, Message(id="m2", learner_id=bilal.id, staff_id=els.id, text="Dag Bilal", at=later, ref="r1"))
    add(store, reply_row(bilal.id, state="dropped"))
    wrote(store, amina)
    answer = await console.visitor(els).get("/talk")
    found = said(answer)
    assert found.index("Amina") < found.index("Bilal")
    for words in (
        "Yarın gelebilir miyim?",
        "1 new",
        "waiting for an answer: 3 hours ago",
        "Dag Bilal",
        "1 not delivered",
    ):
        assert words in found
    assert "Bilal &lt;b&gt;" in answer.text
    assert [one.what for one in audit.page(store, HOME)] == ["talk.listed"]


async def test_a_lead_reads_only_what_is_for_nobody_else(console: Console, els: Staff) -> None:
    wrote(console.store, client(console.store, els))
    lead = add_staff(console.store, "lea", "lead")
    found = said(await console.visitor(lead).get("/talk"))
    assert "Amina" not in found
    assert "Learners write to their counsellor" in found


async def test_many_stand_on_several_pages(console: Console, els: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "A_PAGE", 2)
    for number in range(1, 6):
        learner = add_client(console.store, els, number, name=f"Learner {number}")
        at = BEGINNING + timedelta(minutes=number)
        wrote(console.store, learner, id=f"m{number}", at=at, answered_at=at)
    visitor = console.visitor(els)
    pages = [said(await visitor.get(f"/talk?page={number}")) for number in (1, 2, 3)]
    assert [[n for n in range(1, 6) if f"Learner {n}" in one] for one in pages] == [[4, 5], [2, 3], [1]]
    assert ["Next" in one for one in pages] == [True, True, False]
    for wrong in ("0", "-1", "x", "²", "99999"):
        assert (await visitor.get("/talk", params={"page": wrong})).status_code == 200
