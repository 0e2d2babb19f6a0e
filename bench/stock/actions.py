"""The actions of stock Rasa: each looks at the slots and answers from memory with messages of our size.

They do less than ours: no learner, no course, no grading, no recall, and nothing is kept but Rasa's own conversation.
"""

import re
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

DOMAIN = Path(__file__).parents[2] / "nlu_data" / "domain"

EXPLAINED = "✅ Right. The helmet protects your head. You wear it on the whole site, also during the break."
ASKED = "2/5 You are on the scaffold and something falls. What do you call out?"
CHOICES = ("Pas op!", "Tot morgen!", "Smakelijk!")
BUTTONS = [{"title": title, "payload": f'/answer{{"asked": "a1b2c3", "choice": "{title}"}}'} for title in CHOICES]

ITEM = frozenset({"action_practice_answer", "action_practice_start", "action_practice_skip"})
"""What shows an item after its reply."""


class Answering(Action, ABC):
    """Replies without looking anything up."""

    @abstractmethod
    def name(self) -> str:
        """What the rules call it."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """One message, or two where ours sends two."""
        expects = tracker.get_slot("expects")
        dispatcher.utter_message(text=EXPLAINED)
        if expects == "practice" and self.name() in ITEM:
            dispatcher.utter_message(text=ASKED, buttons=BUTTONS)
        return []


def _named(action: str) -> type[Action]:
    return type(action, (Answering,), {"name": lambda self: action})


NAMES = sorted(
    {name for file in DOMAIN.glob("*.yml") for name in re.findall(r"^- (action_\w+)", file.read_text(), re.M)}
)
CLASSES = [_named(name) for name in NAMES]
"""A class for each action of the domain. Rasa's action server finds them; the list keeps them alive."""
