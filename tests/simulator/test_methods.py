"""The methods as a whole: their parameters against python-telegram-bot's, bodies, tokens, limits."""

import inspect
import json
import re
from typing import Any

import httpx
import pytest
from telegram import Bot

from bot.simulator.botapi.registry import Method, methods
from tests.fakes.phones import Handset
from tests.simulator.world import TOKEN

# Parameters of the Bot API that python-telegram-bot spells otherwise, or fills in by itself.
OWN_SPELLING = {"link_preview_options", "reply_parameters"}
METHODS = sorted(methods().values(), key=lambda method: method.name)


def signature(method: Method) -> set[str]:
    """Return the parameters that python-telegram-bot's method of that name takes."""
    name = re.sub("([A-Z])", lambda letter: f"_{letter[1].lower()}", method.name)
    return set(inspect.signature(getattr(Bot, name)).parameters)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_every_parameter_is_one_of_telegrams(method: Method) -> None:
    declared = {parameter.name for parameter in method.parameters}

    assert declared - OWN_SPELLING - {"rich_message"} <= signature(method)
    assert len(declared) == len(method.parameters)


@pytest.mark.parametrize(
    "send",
    [
        pytest.param({"params": {"text": "Hallo", "disable_notification": "true"}}, id="query"),
        pytest.param({"json": {"text": "Hallo", "disable_notification": True}}, id="json"),
        pytest.param({"data": {"text": "Hallo", "disable_notification": "True"}}, id="form"),
        pytest.param({"data": {"text": "Hallo", "disable_notification": "1"}, "files": {"x": b""}}, id="multipart"),
    ],
)
async def test_every_kind_of_body(client: httpx.AsyncClient, phone: Handset, send: dict[str, Any]) -> None:
    part = next(iter(send))
    send[part]["chat_id"] = phone.id

    answer = await client.post(f"/bot{TOKEN}/SENDMESSAGE", **send)

    assert answer.json()["ok"] is True
    assert answer.json()["result"]["text"] == "Hallo"
    assert (await phone.last())["silent"] is True


async def test_a_nested_value_may_be_json_or_a_structure(client: httpx.AsyncClient, phone: Handset) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    for given in (markup, json.dumps(markup)):
        body = {"chat_id": phone.id, "text": "x", "reply_markup": given}
        answer = await client.post(f"/bot{TOKEN}/sendMessage", json=body)
        assert answer.json()["result"]["reply_markup"] == markup


async def test_an_attached_file_is_found_by_its_name(client: httpx.AsyncClient, phone: Handset) -> None:
    data = {"chat_id": str(phone.id), "document": "attach://here"}

    found = await client.post(f"/bot{TOKEN}/sendDocument", data=data, files={"here": ("a.txt", b"text")})
    lost = await client.post(f"/bot{TOKEN}/sendDocument", data=data, files={"there": ("a.txt", b"text")})

    assert found.json()["result"]["document"]["file_name"] == "a.txt"
    assert lost.json()["description"] == "Bad Request: there is no document in the request"


@pytest.mark.parametrize(
    ("path", "body", "code", "description"),
    [
        ("/bot0:x/getMe", b"", 401, "Unauthorized: invalid token specified"),
        ("/botx/getMe", b"", 401, "Unauthorized: invalid token specified"),
        (f"/bot{TOKEN}/fly", b"", 404, "Not Found: method not found"),
        (f"/bot{TOKEN}/sendMessage", b"{", 400, "Bad Request: can't parse request body as JSON object"),
        (f"/bot{TOKEN}/sendMessage", b"{}", 400, "Bad Request: chat_id is empty"),
        (f"/bot{TOKEN}/sendMessage", b'{"chat_id": 1}', 400, "Bad Request: message text is empty"),
        (
            f"/bot{TOKEN}/sendMessage",
            b'{"chat_id": 1, "text": "\\ud83d"}',
            400,
            "Bad Request: strings must be encoded in UTF-8",
        ),
        (
            f"/bot{TOKEN}/sendMessage",
            b'{"chat_id": 1, "text": "x", "reply_markup": "{"}',
            400,
            "Bad Request: can't parse reply keyboard markup JSON object",
        ),
        (f"/bot{TOKEN}/sendPhoto", b'{"chat_id": 1}', 400, "Bad Request: there is no photo in the request"),
        (f"/bot{TOKEN}/getFile", b"{}", 400, "Bad Request: file_id not specified"),
    ],
)
async def test_refusals(client: httpx.AsyncClient, path: str, body: bytes, code: int, description: str) -> None:
    answer = await client.post(path, content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": description}


async def test_two_bots_do_not_see_each_other(client: httpx.AsyncClient, bot: Bot, phone: Handset) -> None:
    """Phones talk to the bot that called last, unless they say which."""
    await client.get("/bot77:other/getMe")
    sent = await client.post(f"/phone/api/phones/{phone.id}/text", params={"bot": 4242}, json={"text": "mine"})
    assert sent.status_code == 200

    await phone.says("theirs")

    theirs = (await client.get("/bot77:other/getUpdates")).json()["result"]
    mine = await bot.get_updates()
    assert [update["message"]["text"] for update in theirs] == ["theirs"]
    assert [update.message.text for update in mine if update.message] == ["mine"]
