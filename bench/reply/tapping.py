"""Learners who tap what their phone shows, and when the answer to each tap arrived."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random

from bench.crash.people import is_choice
from bench.outside import Deed
from bot.simulator.exchange import Exchange
from bot.simulator.markup import is_inline
from bot.simulator.phone.acts import ACTS
from bot.simulator.phone.talk import Talk
from bot.simulator.records import Bot, Message

PRACTISE = "menu:-:practise"
AROUND = "practice:"


@dataclass(frozen=True)
class Tapping:
    """A wish: these learners tap by turns.

    Args:
        chats: their chats.
        seconds: for how long.
        pause: seconds between two taps, on average.
        seed: decides the moments, and what is tapped.
    """

    chats: Sequence[int]
    seconds: float
    pause: float
    seed: int


async def tap(exchange: Exchange, bot: Bot, wish: Tapping) -> list[Deed]:
    """Let learners tap. Returns their taps, in order."""
    random, now = Random(wish.seed), asyncio.get_running_loop().time
    taps, over = [], now() + wish.seconds
    for chat in cycle(wish.chats):
        await asyncio.sleep(random.expovariate(1 / wish.pause))
        if now() > over:
            break
        taps.append(Deed(chat, exchange.moment()))
        _tap(Talk(exchange, bot, exchange.state.phones[chat]), random)
    return taps


def _tap(talk: Talk, random: Random) -> None:
    message = next(_with_buttons(talk.chat.messages), None)
    data = [*_worth_a_tap(_data(message))] if message else []
    if message and data:
        ACTS["tap"](talk, {"message_id": message.id, "data": random.choice(data)})
    else:
        ACTS["command"](talk, {"command": "practise"})


def _worth_a_tap(data: Sequence[str]) -> Iterable[str]:
    """The choices of an item; if there is none the ways around it; else the way to the next lesson."""
    for wanted in (is_choice, lambda one: one.startswith(AROUND), lambda one: one == PRACTISE):
        if found := [one for one in data if wanted(one)]:
            return found
    return []


def _with_buttons(messages: Sequence[Message]) -> Iterator[Message]:
    return (one for one in reversed(messages) if one.from_bot and is_inline(one.markup) and not one.deleted)


def _data(message: Message) -> list[str]:
    rows = (message.markup or {})["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row]
