"""What happens if no rule fits, which a test rules out: the learner is answered all the same."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import UserUtteranceReverted
from rasa_sdk.executor import CollectingDispatcher

from actions.base import JourneyAction
from bot.journeys import help as help_
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionFallback(JourneyAction):
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        """Act, and take the message back: otherwise Rasa would predict the fallback again and again."""
        return [*await super().run(dispatcher, tracker, domain), UserUtteranceReverted()]

    def act(self, turn: Turn, heard: Understood) -> None:
        help_.not_understood(turn)
