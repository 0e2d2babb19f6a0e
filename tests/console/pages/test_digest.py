"""/account/digest: one's own day and hour, one's own Telegram, and what the digest would say now."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from bot.store import Store, audit, digests, staff_links
from bot.store.secrets import hashed
from bot.store.tables import Message, Staff, StaffCode
from tests.console.desks import Console, Visitor, add_staff
from tests.fakes.course import ZONE
from tests.fakes.stores import HOME, add
from tests.store.groups import add_client

PAGE = "/account/digest"


@pytest.fixture
def els(store: Store) -> Staff:
    return add_staff(store, "els")


@pytest.fixture
def visitor(console: Console, els: Staff) -> Visitor:
    return console.visitor(els)


def read(answer: httpx.Response) -> str:
    return unescape(re.sub(r"\s+", " ", answer.text))


async def test_who_wished_for_nothing_gets_it_on_monday_morning(visitor: Visitor) -> None:
    page = read(await visitor.get(PAGE))
    assert '<option value="0" selected>Monday' in page
    assert '<option value="8" selected>08:00' in page
    assert 'name="by_mail" value="yes" checked' in page
    assert 'name="by_telegram"' not in page


async def test_a_wish_is_kept_and_says_when_the_next_one_comes(visitor: Visitor, store: Store) -> None:
    answer = await visitor.send_form(PAGE, weekday="3", hour="17", by_mail="yes")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?told=saved")
    wish = digests.of(store, "els")
    assert (wish.weekday, wish.hour, wish.by_mail, wish.by_telegram) == (3, 17, True, True)
    assert wish.due_at
    local = wish.due_at.astimezone(ZONE)
    assert (local.weekday(), local.hour, local.minute) == (3, 17, 0)
    assert wish.due_at > visitor.console.now
    page = read(await visitor.get(PAGE))
    assert '<option value="3" selected>Thursday' in page
    assert "The next one comes on" in page


async def test_neither_way_is_a_wish_too(visitor: Visitor, store: Store) -> None:
    staff_link(store)
    await visitor.send_form(PAGE, weekday="0", hour="8")
    wish = digests.of(store, "els")
    assert (wish.by_mail, wish.by_telegram) == (False, False)
    assert "The next one comes on" not in read(await visitor.get(PAGE))


@pytest.mark.parametrize("form", [{}, {"weekday": "7", "hour": "8"}, {"weekday": "0", "hour": "24"}, {"weekday": "x"}])
async def test_what_is_no_day_or_hour_is_refused(visitor: Visitor, store: Store, form: dict[str, Any]) -> None:
    answer = await visitor.send_form(PAGE, **form)
    assert answer.status_code == 422
    assert "Choose a day and an hour." in read(answer)
    assert digests.of(store, "els").due_at is None


async def test_a_link_for_telegram_is_shown_once_and_works_for_minutes(visitor: Visitor, store: Store) -> None:
    page = read(await visitor.send_form(f"{PAGE}/link"))
    [code] = set(re.findall(r"https://t\.me/werkmaat_bot\?start=staff-([\w-]+)", page))
    assert f"/start staff-{code}" in page
    assert 'src="data:image/svg' in page
    with store.reading() as session:
        [kept] = session.scalars(select(StaffCode))
    assert (kept.code_hash, kept.staff_id) == (hashed(code), "els")
    assert kept.expires_at == visitor.console.now + timedelta(minutes=15)
    found = staff_links.by_code(store, code, visitor.console.now)
    assert found
    assert found[0].id == "els"
    assert code not in read(await visitor.get(PAGE))


async def test_who_is_linked_chooses_telegram_and_may_unlink(visitor: Visitor, store: Store) -> None:
    staff_link(store)
    page = read(await visitor.get(PAGE))
    assert 'name="by_telegram" value="yes" checked' in page
    assert f"{PAGE}/link" not in page
    assert (await visitor.send_form(f"{PAGE}/unlink")).status_code == 303
    assert staff_links.holder(store, 77) is None
    assert f"{PAGE}/link" in read(await visitor.get(PAGE))


async def test_the_preview_says_what_it_would_and_sends_nothing(visitor: Visitor, els: Staff, store: Store) -> None:
    page = read(await visitor.get(f"{PAGE}/preview"))
    assert "nothing would come now" in page
    amina = add_client(store, els, 1, name="<b>Amina</b> Haddad")
    add(store, Message(id="m1", learner_id=amina.id, text="geheim", at=visitor.console.now))
    raw = (await visitor.get(f"{PAGE}/preview")).text
    assert "&lt;b&gt;Amina&lt;/b&gt;: 1 message" in raw
    assert "Haddad" not in raw
    assert "geheim" not in raw
    assert visitor.console.mails == []
    assert digests.of(store, "els").sent_at is None
    assert {one.what for one in audit.page(store, HOME)} == {"digest.seen"}


async def test_of_others_learners_nothing_is_in_it(visitor: Visitor, store: Store) -> None:
    omar = add_staff(store, "omar")
    amina = add_client(store, omar, 1, name="Amina")
    add(store, Message(id="m1", learner_id=amina.id, text="?", at=visitor.console.now))
    assert "nothing would come now" in read(await visitor.get(f"{PAGE}/preview"))


@pytest.mark.parametrize("role", ["coordinator", "administrator"])
async def test_who_has_no_learners_has_no_digest(console: Console, store: Store, role: str) -> None:
    assert (await console.visitor(add_staff(store, "adam", role)).get(PAGE)).status_code == 403


def staff_link(store: Store) -> None:
    """Els linked her Telegram account."""
    with store.writing() as session:
        session.get_one(Staff, "els").telegram_id = 77
