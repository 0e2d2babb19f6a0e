"""Who gets in: a token that is not revoked and has the scope; and what the audit keeps."""

import logging
from datetime import timedelta

import pytest

from bot.console.access import throttle
from bot.console.api.application import operations
from bot.store import OutOfOrder, Store, api_tokens, audit, outside
from bot.store.api_tokens import Scope
from bot.store.tables import Staff
from tests.console.api.programs import Program, a_token, add_agreed
from tests.console.desks import Console, add_staff
from tests.fakes.stores import HOME
from tests.store.groups import add_group, add_members

OPERATIONS = {one.name: one for one in operations()}


@pytest.fixture
def ada(store: Store) -> Staff:
    return add_staff(store, "ada", role="administrator")


def address(name: str) -> str:
    return OPERATIONS[name].path.replace("{learner}", "learner1")


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer ", "Bearer werkmaat_guessed", "Basic YTpi", "\xff"])
async def test_nobody_reads_without_a_token(console: Console, header: str | None) -> None:
    program = Program(console, None)
    if header is not None:
        program.headers["Authorization"] = header
    for name in OPERATIONS:
        answer = await program.asks(address(name))
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer ")


@pytest.mark.parametrize("name", OPERATIONS)
async def test_a_token_reads_what_its_scopes_say(console: Console, ada: Staff, name: str) -> None:
    add_agreed(console.store, 1, id="learner1")
    needed = OPERATIONS[name].scope
    with_it = Program(console, a_token(console.store, ada, needed))
    without = Program(console, a_token(console.store, ada, *(one for one in Scope if one is not needed)))
    assert (await with_it.asks(address(name))).status_code == 200
    refused = await without.asks(address(name))
    assert refused.status_code == 403
    assert f'scope="{needed}"' in refused.headers["www-authenticate"]


async def test_a_revoked_token_reads_nothing(console: Console, ada: Staff) -> None:
    program = Program(console, a_token(console.store, ada))
    assert (await program.asks("/v1/units")).status_code == 200
    (listed,) = api_tokens.all_of(console.store, HOME)
    api_tokens.revoke(console.store, HOME, listed.token.id, console.now)
    assert (await program.asks("/v1/units")).status_code == 401


async def test_a_token_ends_after_a_year(console: Console, ada: Staff) -> None:
    secret = a_token(console.store, ada)
    for days, status in ((364, 200), (366, 401)):
        later = Console(console.store, console.now + timedelta(days=days), courses=console.desk.courses)
        assert (await Program(later, secret).asks("/v1/units")).status_code == status


async def test_who_guesses_is_slowed_down_and_nobody_else(console: Console, ada: Staff) -> None:
    program = Program(console, a_token(console.store, ada))
    guessing = Program(console, "werkmaat_guessed")
    got = [(await guessing.asks("/v1/units")).status_code for _ in range(throttle.FROM_ADDRESS + 1)]
    assert got == [401] * throttle.FROM_ADDRESS + [429]
    assert (await guessing.asks("/v1/units")).headers["retry-after"] == "900"
    assert (await program.asks("/v1/units")).status_code == 200
    later = Console(console.store, console.now + throttle.WINDOW, courses=console.desk.courses)
    assert (await Program(later, "werkmaat_guessed").asks("/v1/units")).status_code == 401


async def test_a_session_of_the_console_opens_nothing_here(console: Console, ada: Staff) -> None:
    visitor = console.visitor(ada)
    assert (await visitor.get("/api/v1/learners")).status_code == 401


async def test_that_a_token_is_in_use_is_noted_once_a_minute(console: Console, ada: Staff) -> None:
    secret, moments = a_token(console.store, ada), []
    for seconds in (0, 30, 90):
        later = Console(console.store, console.now + timedelta(seconds=seconds), courses=console.desk.courses)
        await Program(later, secret).asks("/v1/units")
        moments.append(api_tokens.all_of(console.store, HOME)[0].token.used_at)
    assert moments == [console.now, console.now, console.now + timedelta(seconds=90)]


async def test_the_audit_keeps_of_whom_a_token_was_told(console: Console, ada: Staff) -> None:
    store = console.store
    learner = add_agreed(store, 1, id="learner1")
    add_members(store, add_group(store, add_staff(store, "els")), learner)
    program = Program(console, a_token(store, ada))
    for name in OPERATIONS:
        await program.asks(address(name))
    (listed,) = api_tokens.all_of(store, HOME)
    kept = audit.page(store, HOME)
    assert {one.by for one in kept} == {listed.token.id}
    assert {(one.what, one.about, str(one.detail)) for one in kept} == {
        ("api.learners", None, str({"learners": ["learner1"]})),
        ("api.learner", "learner1", "None"),
        ("api.weeks", "learner1", "None"),
        ("api.groups", None, str({"learners": ["learner1"]})),
    }


async def test_of_what_tells_of_nobody_the_audit_keeps_nothing(console: Console, ada: Staff) -> None:
    program = Program(console, a_token(console.store, ada))
    for name in OPERATIONS:
        await program.asks(address(name))
    assert audit.page(console.store, HOME) == []


async def test_what_is_not_there_is_a_problem_too(console: Console) -> None:
    program = Program(console, None)
    for path in ("/v1", "/v1/nothing", "/v2/learners", "/v1/learners/a/b/c", "/", "/v1/learners/"):
        answer = await program.get(path, follow_redirects=True)
        assert answer.status_code in (401, 404)
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_nothing_can_be_changed(console: Console, ada: Staff, method: str) -> None:
    program = Program(console, a_token(console.store, ada))
    for name in OPERATIONS:
        answer = await program.request(method, address(name))
        assert (answer.status_code, answer.json()["status"]) == (405, 405)
        assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(("error", "status"), [(OutOfOrder("no disk"), 503), (RuntimeError("of Amina"), 500)])
async def test_a_failure_is_told_without_its_reason(
    console: Console,
    ada: Staff,
    error: Exception,
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(outside, "groups", fail)
    with caplog.at_level(logging.ERROR):
        answer = await Program(console, a_token(console.store, ada)).get("/v1/groups")
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert str(error) not in answer.text
    assert caplog.records
