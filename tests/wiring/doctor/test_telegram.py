"""The doctor and Telegram: token, webhook, time."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from bot.wiring.doctor import Finding, Machine, State, telegram, time
from bot.wiring.parts import clock
from tests.fakes.served import served
from tests.wiring.doctor.test_database import says

TOKEN = "4242:AAgeheimgeheimgeheim"
ELSEWHERE = {"url": "https://elsewhere.example/hook", "pending_update_count": 0}
MINE = "https://werkmaat.example/telegram"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

Check = Callable[[Machine], Finding]


@dataclass
class BotApi:
    """Answers as the Bot API does; ``results`` by method, a number stands for an error code."""

    results: dict[str, Any] = field(default_factory=lambda: {"getMe": {"username": "werkmaat_bot"}})
    url: str = ""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        result = self.results.get(scope["path"].rpartition("/")[2], {})
        body: dict[str, Any] = {"ok": True, "result": result}
        if isinstance(result, int):
            body = {"ok": False, "error_code": result, "description": "Unauthorized"}
        status = result if isinstance(result, int) else 200
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": json.dumps(body).encode()})


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    made = BotApi()
    async with served(made) as url:
        made.url = url
        yield made


def machine(api_url: str, off: timedelta = timedelta(), **changes: Any) -> Machine:
    settings = Settings(telegram_token=TOKEN, telegram_api_url=api_url, telegram_webhook_secret="s", **changes)
    return Machine(settings, clock=lambda: clock() + off)


async def look(check: Check, examined: Machine) -> Finding:
    """Run a check, which waits, beside the server that it asks."""
    finding = await asyncio.to_thread(check, examined)
    assert "geheim" not in str(finding)
    return finding


async def test_a_token_that_telegram_knows(api: BotApi) -> None:
    says(await look(telegram.token, machine(api.url)), State.OK, "@werkmaat_bot")


@pytest.mark.parametrize("check", [telegram.token, telegram.webhook])
async def test_a_token_that_telegram_refuses(check: Check, api: BotApi) -> None:
    api.results = {"getMe": 401, "getWebhookInfo": 401}
    finding = await look(check, machine(api.url))
    says(finding, State.BROKEN, "InvalidToken")
    assert "WERKMAAT_TELEGRAM_TOKEN" in finding.to_do


@pytest.mark.parametrize("check", [telegram.token, telegram.webhook])
async def test_a_telegram_out_of_reach(check: Check) -> None:
    finding = await look(check, machine("http://127.0.0.1:1"))
    says(finding, State.BROKEN, "no answer")
    assert "reaches" in finding.to_do


@pytest.mark.parametrize("check", [telegram.token, telegram.webhook, time.clock])
def test_the_demo_asks_nobody(check: Check, bare: Machine) -> None:
    says(check(bare), State.OK, "demo")


def failed(ago: timedelta) -> dict[str, Any]:
    """What Telegram tells of a delivery that failed that long before NOW."""
    return {"last_error_date": int((NOW - ago).timestamp()), "last_error_message": f"502 at /bot{TOKEN}"}


FAILED = failed(timedelta(minutes=5))
LONG_AGO = failed(timedelta(days=2))
DELIVERIES: list[tuple[str | None, dict[str, Any], State, str]] = [
    (None, {"url": ""}, State.OK, "long polling"),
    (None, {"url": "", "pending_update_count": 101}, State.ATTENTION, "101 updates wait"),
    (None, ELSEWHERE, State.BROKEN, "no webhook is set here"),
    (MINE, {"url": MINE, "pending_update_count": 2}, State.OK, "as set; 2 updates wait"),
    (MINE, {"url": MINE, **LONG_AGO}, State.OK, "as set"),
    (MINE, {"url": MINE, **FAILED}, State.ATTENTION, "a delivery failed"),
    (MINE, {"url": ""}, State.BROKEN, "does not deliver"),
    (MINE, ELSEWHERE, State.BROKEN, "does not deliver"),
]


@pytest.mark.parametrize(("wanted", "info", "state", "words"), DELIVERIES)
async def test_updates_come_as_set_or_not(
    wanted: str | None, info: dict[str, Any], state: State, words: str, api: BotApi
) -> None:
    api.results["getWebhookInfo"] = info
    examined = replace(machine(api.url, telegram_webhook_url=wanted), clock=lambda: NOW)
    says(await look(telegram.webhook, examined), state, words)


CLOCKS = [
    (timedelta(), State.OK, "the same"),
    (timedelta(minutes=3), State.ATTENTION, "seconds away"),
    (-timedelta(minutes=3), State.ATTENTION, "seconds away"),
    (timedelta(hours=2), State.BROKEN, "seconds away"),
]


@pytest.mark.parametrize(("off", "state", "words"), CLOCKS)
async def test_a_clock_is_right_or_wrong(off: timedelta, state: State, words: str, api: BotApi) -> None:
    says(await look(time.clock, machine(api.url, off)), state, words)


async def test_a_clock_that_nothing_can_be_compared_with() -> None:
    says(await look(time.clock, machine("http://127.0.0.1:1")), State.ATTENTION, "could not be compared")


def test_the_regions_time_is_known() -> None:
    says(time.zone(Machine(Settings())), State.OK, "Europe/Brussels")


REGIONS = {"timezone: Europe/Nowhere\n": "'Europe/Nowhere' is not known", None: "cannot be read"}


@pytest.mark.parametrize("line", REGIONS)
def test_a_region_without_a_time(line: str | None, tmp_path: Path) -> None:
    (tmp_path / "regions").mkdir()
    if line:
        (tmp_path / "regions" / "be-vlg.yml").write_text(f"region: be-vlg\n{line}")
    says(time.zone(Machine(Settings(), content=tmp_path)), State.BROKEN, REGIONS[line])
