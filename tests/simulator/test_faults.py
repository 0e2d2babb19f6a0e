"""Every kind of fault, as a bot and a phone meet it, and how faults are switched on and off."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from telegram import Bot

from bot.simulator import create_app
from bot.simulator.faults.kinds import KINDS
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.simulator.world import TOKEN, Clock, plain_client

FAULTS = "/phone/api/faults"


async def switch_on(client: httpx.AsyncClient, kind: str, **values: Any) -> dict[str, Any]:
    """Switch a fault on."""
    answer = await client.post(FAULTS, json={"kind": kind, **values})
    assert answer.status_code == 201, answer.text
    return answer.json()  # type: ignore[no-any-return]


async def sends(phone: Handset) -> httpx.Response:
    """Send a text to the phone, as a bot."""
    return await phone.client.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": phone.id, "text": "Dag"})


async def texts(phone: Handset) -> list[str]:
    """The texts that the bot sent."""
    return [message["text"] for message in await phone.messages() if message["from"] == "bot"]


async def fetched(client: httpx.AsyncClient, **question: Any) -> list[dict[str, Any]]:
    """The updates that a bot gets."""
    answer = await client.get(f"/bot{TOKEN}/getUpdates", params=question)
    return answer.json()["result"]  # type: ignore[no-any-return]


def said(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def drop_before(phone: Handset) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        await sends(phone)
    assert await texts(phone) == []


async def drop_after(phone: Handset) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        await sends(phone)
    assert await texts(phone) == ["Dag"]


def refuses(code: int, description: str, **parameters: Any) -> Callable[[Handset], Awaitable[None]]:
    async def case(phone: Handset) -> None:
        answer = await sends(phone)
        assert answer.status_code == code
        assert answer.json()["description"].startswith(description)
        assert answer.json().get("parameters", {}) == parameters
        assert await texts(phone) == []

    return case


async def rubbish(phone: Handset) -> None:
    answer = await sends(phone)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert await texts(phone) == []


async def stall(phone: Handset) -> None:
    assert (await sends(phone)).status_code == 200


async def rates(phone: Handset) -> None:
    answers = [(await sends(phone)).status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]


def inserts(field: str) -> Callable[[Handset], Awaitable[None]]:
    async def case(phone: Handset) -> None:
        await phone.says("hello")
        broken, real = await fetched(phone.client)
        assert set(broken) - {"update_id"} <= {field}
        assert said([real]) == ["hello"]
        assert real["update_id"] == broken["update_id"] + 1

    return case


async def repeat(phone: Handset) -> None:
    await phone.says("hello")
    (update,) = await fetched(phone.client)
    after = update["update_id"] + 1
    assert await fetched(phone.client, offset=after) == [update]
    assert await fetched(phone.client, offset=after) == []


async def reorder(phone: Handset) -> None:
    words = [str(number) for number in range(9)]
    for word in words:
        await phone.says(word)
    shuffled = said(await fetched(phone.client))
    assert shuffled != words
    assert sorted(shuffled) == words
    assert said(await fetched(phone.client)) == words


async def restart_ids(phone: Handset) -> None:
    await phone.says("hello")
    await phone.says("again")
    first, second = await fetched(phone.client)
    assert second["update_id"] == first["update_id"] + 1 < 100_000_000
    assert await fetched(phone.client, offset=100_000_003) == [first, second]


CASES: dict[str, Callable[[Handset], Awaitable[None]]] = {
    "drop_before": drop_before,
    "drop_after": drop_after,
    "error_500": refuses(500, "Internal Server Error"),
    "error_429": refuses(429, "Too Many Requests: retry after 3", retry_after=3),
    "error_403": refuses(403, "Forbidden: bot was blocked by the user"),
    "error_400": refuses(400, "Bad Request: "),
    "rubbish": rubbish,
    "stall": stall,
    "rates": rates,
    "malformed": inserts("message"),
    "unknown": inserts("telepathy"),
    "repeat": repeat,
    "reorder": reorder,
    "restart_ids": restart_ids,
}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_fault_strikes_as_often_as_it_was_told_to(clock: Clock, kind: str) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    async with served(create_app(None, clock, sleep=sleep)) as url, plain_client(url) as client:
        await client.get(f"/bot{TOKEN}/getMe")
        phone = await Handset.new(client, "Amina", "ar")
        await phone.says("/start")
        (started,) = await fetched(client)
        await fetched(client, offset=started["update_id"] + 1)
        await switch_on(client, kind, count=1, seed=1)
        await CASES[kind](phone)

        assert (await client.get(FAULTS)).json()["faults"] == []
        assert pauses == ([30] if kind == "stall" else [])


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({kind.label for kind in KINDS.values()}) == len(KINDS)


async def test_a_fault_is_listed_and_cleared(client: httpx.AsyncClient, phone: Handset) -> None:
    one = await switch_on(client, "error_500", phone=phone.id)
    await switch_on(client, "stall", seconds=2, count=3, probability=0.5, seed=4, method="sendMessage")

    listed = (await client.get(FAULTS)).json()["faults"]
    assert [fault["id"] for fault in listed] == [1, 2]
    assert listed[0]["label"] == "Answer 500"
    values = {name: listed[1][name] for name in ("phone", "method", "left", "probability", "seconds", "seed", "struck")}
    assert values == {
        "phone": 0, "method": "sendmessage", "left": 3, "probability": 0.5, "seconds": 2, "seed": 4, "struck": 0,
    }  # fmt: skip

    assert (await client.delete(f"{FAULTS}/{one['id']}")).status_code == 200
    assert (await client.delete(f"{FAULTS}/{one['id']}")).status_code == 404
    await client.delete(FAULTS)
    assert (await client.get(FAULTS)).json()["faults"] == []
    assert (await sends(phone)).status_code == 200


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        ({"kind": "earthquake"}, 400, "There is no fault 'earthquake': choose one of drop_before, "),
        ({"kind": "stall", "phone": 5}, 404, "There is no phone 5."),
        ({"kind": "stall", "method": "fly"}, 400, "The simulator has no method fly."),
        ({"kind": "stall", "count": 0}, 400, "count lies between 1 and "),
        ({"kind": "stall", "probability": 1.5}, 400, "probability lies between 0 and 1."),
        ({"kind": "stall", "seconds": -1}, 400, "seconds lies between 0 and 3600."),
        ({"kind": "stall", "seed": "x"}, 400, "A value is not of its kind"),
    ],
)
async def test_what_cannot_be_switched_on(
    client: httpx.AsyncClient, body: dict[str, Any], status: int, problem: str
) -> None:
    answer = await client.post(FAULTS, json=body)

    assert answer.status_code == status
    assert answer.json()["error"].startswith(problem)


async def test_a_fault_of_one_phone_spares_the_others(client: httpx.AsyncClient, phone: Handset) -> None:
    other = await Handset.new(client, "Olena", "uk")
    await other.says("/start")
    await switch_on(client, "error_403", phone=phone.id)
    await switch_on(client, "malformed", phone=phone.id)

    assert [(await sends(one)).status_code for one in (phone, other)] == [403, 200]
    before = len(await fetched(client))
    await other.says("one update")
    await phone.says("two updates")
    assert len(await fetched(client)) == before + 3


async def test_a_refusal_of_chats_spares_calls_without_one(client: httpx.AsyncClient, phone: Handset) -> None:
    await switch_on(client, "error_403")

    assert (await client.get(f"/bot{TOKEN}/getMe")).status_code == 200
    assert (await sends(phone)).status_code == 403


async def test_the_same_seed_strikes_the_same_calls(client: httpx.AsyncClient, phone: Handset) -> None:
    runs = []
    for _ in range(2):
        fault = await switch_on(client, "error_500", probability=0.4, seed=11)
        runs.append([(await sends(phone)).status_code for _ in range(20)])
        await client.delete(f"{FAULTS}/{fault['id']}")

    assert runs[0] == runs[1]
    assert {200, 500} == set(runs[0])


async def test_the_journal_holds_arrivals_and_no_words(client: httpx.AsyncClient, phone: Handset, clock: Clock) -> None:
    before = (await client.get("/phone/api/calls")).json()[-1]["number"]
    await switch_on(client, "error_500", count=1)
    await sends(phone)
    strange = {"chat_id": phone.id, "text": "secret", "txet": "secret", "parse_mod": "HTML"}
    await client.post(f"/bot{TOKEN}/sendMessage", json=strange)

    answer = await client.get("/phone/api/calls", params={"after": before})

    assert "secret" not in answer.text
    at = clock.now.timestamp()
    common = {"at": at, "bot": 4242, "method": "sendMessage", "chat": phone.id}
    assert answer.json() == [
        {**common, "number": before + 1, "status": 500, "fault": "error_500", "unknown": []},
        {**common, "number": before + 2, "status": 200, "fault": "", "unknown": ["parse_mod", "txet"]},
    ]


async def test_a_waiting_poll_gets_updates_whose_ids_began_anew(bot: Bot, phone: Handset) -> None:
    await phone.says("old")
    (old,) = await fetched(phone.client)
    poll = asyncio.create_task(fetched(phone.client, offset=old["update_id"] + 1, timeout=30))
    await switch_on(phone.client, "restart_ids", count=1)
    while (await bot.get_webhook_info()).pending_update_count:
        pass
    await phone.says("new")

    (new,) = await poll
    assert new["update_id"] < old["update_id"]
    assert said([new]) == ["new"]
