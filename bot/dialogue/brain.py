"""Rasa as a turn uses it: reads what was typed, and lets the rules choose the action."""

import re
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.dialogue.decision import Decision, taking
from bot.journeys.understanding import Understood

LONGEST = 300
"""Characters that are read: what someone wants stands at the beginning, and reading takes time in proportion."""

CLEAR = 0.25
"""A topic with a smaller share of "asks for a tip" is left open, so that the topics are shown."""

SLASHES = re.compile(r"^[\s/]+")
TYPED_INTENT = re.compile(r"^[\s/]*/\w+(_|[/{@])")
"""How Rasa writes an intent: ``/delete_data``, ``/answer{"choice": "erase"}``. That is nobody's way of speaking."""

NOTHING = Understood("out_of_scope", confidence=0.0)


class NotDecided(Exception):
    """No rule chose an action."""


class RasaBrain:
    """The ``Brain`` of the turns.

    Args:
        agent: Rasa with a loaded model, our tracker store, lock store and endpoint.
    """

    def __init__(self, agent: Agent) -> None:
        self._agent = agent

    async def read(self, text: str) -> Understood:
        """What free text means, whatever the language."""
        words = readable(text)
        return understood(await self._agent.parse_message(words)) if words else NOTHING

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


def readable(text: str) -> str:
    """The part of a text that is read, as valid Unicode. Without a slash in front: Rasa would obey it as an intent."""
    valid = text.encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    return "" if TYPED_INTENT.match(valid) else SLASHES.sub("", valid)[:LONGEST].strip()


def understood(parsed: dict[str, Any]) -> Understood:
    """Rasa's reading in our words."""
    intent = parsed["intent"]["name"]
    return Understood(intent, topic=_topic(parsed, intent), confidence=parsed["intent"]["confidence"])


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


def _topic(parsed: dict[str, Any], intent: str) -> str | None:
    best = parsed.get("response_selector", {}).get(intent, {}).get("response")
    if best is None or best["confidence"] < CLEAR:
        return None
    topic: str = best["intent_response_key"].partition("/")[2]
    return topic
