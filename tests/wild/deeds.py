"""What learners do with their phones; and the stream of updates that it makes, to be sent again in another way."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Integer, select

from bot.store import Store
from bot.store.tables import Base, InboxRow
from bot.telegram.bot import call
from bot.telegram.intake import Intake
from bot.telegram.updates import read
from tests.fakes.house import House
from tests.fakes.learner import Walker, rows
from tests.fakes.phones import Handset
from tests.wild.words import pieces

Json = dict[str, Any]


@dataclass(frozen=True)
class Deed:
    """Somebody (a number of a phone) does something with a value."""

    who: int
    act: str
    value: Any


async def _tap(walker: Walker, place: int) -> None:
    """One of the buttons that the chat shows; words when there is none."""
    shown = [message for message in await walker.handset.messages() if not message["deleted"]]
    buttons = [(message["id"], button) for message in shown for row in rows(message) for button in row]
    if not buttons:
        return await _say(walker, "?")
    # Mostly one of the last ones: that is where people tap.
    message_id, button = buttons[-1 - place % len(buttons)]
    await walker.handset.act("tap", data=button["callback_data"], message_id=message_id)
    return None


async def _say(walker: Walker, text: str) -> None:
    await walker.handset.try_to("text", text=text)


async def _edit(walker: Walker, text: str) -> None:
    await walker.handset.try_to("edit", text=text)


async def _command(walker: Walker, command: str) -> None:
    await walker.handset.act("command", command=command)


async def _wait(walker: Walker, minutes: int) -> None:
    walker.house.clock.forward(minutes=minutes)


async def _leave(walker: Walker, _: Any) -> None:
    await walker.handset.act("block")
    await walker.handset.act("unblock")


ACTS: Mapping[str, Callable[[Walker, Any], Awaitable[None]]] = {
    "tap": _tap, "say": _say, "edit": _edit, "command": _command, "wait": _wait, "leave": _leave,
}  # fmt: skip

COMMANDS = ("start", "practise", "practise", "tip", "counsellor", "settings", "pause", "resume", "delete", "mydata")


def deeds(most: int, people: int = 2) -> st.SearchStrategy[list[Deed]]:
    """Up to so many deeds of some people."""
    what = st.one_of(
        *[st.tuples(st.just("tap"), st.integers(0, 8))] * 4,
        st.tuples(st.just("say"), pieces),
        st.tuples(st.just("edit"), pieces),
        *[st.tuples(st.just("command"), st.sampled_from(COMMANDS))] * 2,
        st.tuples(st.just("wait"), st.integers(1, 60)),
        st.tuples(st.just("leave"), st.none()),
    )
    one = st.builds(lambda who, done: Deed(who, *done), st.integers(0, people - 1), what)
    return st.lists(one, min_size=3, max_size=most)


@dataclass
class Stream:
    """The updates that came of some deeds, in order, and the moment at which each had its turn."""

    updates: list[Json] = field(default_factory=list)
    moments: dict[int, datetime] = field(default_factory=dict)


async def record(home: House, people: list[Walker], done: list[Deed]) -> Stream:
    """Do all of this, one after the other, each answered before the next."""
    stream, intake = Stream(), Intake(home.bot, home.store, home.clock, lambda: None)
    by_update(home, stream)
    for deed in done:
        await ACTS[deed.act](people[deed.who % len(people)], deed.value)
        for raw in await _arrived(home, stream):
            stream.updates.append(raw)
            stream.moments[raw["update_id"]] = home.clock()
            intake.take(raw)
        await work(home)
    return stream


async def _arrived(home: House, stream: Stream) -> list[Json]:
    last = stream.updates[-1]["update_id"] + 1 if stream.updates else None
    found: list[Json] = await call(home.bot, "getUpdates", {"offset": last} if last else {})
    known = {raw["update_id"] for raw in stream.updates}
    return [raw for raw in found if raw["update_id"] not in known]


def by_update(home: House, stream: Stream) -> None:
    """Let chance and time of every turn follow from its update alone, whenever and in whatever order it comes."""

    def read_in_its_time(raw: Json) -> Any:
        home.turns.random.seed(raw.get("update_id"))
        home.clock.now = stream.moments.get(raw.get("update_id", 0), home.clock.now)
        return read(raw)

    home.turns.read = read_in_its_time


async def work(home: House) -> None:
    """Every turn that waits, and after each what it has to say."""
    while await home.turns.run_next():
        await home.sender.flush()


async def people_of(home: House) -> list[Walker]:
    """Everybody who has a phone."""
    phones = (await home.client.get("/phone/api/phones")).json()
    return [Walker(home, Handset(home.client, phone), phone["language_code"]) for phone in phones]


COUNTED = {"outbox": {"message_id", "sent_at"}}
"""What counts the messages on their way, and not what anybody did."""


def kept(store: Store) -> dict[str, list[str]]:
    """The whole record, without what only counts rows, in an order of its own."""
    apart = {InboxRow.__tablename__, "entry", "revision"}
    found = {}
    for table in Base.metadata.sorted_tables:
        columns = [
            column
            for column in table.columns
            if not (column.primary_key and isinstance(column.type, Integer))
            and column.name not in COUNTED.get(table.name, ())
        ]
        if table.name not in apart:
            with store.reading() as session:
                found[table.name] = sorted(repr(tuple(row)) for row in session.execute(select(*columns)))
    return found


async def shown(people: list[Walker]) -> list[Any]:
    """What stands in every chat of the bot's."""
    chats = [await walker.handset.messages() for walker in people]
    return [[_look(message) for message in chat if message["from"] == "bot"] for chat in chats]


def _look(message: Json) -> Any:
    return message["text"], message["kind"], message["deleted"], message["markup"]
