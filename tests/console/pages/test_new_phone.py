"""A link for a learner's new phone."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.store import Store, audit
from bot.store.tables import Invitation, Learner, Staff
from tests.console.desks import Console, add_staff
from tests.fakes.papers import bare, texts
from tests.fakes.stores import HOME
from tests.store.groups import add_client


@pytest.fixture
def els(store: Store) -> Staff:
    return add_staff(store, "els")


@pytest.fixture
def amina(store: Store, els: Staff) -> Learner:
    return add_client(store, els, 1, name="Amina <b>", language="fr")


def made(store: Store) -> list[Invitation]:
    with store.reading() as session:
        return list(session.scalars(select(Invitation).order_by(Invitation.expires_at)))


async def test_the_page_says_what_it_does_and_makes_nothing(console: Console, els: Staff, amina: Learner) -> None:
    answer = await console.visitor(els).get(f"/learners/{amina.id}/new-phone")
    assert answer.status_code == 200
    assert "Amina &lt;b&gt;" in answer.text
    assert made(console.store) == []


async def test_it_is_shown_to_be_scanned(console: Console, els: Staff, amina: Learner) -> None:
    answer = await console.visitor(els).send_form(f"/learners/{amina.id}/new-phone", **{"as": "screen"})
    [link] = made(console.store)
    assert f"https://t.me/werkmaat_bot?start={link.code}" in answer.text
    assert 'src="data:image/svg' in answer.text
    assert (link.for_learner_id, link.staff_id) == (amina.id, "els")
    assert link.expires_at == console.now + timedelta(hours=24)
    [noted] = audit.page(console.store, HOME)
    assert (noted.what, noted.about) == ("learner.new_phone", amina.id)


async def test_on_paper_it_is_in_the_learners_language_and_names_nobody(
    console: Console, els: Staff, amina: Learner
) -> None:
    answer = await console.visitor(els).send_form(f"/learners/{amina.id}/new-phone", **{"as": "paper"})
    [page] = texts(answer.content)
    [link] = made(console.store)
    assert f"t.me/werkmaat_bot?start={link.code}" in page
    assert bare("Werkmaat sur votre nouveau téléphone.") in page
    assert "Amina" not in page
    assert "Amina" not in answer.headers["content-disposition"]


async def test_without_telegram_no_link_is_made(console: Console, els: Staff, amina: Learner) -> None:
    console.bot_name = None
    answer = await console.visitor(els).send_form(f"/learners/{amina.id}/new-phone", **{"as": "screen"})
    assert answer.status_code == 422
    assert made(console.store) == []


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_colleagues_learner_is_not_there(console: Console, amina: Learner, method: str) -> None:
    visitor, path = console.visitor(add_staff(console.store, "nour")), f"/learners/{amina.id}/new-phone"
    answer = await (visitor.get(path) if method == "GET" else visitor.send_form(path, **{"as": "screen"}))
    assert answer.status_code == 404
    assert made(console.store) == []
