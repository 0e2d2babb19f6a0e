"""People with phones: they tap what they see, sometimes twice, and write and command in between."""

import asyncio
from collections.abc import Iterator
from random import Random

from bot.journeys import listening
from bot.journeys.question import DONT_KNOW, DOUBT, EXPLAIN, HEAR, SKIP, SLOWLY, STOP
from bot.learning.items.meet import SEEN
from bot.simulator.exchange import Exchange
from bot.simulator.markup import is_inline
from bot.simulator.phone.acts import ACTS
from bot.simulator.phone.talk import Talk
from bot.simulator.records import Bot, Message, Phone

REPORT = "Bericht"
"""What every message to a counsellor begins with here; no two are the same."""

COMMANDS = ("tip", "progress", "help")
WORDS = ("hallo daar, Werkmaat", "dank je wel voor alles", "Mag ik een tip over de trein?")
"""None of them is an answer to an item."""

TAPPED = {"onboarding": "", "practice": "", "sharing": "", "reminder": "", "tip": "", "consent": "yes"}
"""The journeys whose buttons are tapped, and how the choice begins."""

MENU = ("menu:-:practise", "menu:-:tip", "menu:-:progress")
OWN_LANGUAGE = "lang-nl"

LEAVES_OPEN = (DOUBT, EXPLAIN, HEAR, SLOWLY)
"""After a tap on these an item still waits for its answer."""

TWICE = 0.15
SPEAKING = 0.15
IMPATIENT = 0.02


class Person:
    """One learner with a phone. Talks to the bot through the simulator alone.

    ``practises`` says whether lessons were offered already, ``learns`` whether an item of one was answered; ``deeds``
    counts the updates.

    Args:
        exchange: the simulator's.
        bot: whom the person talks to.
        number: tells people apart.
        random: decides what the person does, and when.
        pause: seconds between two deeds, on average.
    """

    def __init__(self, exchange: Exchange, bot: Bot, number: int, random: Random, pause: float) -> None:
        phone = Phone(exchange.next_phone(), f"Learner {number}", "nl")
        exchange.add_phone(phone)
        self._talk = Talk(exchange, bot, phone)
        self._random, self._pause = random, pause
        self._seen: set[tuple[str, ...]] = set()
        self._reports = 0
        self.practises = self.learns = False
        self.deeds = 0

    async def live(self, over: asyncio.Event) -> None:
        """Begin, and go on until ``over`` is set; the last word is a question for help."""
        self._command("start")
        while not over.is_set():
            await asyncio.sleep(self._random.expovariate(1 / self._pause))
            self._act()
        self._command("help")

    def _act(self) -> None:
        message = next(_with_buttons(self._talk.chat.messages), None)
        self.practises |= message is not None and any(data in MENU for data in _data(message))
        if self.practises and self._is_answered() and self._random.random() < SPEAKING:
            self._speak()
        elif message and _question(message) not in self._seen:
            self._answer(message)
        elif self._random.random() < IMPATIENT:
            self._command("practise" if self.practises else "start")

    def _is_answered(self) -> bool:
        """Whether the bot said something since: who gets no answer does not talk on and on."""
        return self._talk.chat.messages[-1].from_bot

    def _speak(self) -> None:
        kind = self._random.random()
        if kind < 0.4:
            self._report()
        elif kind < 0.8:
            self._command(self._random.choice(COMMANDS))
        elif not self._types():
            self._write(self._random.choice(WORDS))

    def _report(self) -> None:
        self._reports += 1
        self._command("counsellor")
        self._write(f"{REPORT} {self._reports} van {self._talk.phone.id}")

    def _types(self) -> bool:
        """Whether the last question may be one that is answered by typing."""
        message = next(_with_buttons(self._talk.chat.messages), None)
        return message is None or _question(message) in self._seen or not any(map(is_choice, _data(message)))

    def _answer(self, message: Message) -> None:
        inviting = [data for data in _data(message) if _is_tapped(data)]
        data = self._random.choice(inviting) if inviting else ""
        if data.rpartition(":")[2] not in LEAVES_OPEN:
            self._seen.add(_question(message))
        if not data:
            return self._command("practise")
        self._tap(message, data)
        # A word that was only met is no answer.
        self.learns |= self.practises and is_choice(data) and not data.endswith(f":{SEEN}")
        if data.startswith("practice:") and self._random.random() < TWICE:
            # A double tap, or a second thought.
            self._tap(message, self._random.choice([data, *inviting]))
        return None

    def _tap(self, message: Message, data: str) -> None:
        self._do("tap", message_id=message.id, data=data)

    def _command(self, command: str) -> None:
        self._do("command", command=command)

    def _write(self, text: str) -> None:
        self._do("text", text=text)

    def _do(self, act: str, **values: object) -> None:
        self.deeds += 1
        ACTS[act](self._talk, values)


def is_choice(data: str) -> bool:
    """Whether a button is one of an item's choices, not a way around it."""
    return data.startswith("practice:") and data.rpartition(":")[2] not in (DONT_KNOW, SKIP, STOP, *LEAVES_OPEN)


def _with_buttons(messages: list[Message]) -> Iterator[Message]:
    return (one for one in reversed(messages) if one.from_bot and is_inline(one.markup) and not one.deleted)


def _data(message: Message) -> list[str]:
    rows = (message.markup or {})["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row]


def _question(message: Message) -> tuple[str, ...]:
    """What tells a question from the next one, which may take its place in the same message."""
    return (str(message.id), *_data(message))


def _is_tapped(data: str) -> bool:
    journey, _, choice = data.split(":", 2)
    if choice.startswith("lang-"):
        return choice == OWN_LANGUAGE
    if choice == listening.ON:
        # Who listens gets several messages for one, which could not be told from messages that came twice.
        return False
    return data in MENU or (journey in TAPPED and choice.startswith(TAPPED[journey]))
