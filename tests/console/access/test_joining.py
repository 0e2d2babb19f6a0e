"""Following an invitation: a password, the second factor, codes on paper; and beginning anew."""

import re

import pyotp
import pytest

from bot.store import Store, audit, credentials
from bot.store.tables import Staff
from tests.console.access.entering import PASSWORD, code, with_second_factor
from tests.console.desks import Console, Visitor, add_staff


@pytest.fixture
def console(store: Store) -> Console:
    return Console(store)


@pytest.fixture
def administrator(store: Store) -> Staff:
    return add_staff(store, "ada", "administrator")


async def invited(console: Console, by: Staff, email: str = "karim@example.org") -> str:
    """Invite somebody on the page of the team. Returns the address in the mail."""
    answer = await console.visitor(by).send_form(
        "/staff", name="Karim", email=email, role="counsellor", language="en", team=""
    )
    assert answer.headers["location"] == "/staff?told=invitation_sent"
    (found,) = re.findall(r"http://console(/join/\S+)", console.mails[-1][2])
    return str(found)


async def choose(visitor: Visitor, link: str, password: str = PASSWORD, again: str | None = None) -> tuple[int, str]:
    answer = await visitor.send_form(link, password=password, again=password if again is None else again)
    return answer.status_code, answer.headers.get("location", answer.text)


async def test_from_the_invitation_to_the_first_page(console: Console, administrator: Staff) -> None:
    link = await invited(console, administrator)
    visitor = console.visitor()
    assert "Hello Karim" in (await visitor.get(link)).text
    assert await choose(visitor, link) == (303, "/login/second-factor")
    (secret,) = re.findall(r"<code>(\w{32})</code>", (await visitor.get("/login/second-factor")).text)
    wrong = await visitor.send_form("/login/second-factor", code="000000")
    assert (wrong.status_code, secret in wrong.text) == (422, True)
    right = await visitor.send_form("/login/second-factor", code=pyotp.TOTP(secret).at(console.now))
    codes = re.findall(r"<code>(\w{5}-\w{5})</code>", right.text)
    assert len(set(codes)) == 10
    assert (await visitor.get("/")).headers["location"] == "/today"
    paper = console.visitor()
    await paper.send_form("/login", email="karim@example.org", password=PASSWORD)
    assert (await paper.send_form("/login/code", code=codes[3].upper())).headers["location"] == "/"
    again = console.visitor()
    await again.send_form("/login", email="karim@example.org", password=PASSWORD)
    assert (await again.send_form("/login/code", code=codes[3])).status_code == 422


async def test_a_link_works_once(console: Console, administrator: Staff) -> None:
    link = await invited(console, administrator)
    assert (await choose(console.visitor(), link))[0] == 303
    status, words = await choose(console.visitor(), link)
    assert status == 404
    assert "werkt niet meer" in words


async def test_a_link_is_good_for_a_week(console: Console, administrator: Staff) -> None:
    link = await invited(console, administrator)
    console.now = console.now.replace(day=console.now.day + 8)
    assert (await console.visitor().get(link)).status_code == 404


FAULTS = {
    "kort": "too short",
    "x" * 201: "too long",
    "aaaaaaaaaaaa": "same few characters",
    "karim-wacht-op-de-bus": "without your name",
    "mijn werkmaat 2026": "without your name",
}


@pytest.mark.parametrize("password", FAULTS)
async def test_a_weak_password_is_refused_in_words(password: str, console: Console, administrator: Staff) -> None:
    link = await invited(console, administrator)
    status, words = await choose(console.visitor(), link, password)
    assert status == 422
    assert FAULTS[password] in words


async def test_a_password_is_typed_twice(console: Console, administrator: Staff) -> None:
    link = await invited(console, administrator)
    assert (await choose(console.visitor(), link, again="something else"))[0] == 422
    assert (await choose(console.visitor(), link))[0] == 303


async def test_an_address_is_invited_once(console: Console, administrator: Staff) -> None:
    await invited(console, administrator)
    answer = await console.visitor(administrator).send_form(
        "/staff", name="K", email="KARIM@example.org", role="lead", language="nl", team=""
    )
    assert (answer.status_code, "in use already" in answer.text) == (422, True)


async def test_where_no_mail_goes_out_the_link_is_shown(console: Console, administrator: Staff) -> None:
    def broken(to: str, subject: str, body: str) -> None:
        raise OSError("the server is gone")

    console.post = broken
    answer = await console.visitor(administrator).send_form(
        "/staff", name="Karim", email="karim@example.org", role="counsellor", language="en", team=""
    )
    assert answer.status_code == 200
    (link,) = re.findall(r"http://console(/join/[\w-]+)", answer.text)
    assert (await console.visitor().get(link)).status_code == 200


async def test_who_begins_anew_is_logged_out_and_needs_no_old_code(console: Console, administrator: Staff) -> None:
    lien = with_second_factor(console.store)
    inside = console.visitor(lien)
    await console.visitor(administrator).send_form(f"/staff/{lien.id}/invitation")
    assert (await inside.get("/")).headers["location"] == "/login"
    (link,) = re.findall(r"http://console(/join/\S+)", console.mails[-1][2])
    visitor = console.visitor()
    assert (await choose(visitor, link, "een heel ander wachtwoord"))[1] == "/login/second-factor"
    kept = credentials.of(console.store, lien.id)
    assert kept is not None
    assert kept.totp_since is None
    assert (await visitor.send_form("/login/code", code=code(console.now))).headers["location"] == "/login"


async def test_the_audit_tells_who_invited_and_who_chose(console: Console, administrator: Staff) -> None:
    await choose(console.visitor(), await invited(console, administrator))
    found = [(one.by == administrator.id, one.what) for one in audit.page(console.store, administrator.organisation_id)]
    assert found[:2] == [(False, "staff.chose_password"), (True, "staff.invited")]
