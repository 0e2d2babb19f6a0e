"""Rasa as a turn uses it: reads what was typed, and lets the rules choose the action."""

import asyncio
import logging
import os
import re
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from bot.dialogue.decision import Decision, taking
from bot.i18n.aloud import JOINERS
from bot.journeys.understanding import MOST_GUESSES, NOT_READ, OFFERED, Guess, Understood

log = logging.getLogger(__name__)

LONGEST = 300
"""Characters that are read: what someone wants stands at the beginning, and reading takes time in proportion."""

CLEAR = 0.25
"""A topic with a smaller share of "asks for a tip" is left open, so that the topics are shown."""

WORTH = 0.05
"""A guess that is less likely is no help."""

PATIENCE = 3.0
"""Seconds that a reading may take. It takes some hundredths of one; more, when the machine is overloaded."""

DANGER = "danger"
"""The intent of examples that speak of danger, ``danger/<flag>``, and of those that only sound so, ``danger/none``."""

ALARM = 0.7
"""From this chance on that a text speaks of danger, it is taken so. docs/understanding.md has the measurements."""

SLASHES = re.compile(r"^[\s/]+")
TYPED_INTENT = re.compile(r"^[\s/]*/\w+(_|[/{@])")
"""How Rasa writes an intent: ``/delete_data``, ``/answer{"choice": "erase"}``. That is nobody's way of speaking."""


class NotDecided(Exception):
    """No rule chose an action."""


class RasaBrain:
    """The ``Brain`` of the turns.

    Args:
        agent: Rasa with a loaded model, our tracker store, lock store and endpoint.
        patience: the seconds after which a reading is given up.
    """

    def __init__(self, agent: Agent, patience: float = PATIENCE) -> None:
        self._agent = agent
        self.patience = patience
        self._reader = _one_thread()

    async def read(self, text: str) -> Understood:
        """What free text means, whatever the language; nothing, when it takes too long to find out.

        Rasa computes without ever giving way. In a thread beside the loop it holds up nothing but this answer.
        """
        words = readable(text)
        if not words:
            return NOT_READ
        reading = asyncio.get_running_loop().run_in_executor(self._reader, self._parsed, words)
        try:
            return understood(await asyncio.wait_for(reading, self.patience))
        except TimeoutError:
            log.warning("A reading was given up after %s seconds", self.patience)
            # What goes on there ends by itself; the next reading does not stand in line behind it.
            self._reader = _one_thread()
            return NOT_READ

    def _parsed(self, words: str) -> dict[str, Any]:
        parsed: dict[str, Any] = asyncio.run(self._agent.parse_message(words))
        return parsed

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        """Let the rules choose the action for what was understood, and run it.

        Raises:
            NotDecided: no rule fits.
            Exception: what Rasa or an action raised and Rasa swallowed.
        """
        message = UserMessage(text="", sender_id=str(chat_id), parse_data=parse_data(understood))
        with taking(Decision(expects)) as decision:
            await self._agent.handle_message(message)
        if decision.failure:
            raise decision.failure
        if not decision.actions:
            raise NotDecided(f"No rule for intent {understood.intent} with expects {expects}: see nlu_data/rules/")


def _one_thread() -> ThreadPoolExecutor:
    """Where readings are made, one after the other: more at once would only share the same cores."""
    # A new thread has OpenMP threads of its own, as many as cores: components/encoder.py says what that costs.
    threads = int(os.environ.get("OMP_NUM_THREADS", "1"))
    return ThreadPoolExecutor(1, "reading", partial(threadpool_limits, threads))


def readable(text: str) -> str:
    """The part of a text that is read, as valid Unicode. Without a slash in front: Rasa would obey it as an intent."""
    valid = text.encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    seen = "".join(one for one in valid if one in JOINERS or unicodedata.category(one) != "Cf")
    return "" if TYPED_INTENT.match(seen) else SLASHES.sub("", seen)[:LONGEST].strip()


def understood(parsed: dict[str, Any]) -> Understood:
    """Rasa's reading in our words: what is wanted, and beside it whether it speaks of danger."""
    best = next((one for one in parsed.get("intent_ranking", ()) if one["name"] != DANGER), parsed["intent"])
    intent, confidence = best["name"], best["confidence"]
    topic = _topic(parsed, intent)
    others = [guess for guess in _guesses(parsed) if (guess.intent, guess.topic) != (intent, topic)]
    entities = {one["entity"]: one["value"] for one in parsed.get("entities", ())}
    return Understood(intent, topic, entities, confidence, tuple(others[:MOST_GUESSES]), flag=_flag(parsed))


def parse_data(understood: Understood) -> dict[str, Any]:
    """What was understood in Rasa's words."""
    entities = dict(understood.entities)
    if understood.topic:
        entities["topic"] = understood.topic
    return {
        "text": "",
        "intent": {"name": understood.intent, "confidence": understood.confidence},
        "entities": [{"entity": name, "value": value} for name, value in entities.items()],
    }


def _guesses(parsed: dict[str, Any]) -> list[Guess]:
    """What the text may mean, of what may be offered, the likeliest first; each topic of a tip by itself."""
    ranking = parsed.get("intent_ranking", ())
    each = [guess for one in ranking if one["name"] in OFFERED for guess in _each(parsed, one)]
    return sorted((guess for guess in each if guess.confidence >= WORTH), key=lambda guess: -guess.confidence)


def _each(parsed: dict[str, Any], ranked: dict[str, Any]) -> Iterator[Guess]:
    intent, confidence = ranked["name"], ranked["confidence"]
    topics = parsed.get("response_selector", {}).get(intent, {}).get("ranking", ())
    for one in topics:
        yield Guess(intent, one["intent_response_key"].partition("/")[2], confidence * one["confidence"])
    if not topics:
        yield Guess(intent, None, confidence)


def _flag(parsed: dict[str, Any]) -> str | None:
    """The likeliest danger, if the chance that the text speaks of any is large enough."""
    chance = next((one["confidence"] for one in parsed.get("intent_ranking", ()) if one["name"] == DANGER), 0.0)
    kinds = parsed.get("response_selector", {}).get(DANGER, {}).get("ranking", ())
    named = [(one["intent_response_key"].partition("/")[2], chance * one["confidence"]) for one in kinds]
    flags = [(kind, likely) for kind, likely in named if kind != "none"]
    return flags[0][0] if sum(likely for _, likely in flags) >= ALARM else None


def _topic(parsed: dict[str, Any], intent: str) -> str | None:
    best = parsed.get("response_selector", {}).get(intent, {}).get("response")
    if best is None or best["confidence"] < CLEAR:
        return None
    topic: str = best["intent_response_key"].partition("/")[2]
    return topic
