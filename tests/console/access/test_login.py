"""Logging in: password, second factor, and everything that somebody may try instead."""

from datetime import timedelta

import pytest

from bot.console.access import throttle
from bot.console.access.sessions import way_back
from bot.console.visit import SESSION
from bot.store import Store, people
from tests.console.access.entering import PASSWORD, code, with_password, with_second_factor
from tests.console.desks import Console, Visitor, logged_in


@pytest.fixture
def console(store: Store) -> Console:
    return Console(store)


async def log_in(visitor: Visitor, email: str = "lien@example.org", password: str = PASSWORD, back: str = "") -> str:
    """Give a password. Returns where it leads; empty when it was refused."""
    answer = await visitor.send_form("/login", email=email, password=password, next=back)
    return str(answer.headers.get("location", ""))


async def test_password_and_code_lead_in(console: Console) -> None:
    with_second_factor(console.store)
    visitor = console.visitor()
    assert await log_in(visitor, email=" Lien@Example.org ", back="/account") == "/login/code?next=/account"
    assert (await visitor.get("/account")).headers["location"] == "/login?next=/account"
    answer = await visitor.send_form("/login/code", code=code(console.now), next="/account")
    assert answer.headers["location"] == "/account"
    assert (await visitor.get("/login")).headers["location"] == "/"


@pytest.mark.parametrize(
    ("email", "password"),
    [("lien@example.org", "something else"), ("nobody@example.org", PASSWORD), ("", ""), ("lien@example.org", "")],
)
async def test_what_is_wrong_is_not_told(email: str, password: str, console: Console) -> None:
    with_second_factor(console.store)
    visitor = console.visitor()
    answer = await visitor.send_form("/login", email=email, password=password)
    assert answer.status_code == 422
    assert "horen niet bij elkaar" in answer.text
    assert SESSION not in visitor.cookies


async def test_a_code_works_once(console: Console) -> None:
    with_second_factor(console.store)
    for status in (303, 422):
        visitor = console.visitor()
        await log_in(visitor)
        assert (await visitor.send_form("/login/code", code=code(console.now))).status_code == status
    console.now += timedelta(seconds=30)
    visitor = console.visitor()
    await log_in(visitor)
    assert (await visitor.send_form("/login/code", code=code(console.now))).status_code == 303


@pytest.mark.parametrize("steps", [-2, 2, 100])
async def test_a_code_of_another_time_does_not_work(steps: int, console: Console) -> None:
    with_second_factor(console.store)
    visitor = console.visitor()
    await log_in(visitor)
    assert (await visitor.send_form("/login/code", code=code(console.now, steps))).status_code == 422


async def test_the_token_changes_at_every_step(console: Console) -> None:
    with_second_factor(console.store)
    visitor = console.visitor()
    visitor.hold("chosen-by-somebody-else")
    await log_in(visitor)
    half_way = visitor.cookies[SESSION]
    assert half_way != "chosen-by-somebody-else"
    await visitor.send_form("/login/code", code=code(console.now))
    assert visitor.cookies[SESSION] != half_way
    late = console.visitor()
    late.hold(half_way)
    assert (await late.send_form("/login/code", code=code(console.now, 1))).headers["location"] == "/login"


async def test_guessing_is_slowed_and_the_right_password_too(console: Console) -> None:
    with_second_factor(console.store)
    visitor = console.visitor()
    for _ in range(throttle.FROM_HERE):
        assert await log_in(visitor, password="guess") == ""
    answer = await visitor.send_form("/login", email="lien@example.org", password=PASSWORD)
    assert "Te veel pogingen" in answer.text
    console.now += throttle.WINDOW + timedelta(seconds=1)
    assert await log_in(console.visitor())


async def test_guessing_codes_is_slowed(console: Console) -> None:
    with_second_factor(console.store)
    visitor = console.visitor()
    await log_in(visitor)
    for _ in range(throttle.FROM_HERE):
        assert (await visitor.send_form("/login/code", code="000000")).status_code == 422
    answer = await visitor.send_form("/login/code", code=code(console.now))
    assert "Too many tries" in answer.text


async def test_nobody_locks_a_colleague_out_from_elsewhere(console: Console) -> None:
    with_second_factor(console.store)
    attacker, colleague = console.visitor(), console.visitor()
    attacker.headers["x-forwarded-for"] = "203.0.113.7"
    for _ in range(throttle.FROM_HERE + 1):
        await log_in(attacker, password="guess")
    assert await log_in(colleague)


async def test_without_a_second_factor_one_is_set_up_first(console: Console) -> None:
    with_password(console.store)
    visitor = console.visitor()
    assert (await log_in(visitor)).startswith("/login/second-factor")
    assert (await visitor.get("/account")).headers["location"] == "/login?next=/account"


async def test_in_the_demo_no_code_is_asked(store: Store) -> None:
    with_password(store)
    assert await log_in(Console(store, demo=True).visitor(), back="/account") == "/account"


async def test_who_is_disabled_is_out_at_once(console: Console) -> None:
    member = with_second_factor(console.store)
    visitor = console.visitor(member)
    assert (await visitor.get("/login")).headers["location"] == "/"
    people.disable_staff(console.store, member.email, console.now)
    assert (await visitor.get("/")).headers["location"] == "/login"
    assert await log_in(console.visitor()) == ""


@pytest.mark.parametrize(("away", "inside"), [(timedelta(minutes=59), True), (timedelta(minutes=61), False)])
async def test_an_unused_session_ends(away: timedelta, inside: bool, console: Console) -> None:
    member = with_second_factor(console.store)
    token = logged_in(console.store, member, console.now)
    console.now += away
    visitor = console.visitor()
    visitor.hold(token)
    assert ((await visitor.get("/login")).status_code == 303) is inside


async def test_logging_out_ends_the_session(console: Console) -> None:
    member = with_second_factor(console.store)
    visitor = console.visitor(member)
    token = visitor.cookies[SESSION]
    await visitor.send_form("/logout")
    again = console.visitor()
    again.hold(token)
    assert (await again.get("/account")).status_code == 303


BACK = {
    "/learners/x?tab=1": "/learners/x?tab=1",
    "https://evil.example": "/",
    "//evil.example": "/",
    "/\\evil.example": "/",
    "\\\\evil.example": "/",
    "javascript:alert(1)": "/",
    "learners": "/",
    "/today\r\nSet-Cookie: a=b": "/",
    "": "/",
}


@pytest.mark.parametrize("wanted", BACK)
def test_the_way_back_stays_in_the_house(wanted: str) -> None:
    assert way_back(wanted) == BACK[wanted]


async def test_a_form_of_another_site_is_refused(console: Console) -> None:
    with_second_factor(console.store)
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}, {}):
        answer = await console.visitor().post(
            "/login", data={"email": "lien@example.org", "password": PASSWORD}, headers=headers
        )
        assert answer.status_code == 403, headers


async def test_over_https_the_cookie_is_for_this_host_alone(store: Store) -> None:
    with_password(store)
    visitor = Console(store, demo=True, url="https://werkmaat.example").visitor()
    answer = await visitor.send_form("/login", email="lien@example.org", password=PASSWORD)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    assert all(part in cookie for part in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"))
    assert "Domain" not in cookie
    assert "max-age" in answer.headers["strict-transport-security"]
