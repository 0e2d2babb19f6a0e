"""Many learners at once: they act at random moments, however busy the bot is, and nobody waits for anybody."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random

from bench.outside import Deed
from bot.catalogue.course import Courses
from bot.learning.items import item_types
from bot.simulator.exchange import Exchange
from bot.simulator.people import bot_user, private_chat
from bot.simulator.phone.acts import ACTS
from bot.simulator.phone.talk import Talk
from bot.simulator.records import Bot, Message
from bot.store import Store, learners, practice
from bot.wiring.parts import clock

WRITING, COMMANDING = 0.1, 0.1
"""Shares of what learners do. Otherwise they tap an answer, or begin a lesson when none is open."""

WORDS = ("hallo", "dank je wel", "Mag ik een tip over de trein?", "Ik ben moe vandaag")
COMMANDS = ("tip", "tip", "tip", "help", "progress")

PRACTISE = "menu:-:practise"
DONT_KNOW = "?"


@dataclass(frozen=True)
class Rush:
    """A wish: learners act, each as often as any other.

    Args:
        chats: theirs.
        rate: deeds a second in all, at moments of a Poisson process.
        seconds: for how long.
        seed: decides the moments and the deeds.
        database: the bot's: what its phones cannot show yet, at 30 messages a second, is read there.
        region: the course's.
    """

    chats: Sequence[int]
    rate: float
    seconds: float
    seed: int
    database: str
    region: str


async def rush(exchange: Exchange, bot: Bot, wish: Rush) -> list[Deed]:
    """Let learners act. Returns their deeds, in order."""
    random, store = Random(wish.seed), Store(wish.database)
    screen = Screen(store, Courses(store, wish.region, clock), random)
    now, deeds = asyncio.get_running_loop().time, []
    begin = now()
    chats = cycle(random.sample(wish.chats, len(wish.chats)))
    for moment in _moments(wish, random):
        await asyncio.sleep(begin + moment - now())
        talk = Talk(exchange, bot, exchange.state.phones[next(chats)])
        act, values = _choice(talk, screen, random)
        deeds.append(Deed(talk.phone.id, exchange.moment()))
        ACTS[act](talk, values)
    store.close()
    return deeds


class Screen:
    """What the phone of a learner would show if messages were not held up."""

    def __init__(self, store: Store, courses: Courses, random: Random) -> None:
        self._store, self._courses, self._random = store, courses, random

    def button(self, chat: int) -> str:
        """A button that a learner may tap now: an answer to the open item, else the one that begins a lesson."""
        learner = learners.by_telegram_id(self._store, chat)
        showing = practice.showing(self._store, learner.asked) if learner and learner.asked else None
        if showing is None or showing.closed_at:
            return PRACTISE
        item = self._courses.current().item_at(showing.item_id, showing.revision)
        question = item_types()[item.type].question(item.body, showing.order, showing.steps)
        keys = [choice.key for choice in question.choices] or [DONT_KNOW]
        return f"practice:{showing.id}:{self._random.choice(keys)}"


def _moments(wish: Rush, random: Random) -> Iterator[float]:
    """Seconds from the beginning, of a Poisson process."""
    moment = random.expovariate(wish.rate)
    while moment < wish.seconds:
        yield moment
        moment += random.expovariate(wish.rate)


def _choice(talk: Talk, screen: Screen, random: Random) -> tuple[str, dict[str, object]]:
    """What this learner does now."""
    kind = random.random()
    if kind < WRITING:
        return "text", {"text": random.choice(WORDS)}
    if kind < WRITING + COMMANDING:
        return "command", {"command": random.choice(COMMANDS)}
    data = screen.button(talk.phone.id)
    return "tap", {"message_id": _shown(talk, data).id, "data": data}


def _shown(talk: Talk, data: str) -> Message:
    """A message with this button, which the bot may not have been able to send yet."""
    body = {"from": bot_user(talk.bot), "chat": private_chat(talk.phone), "date": talk.exchange.now(), "text": "?"}
    markup = {"inline_keyboard": [[{"text": "?", "callback_data": data}]]}
    return talk.exchange.post(talk.bot, talk.chat, Message(body, markup))
