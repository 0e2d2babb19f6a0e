"""What happens at night: each fault of Telegram, played by the simulator before the real receiving and sending."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import select

from bot.i18n import Catalogues
from bot.simulator.faults.kinds import KINDS
from bot.store import Store, inbox, outbox
from bot.store.tables import InboxRow, Learner
from bot.telegram import Webhook
from tests.fakes.house import TOKEN
from tests.fakes.served import served
from tests.telegram.night import Night, heard, night
from tests.telegram.world import until

MINUTE = timedelta(seconds=60)
SENDING = "Sending messages fails, and goes on trying: "
RECEIVING = "Receiving updates fails, and goes on trying: "
APOLOGY = "Please try again."
FALLBACK = "Something went wrong."


@pytest_asyncio.fixture
async def bad_night(course_store: Store, catalogues: Catalogues) -> AsyncIterator[Night]:
    async with night(course_store, catalogues) as begun:
        yield begun


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the bot logged that somebody should look at; never a token, never words."""
    said = [record.message for record in caplog.records if record.name.startswith("bot.") and record.levelno > 20]
    assert TOKEN not in caplog.text
    assert "private matter" not in "\n".join(said)
    return said


def inbox_states(store: Store) -> list[str]:
    with store.reading() as session:
        return list(session.scalars(select(InboxRow.state).order_by(InboxRow.id)))


CALLS = [
    ("drop_before", "getUpdates", RECEIVING),
    ("drop_before", "sendMessage", SENDING),
    ("drop_after", "getUpdates", RECEIVING),
    ("error_500", "getUpdates", f"{RECEIVING}NetworkError: Internal Server Error"),
    ("error_500", "sendMessage", f"{SENDING}NetworkError: Internal Server Error"),
    ("error_429", "getUpdates", f"{RECEIVING}RetryAfter: Flood control exceeded"),
    ("error_429", "sendMessage", "Telegram asks for a pause of 3 seconds"),
    ("rubbish", "getUpdates", RECEIVING),
    ("rubbish", "sendMessage", SENDING),
]


@pytest.mark.parametrize(("kind", "method", "line"), CALLS, ids=[f"{kind}-{method}" for kind, method, _ in CALLS])
async def test_a_call_that_fails_loses_nothing(
    bad_night: Night, caplog: pytest.LogCaptureFixture, kind: str, method: str, line: str
) -> None:
    amina, olena = await bad_night.phone("Amina"), await bad_night.phone("Olena")
    await bad_night.fault(kind, method=method, count=3)
    for words in ("one", "a private matter"):
        await amina.says(words)
    await olena.says("three")

    await bad_night.passes()

    assert await heard(amina) == ["heard one", "heard a private matter"]
    assert await heard(olena) == ["heard three"]
    assert await bad_night.recovery() <= MINUTE
    # A pause that Telegram asks for is an event of its own; every other trouble is told once.
    said = lines(caplog)
    assert all(one.startswith(line) for one in said)
    assert len(said) == 1 or (kind, method) == ("error_429", "sendMessage")
    assert set(inbox_states(bad_night.house.store)) == {"done"}


async def test_an_answer_that_is_lost_is_said_again_and_no_more(
    bad_night: Night, caplog: pytest.LogCaptureFixture
) -> None:
    amina = await bad_night.phone("Amina")
    await bad_night.fault("drop_after", method="sendMessage", count=2)
    for words in ("a private matter", "two"):
        await amina.says(words)

    await bad_night.passes()

    # Nobody can know that the first two arrived: so often it is said again.
    assert await heard(amina) == ["heard a private matter"] * 3 + ["heard two"]
    assert await bad_night.recovery() <= MINUTE
    (said,) = lines(caplog)
    assert said.startswith(SENDING)


async def test_after_a_long_outage_of_everything_the_bot_is_back_within_a_minute(
    bad_night: Night, caplog: pytest.LogCaptureFixture
) -> None:
    amina = await bad_night.phone("Amina")
    await amina.says("a private matter")
    await bad_night.fault("drop_before", count=12)
    await bad_night.receive()
    assert await bad_night.recovery() <= MINUTE
    await bad_night.fault("error_500", count=12)

    await bad_night.send()

    assert await heard(amina) == ["heard a private matter"]
    assert await bad_night.recovery() <= MINUTE
    assert [said.partition(",")[0] for said in lines(caplog)] == ["Receiving updates fails", "Sending messages fails"]


async def test_a_call_that_stalls_is_given_up_and_made_again(
    course_store: Store, catalogues: Catalogues, caplog: pytest.LogCaptureFixture
) -> None:
    async with night(course_store, catalogues, hurried=True) as bad_night:
        amina = await bad_night.phone("Amina")
        await bad_night.fault("stall", method="sendMessage", count=1)
        began = bad_night.clock()
        await amina.says("a private matter")

        await bad_night.passes()

        assert await heard(amina) == ["heard a private matter"]
        assert bad_night.clock() - began <= MINUTE
        (said,) = lines(caplog)
        assert said == f"{SENDING}TimedOut: Timed out"

        # What stalled is acted upon all the same, later: one message that was under way is there twice.
        bad_night.clock.forward(seconds=30)
        (stalled,) = (call["number"] for call in await bad_night.calls() if call["fault"])
        await until(lambda: bad_night.exchange.journal.since(stalled - 1)[0]["status"] == 200)
        assert await heard(amina) == ["heard a private matter"] * 2


UPDATES = [
    ("malformed", "cannot be read"),
    ("unknown", "cannot be read"),
    ("repeat", ""),
    ("restart_ids", ""),
]


@pytest.mark.parametrize(("kind", "line"), UPDATES, ids=[kind for kind, _ in UPDATES])
async def test_strange_updates_neither_stop_nor_double_the_real_ones(
    bad_night: Night, caplog: pytest.LogCaptureFixture, kind: str, line: str
) -> None:
    amina, olena = await bad_night.phone("Amina"), await bad_night.phone("Olena")
    for seed in range(8):
        await bad_night.fault(kind, count=1, seed=seed)
        await amina.says(f"a private matter {seed}")
        await olena.says(f"{seed}")
        await bad_night.passes()

    assert await heard(amina) == [f"heard a private matter {seed}" for seed in range(8)]
    assert await heard(olena) == [f"heard {seed}" for seed in range(8)]
    said = lines(caplog)
    assert len(said) == len(set(said))
    assert all(line and line in one for one in said)
    assert set(inbox_states(bad_night.house.store)) == {"done"}


async def test_updates_in_another_order_are_all_taken_once(bad_night: Night, caplog: pytest.LogCaptureFixture) -> None:
    amina = await bad_night.phone("Amina")
    await bad_night.fault("reorder", seed=3)
    words = [f"heard {number}" for number in range(12)]
    for number in range(12):
        await amina.says(str(number))

    await bad_night.passes()

    assert sorted(await heard(amina)) == sorted(words)
    assert await heard(amina) != words
    assert lines(caplog) == []


async def test_a_shaky_line_is_told_of_once_a_minute(bad_night: Night, caplog: pytest.LogCaptureFixture) -> None:
    phones = [await bad_night.phone(f"Phone {number}") for number in range(8)]
    await bad_night.fault("drop_before", method="sendMessage", probability=0.5, seed=2)
    for phone in phones:
        await phone.says("a private matter")

    await bad_night.passes()

    for phone in phones:
        assert await heard(phone) == ["heard a private matter"]
    assert len([call for call in await bad_night.calls() if call["fault"]]) > 2
    (said,) = lines(caplog)
    assert said.startswith(SENDING)


async def test_who_blocked_the_bot_is_left_alone_until_they_come_back(
    bad_night: Night, caplog: pytest.LogCaptureFixture
) -> None:
    amina, olena = await bad_night.phone("Amina"), await bad_night.phone("Olena")
    await bad_night.fault("error_403", phone=amina.id, count=1)
    for words in ("one", "two"):
        await amina.says(words)
    await olena.says("three")
    await bad_night.receive()
    await bad_night.send()

    assert (await heard(amina), await heard(olena)) == ([], ["heard three"])
    assert blocked(bad_night.house.store) == {amina.id}
    assert lines(caplog) == []

    await amina.says("back")
    await bad_night.passes()
    assert await heard(amina) == ["heard back"]
    assert blocked(bad_night.house.store) == set()


async def test_a_message_that_telegram_refuses_is_parked_at_once_and_plain_words_go_instead(
    bad_night: Night, caplog: pytest.LogCaptureFixture
) -> None:
    amina = await bad_night.phone("Amina")
    await bad_night.fault("error_400", count=1)
    for words in ("a private matter", "two"):
        await amina.says(words)

    await bad_night.passes()

    assert await heard(amina) == ["heard two", FALLBACK]
    (parked,) = outbox.parked(bad_night.house.store)
    assert lines(caplog) == [f"Outbox row {parked.id} is set aside: BadRequest: Message_invalid"]


async def test_a_turn_that_fails_three_times_is_parked_and_the_chat_goes_on(
    bad_night: Night, caplog: pytest.LogCaptureFixture
) -> None:
    amina = await bad_night.phone("Amina")
    await bad_night.fault("repeat", count=2)
    began = bad_night.clock()
    for words in ("break", "after"):
        await amina.says(words)

    await bad_night.receive()
    while "new" in inbox_states(bad_night.house.store):
        await bad_night.send()
        bad_night.clock.forward(seconds=1)
    await bad_night.send()

    apology, answer = await heard(amina)
    assert (apology, answer) == (APOLOGY, "heard after")
    assert bad_night.clock() - began <= MINUTE
    (parked,) = inbox.parked(bad_night.house.store)
    assert inbox_states(bad_night.house.store).count("parked") == 1
    assert [said.partition(":")[0] for said in lines(caplog)] == [
        f"Update {parked.update_id} failed at try {number}" for number in (1, 2, 3)
    ]


def blocked(store: Store) -> set[int]:
    """The chats that are marked as blocked."""
    with store.reading() as session:
        return set(session.scalars(select(Learner.telegram_id).where(Learner.blocked_at.is_not(None))))


def test_every_fault_has_its_night() -> None:
    own = {"stall", "reorder", "error_403", "error_400"}
    of_pacing = {"rates"}
    assert {kind for kind, *_ in (*CALLS, *UPDATES)} | own | of_pacing == set(KINDS)


async def test_a_webhook_meets_the_same_faults(bad_night: Night, caplog: pytest.LogCaptureFixture) -> None:
    amina = await bad_night.phone("Amina")
    house, bot = bad_night.house, bad_night.exchange.state.bots[4242]
    await bad_night.fault("error_500", method="setWebhook", count=2)
    for kind in ("malformed", "repeat", "reorder", "restart_ids"):
        await bad_night.fault(kind, count=2, seed=1)
    stop = asyncio.Event()
    async with served(Webhook(house.bot, house._intake, "known when it is served", "s3cret")) as address:
        webhook = Webhook(house.bot, house._intake, f"{address}/", "s3cret", house.clock.sleep)
        running = asyncio.create_task(webhook.run(stop))
        await until(webhook.healthy)
        for number in range(9):
            await amina.says(f"a private matter {number}")
        await until(lambda: not bot.pending)
        stop.set()
        await running
    await bad_night.send()

    assert sorted(await heard(amina)) == [f"heard a private matter {number}" for number in range(9)]
    registering, *unread = lines(caplog)
    assert registering.startswith("Setting the webhook fails, and goes on trying: NetworkError: Internal Server Error")
    assert all("cannot be read" in one for one in unread)
