"""What the bot process answers on its port, and what leads to the simulator."""

from http import HTTPStatus
from typing import Any

import httpx
import pytest

from bot.wiring.bot_http import BotHttp
from bot.wiring.console_process import beside
from bot.wiring.serving import Receive, Scope, Send, answer_json


def client(app: Any) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot")


def named(name: str) -> Any:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await answer_json(send, HTTPStatus.OK, name)

    return app


async def test_it_is_not_well_before_everything_is_there() -> None:
    http = BotHttp(lambda: b"")
    http.checks["model_loaded"] = lambda: True
    answer = await client(http).get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"model_loaded": True, "receiving": False})
    http.checks["receiving"] = lambda: True
    assert (await client(http).get("/healthz")).status_code == 200


async def test_metrics_are_those_of_now() -> None:
    answer = await client(BotHttp(lambda: b"werkmaat_errors_total 1.0\n")).get("/metrics")
    assert answer.text == "werkmaat_errors_total 1.0\n"


async def test_deliveries_go_to_the_webhook_whatever_the_path() -> None:
    http = BotHttp(lambda: b"")
    assert (await client(http).post("/hook")).status_code == 404
    http.webhook = named("webhook")
    assert (await client(http).post("/hook")).json() == "webhook"


PATHS = {
    "/phone": "simulator",
    "/phone/api/phones": "simulator",
    "/bot1:simulator/getMe": "simulator",
    "/file/bot1:simulator/voice/file_1.ogg": "simulator",
    "/": "console",
    "/phones": "console",
    "/bots": "console",
    "/healthz": "console",
}


@pytest.mark.parametrize(("path", "name"), PATHS.items())
async def test_only_the_simulators_own_paths_lead_there(path: str, name: str) -> None:
    assert (await client(beside(named("console"), named("simulator"))).get(path)).json() == name


async def test_what_was_understood_is_told_only_where_somebody_tries_the_bot_out() -> None:
    http = BotHttp(lambda: b"")
    assert (await client(http).get("/understood/7")).status_code == 404
    http.understood = lambda chat: [{"chat": chat}]
    assert (await client(http).get("/understood/7")).json() == [{"chat": 7}]
    for chat in ("", "x", "-1", "²", "1" * 30):
        assert (await client(http).get(f"/understood/{chat}")).json() == []
