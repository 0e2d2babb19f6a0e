"""The same updates in another way: doubled, late, by another door, after a restart. The record is the same."""

from collections.abc import Awaitable, Callable, Iterator
from random import Random

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Catalogues
from bot.store import Store, inbox, outbox
from bot.telegram.bot import call
from bot.telegram.intake import Intake
from bot.telegram.receive import Poller
from bot.telegram.webhook import Webhook
from tests.fakes import stores
from tests.fakes.course import publish_course
from tests.fakes.house import House, house
from tests.fakes.quick_brain import QuickBrain
from tests.wild.checks import listening, nobody_is_quoted, visible
from tests.wild.deeds import Deed, Json, Stream, by_update, deeds, kept, people_of, record, shown, work
from tests.wild.every_type import publish_every_type
from tests.wild.examples import examples
from tests.wild.sending import message
from tests.wild.states import BESIDE_ANOTHER, NEW, States

SECRET = "hook"

LATER = 200_000_000
"""The number of an update that comes after all others."""

Door = Callable[[list[Json]], Awaitable[None]]
"""Takes updates in."""

MOST_REPEATS = 2

THROUGH_THE_ONBOARDING = [Deed(0, "command", "start"), *[Deed(0, "tap", place) for place in (11, 3, 0, 0, 0, 1, 3)]]

places = st.sampled_from([NEW, "language asked", "consent asked", "home", "deletion asked again", BESIDE_ANOTHER])
orders = st.integers(0, 2**16).map(Random)


@examples(12)
@given(state=places, done=deeds(most=12), order=orders)
async def test_doubled_late_and_by_any_door_it_is_the_same(
    states: States, state: str, done: list[Deed], order: Random
) -> None:
    async with states.at(state, "ar") as walker:
        people = await people_of(walker.house)
        stream = await record(walker.house, people, done)
        clean = kept(walker.house.store), await shown(people)
    async with states.at(state, "ar") as walker:
        await replay(walker.house, stream, order)
        assert (kept(walker.house.store), await shown(await people_of(walker.house))) == clean


@pytest.mark.postgres
@examples(3)
@given(done=deeds(most=6, people=1), order=orders)
async def test_on_postgres_it_is_the_same_as_on_sqlite(
    states: States, postgres_tables: Store, catalogues: Catalogues, done: list[Deed], order: Random
) -> None:
    async with states.at(NEW, "ar") as walker:
        before = walker.house.so_far()
        stream = await record(walker.house, [walker], [*THROUGH_THE_ONBOARDING, *done])
        clean = kept(walker.house.store), await shown([walker])
    stores.clear(postgres_tables)
    publish_course(postgres_tables, stores.BEGINNING)
    publish_every_type(postgres_tables, stores.BEGINNING)
    async with house(postgres_tables, QuickBrain(), catalogues, before=before) as home:
        await replay(home, stream, order)
        assert (kept(postgres_tables), await shown(await people_of(home))) == clean
    stores.clear(postgres_tables)


@examples(12)
@given(state=places, done=deeds(most=10), order=orders)
async def test_even_first_deliveries_in_another_order_break_nothing(
    states: States, state: str, done: list[Deed], order: Random
) -> None:
    async with states.at(state, "ar") as walker:
        stream = await record(walker.house, await people_of(walker.house), done)
    with listening() as logs:
        async with states.at(state, "ar") as walker:
            by_update(walker.house, stream)
            order.shuffle(stream.updates)
            for raw in stream.updates:
                await by_webhook(walker.house)([raw])
                await work(walker.house)
            store = walker.house.store
            assert (inbox.parked(store), outbox.parked(store)) == ([], [])
            await walker.updates(update_id=LATER, message=message(walker, text="/start"))
            assert visible(walker)
            nobody_is_quoted(logs)


async def replay(home: House, stream: Stream, order: Random) -> None:
    """Deliver the stream in parts, each by one of the doors, with repeats; the bot may start anew before any part."""
    by_update(home, stream)
    doors = [by_webhook(home), by_polling(home, confirms=True), by_polling(home, confirms=False)]
    for part in parts(with_repeats(interleaved(stream.updates, order), order), order):
        await order.choice(doors)(part)
        await work(home)


def interleaved(updates: list[Json], order: Random) -> list[Json]:
    """First deliveries: those of one chat in their order, those of different chats in any."""
    chats = [chat_of(raw) for raw in updates]
    left = {chat: iter([raw for raw in updates if chat_of(raw) == chat]) for chat in chats}
    return [next(left[chat]) for chat in order.sample(chats, len(chats))]


def with_repeats(updates: list[Json], order: Random) -> list[Json]:
    """Each comes once, twice or three times; again at any time after the first."""
    result = list(updates)
    for raw in updates:
        for _ in range(order.randint(0, MOST_REPEATS)):
            result.insert(order.randint(result.index(raw) + 1, len(result)), raw)
    return result


def parts(updates: list[Json], order: Random) -> Iterator[list[Json]]:
    """The same in parts of up to six."""
    start = 0
    while start < len(updates):
        size = order.randint(1, 6)
        yield updates[start : start + size]
        start += size


def chat_of(raw: Json) -> int:
    [content] = [value for name, value in raw.items() if name != "update_id"]
    chat: int = content["from"]["id"]
    return chat


def by_polling(home: House, confirms: bool) -> Door:
    """A poller that has just started; it may end before it has confirmed what it took."""

    async def take(updates: list[Json]) -> None:
        for raw in updates:
            await home.client.post("/phone/api/updates", json=raw)
        await Poller(home.bot, intake_of(home), home.clock, home.clock.sleep).fetch()
        if confirms:
            # As its next question would; but that one would wait for news.
            await call(home.bot, "getUpdates", {"offset": max(raw["update_id"] for raw in updates) + 1})

    return take


def by_webhook(home: House) -> Door:
    """The webhook, which Telegram calls again when it missed the answer."""
    webhook = Webhook(home.bot, intake_of(home), "https://example.org/hook", SECRET)

    async def take(updates: list[Json]) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(webhook), base_url="http://bot") as client:
            for raw in updates:
                assert (await client.post("/", json=raw, headers=headers)).status_code == httpx.codes.OK

    return take


def intake_of(home: House) -> Intake:
    return Intake(home.bot, home.store, home.clock, lambda: None)
