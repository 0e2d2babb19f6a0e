"""Tokens for programs: made by an administrator, shown once, revoked."""

import re
from datetime import timedelta
from html import unescape

import pytest

from bot.store import Store, api_tokens, audit
from bot.store.api_tokens import MARK, Scope
from bot.store.tables import Staff
from tests.console.api.programs import Program
from tests.console.desks import Console, Visitor, add_staff
from tests.fakes.stores import HOME
from tests.store.groups import add_elsewhere


@pytest.fixture
def ada(store: Store) -> Staff:
    return add_staff(store, "ada", role="administrator")


@pytest.fixture
def visitor(console: Console, ada: Staff) -> Visitor:
    return console.visitor(ada)


async def make(visitor: Visitor, *scopes: str, name: str = "Case system") -> str:
    """Make a token. Returns the secret that the page shows."""
    answer = await visitor.send_form("/tokens", name=name, scope=list(scopes))
    assert answer.status_code == 200, answer.text
    (secret,) = re.findall(rf"<code>({MARK}[\w-]+)</code>", answer.text)
    return str(secret)


async def test_a_token_is_shown_once_and_reads(console: Console, visitor: Visitor) -> None:
    secret = await make(visitor, Scope.COURSE)
    assert secret not in (await visitor.get("/tokens")).text
    program = Program(console, secret)
    assert (await program.asks("/v1/units")).status_code == 200
    assert (await program.asks("/v1/learners")).status_code == 403
    (listed,) = api_tokens.all_of(console.store, HOME)
    assert (listed.token.name, listed.token.scopes, listed.made_by) == ("Case system", "course:read", "Ada")
    assert secret not in str(vars(listed.token))
    (event,) = audit.page(console.store, HOME)
    assert event.detail == {"token": listed.token.id, "scopes": "course:read"}


async def test_scopes_are_kept_in_one_order_and_each_once(console: Console, visitor: Visitor) -> None:
    await make(visitor, *reversed(Scope), Scope.COURSE)
    (listed,) = api_tokens.all_of(console.store, HOME)
    assert listed.token.scopes == "learners:read groups:read course:read"


@pytest.mark.parametrize(
    "form", [{}, {"name": "x"}, {"scope": "course:read"}, {"name": "x", "scope": "everything"}, {"name": "x" * 101}]
)
async def test_a_token_without_name_or_scope_is_refused(
    console: Console, visitor: Visitor, form: dict[str, str]
) -> None:
    answer = await visitor.send_form("/tokens", **form)
    assert answer.status_code == 422
    assert api_tokens.all_of(console.store, HOME) == []


async def test_a_revoked_token_reads_no_more(console: Console, visitor: Visitor) -> None:
    secret = await make(visitor, *Scope)
    (listed,) = api_tokens.all_of(console.store, HOME)
    revoke = f"/tokens/{listed.token.id}/revoke"
    assert (await visitor.send_form(revoke)).status_code == 303
    assert (await visitor.send_form(revoke)).status_code == 404
    assert (await Program(console, secret).asks("/v1/units")).status_code == 401
    page = unescape((await visitor.get("/tokens")).text)
    assert "Revoked at" in page
    assert audit.page(console.store, HOME)[0].what == "token.revoked"


async def test_the_page_says_until_when_a_token_reads(console: Console, ada: Staff, visitor: Visitor) -> None:
    await make(visitor, *Scope)
    assert "Reads until" in (await visitor.get("/tokens")).text
    later = Console(console.store, console.now + timedelta(days=366), courses=console.desk.courses)
    page = (await later.visitor(ada).get("/tokens")).text
    assert "Ended on" in page
    assert "Reads until" not in page


async def test_tokens_of_another_organisation_are_not_there(console: Console, visitor: Visitor) -> None:
    await make(visitor, *Scope)
    (listed,) = api_tokens.all_of(console.store, HOME)
    add_elsewhere(console.store)
    other = console.visitor(add_staff(console.store, "lena", role="administrator", organisation_id="elsewhere"))
    assert "Case system" not in (await other.get("/tokens")).text
    assert (await other.send_form(f"/tokens/{listed.token.id}/revoke")).status_code == 404


@pytest.mark.parametrize("role", ["counsellor", "lead", "coordinator"])
async def test_only_administrators_have_tokens(console: Console, role: str) -> None:
    visitor = console.visitor(add_staff(console.store, "els", role=role))
    assert (await visitor.get("/tokens")).status_code == 403
    assert (await visitor.send_form("/tokens", name="x", scope="course:read")).status_code == 403
