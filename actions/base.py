"""What all actions are: a name, and one call of a use case in the current turn."""

import re
from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.journeys.turn import Turn, current_turn
from bot.journeys.understanding import Understood

WORD = re.compile("(?<!^)(?=[A-Z])")

YES_NO = {"affirm": "yes", "deny": "no"}


class JourneyAction(Action, ABC):
    """An action of a journey. ``ActionPracticeStart`` is ``action_practice_start`` to Rasa.

    It returns no events: where the learner stands is kept in the learner's record, and the tracker is rebuilt from it.
    """

    def name(self) -> str:
        return WORD.sub("_", type(self).__name__).lower()

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        """Act. An exception ends up in ``turn.failure``: Rasa would log it, with the learner's words, and go on."""
        turn = current_turn()
        turn.journey = type(self).__module__.rpartition(".")[2]
        try:
            self.act(turn, heard(tracker.latest_message))
        except Exception as error:
            turn.failure = error
        return []

    @abstractmethod
    def act(self, turn: Turn, heard: Understood) -> None:
        """Call the use case."""


def heard(message: dict[str, Any]) -> Understood:
    """What was understood, from the message in Rasa's tracker."""
    entities = {entity["entity"]: entity["value"] for entity in message["entities"]}
    topic = entities.pop("topic", None)
    return Understood(message["intent"]["name"], topic, entities, message["intent"]["confidence"])


def choice(heard: Understood) -> str:
    """The button that was tapped, or a typed yes or no; otherwise the empty string, which is no choice of anything."""
    return heard.named("choice") or YES_NO.get(heard.intent, "")
