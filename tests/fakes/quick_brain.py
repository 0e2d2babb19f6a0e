"""A brain without Rasa: the rules as they are written, and the real actions. It reads no free text."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import actions
from actions.base import JourneyAction
from bot.journeys.understanding import Understood

RULES = Path(__file__).parents[2] / "nlu_data" / "rules"

WHATEVER = ""
"""In place of the open question: a rule without a condition."""


@dataclass(frozen=True)
class Said:
    """As much of Rasa's tracker as an action looks at."""

    latest_message: dict[str, Any]


class QuickBrain:
    """The ``Brain`` of tests in which it is not the point what Rasa makes of words.

    ``readings`` are the free texts that it understands; every other one is out of scope.
    """

    def __init__(self, readings: Mapping[str, Understood] | None = None) -> None:
        self.readings = dict(readings or {})
        self._actions = action_classes()

    async def read(self, text: str) -> Understood:
        return self.readings.get(text, Understood("out_of_scope", confidence=0.0))

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        tracker: Any = Said(_message(understood))
        dispatcher: Any = None
        await self._actions[chosen(understood.intent, expects)]().run(dispatcher, tracker, {})


def chosen(intent: str, expects: str) -> str:
    """The action that the rules choose; one for the open question goes before one for any. KeyError: none does."""
    found = rules()
    return found.get((intent, expects)) or found[intent, WHATEVER]


@cache
def rules() -> Mapping[tuple[str, str], str]:
    """Actions by intent and open question, as ``nlu_data/rules`` says."""
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(RULES.glob("*.yml"))]
    return dict(_rule(rule) for file in files for rule in file["rules"])


@cache
def action_classes() -> Mapping[str, type[JourneyAction]]:
    """The project's actions by the names that the rules call them."""
    return {one().name(): one for one in _action_classes()}


def _rule(rule: dict[str, Any]) -> tuple[tuple[str, str], str]:
    [said, done] = rule["steps"]
    slots = [slot for condition in rule.get("condition", []) for slot in condition["slot_was_set"]]
    [expects] = [slot["expects"] for slot in slots] or [WHATEVER]
    return (said["intent"], expects), done["action"]


def _action_classes() -> Iterator[type[JourneyAction]]:
    for module in pkgutil.iter_modules(actions.__path__):
        for member in vars(importlib.import_module(f"actions.{module.name}")).values():
            if inspect.isclass(member) and issubclass(member, JourneyAction) and not inspect.isabstract(member):
                yield member


def _message(understood: Understood) -> dict[str, Any]:
    """What was understood, as Rasa hands it to an action."""
    entities = dict(understood.entities) | ({"topic": understood.topic} if understood.topic else {})
    return {
        "intent": {"name": understood.intent, "confidence": understood.confidence},
        "entities": [{"entity": name, "value": value} for name, value in entities.items()],
    }
