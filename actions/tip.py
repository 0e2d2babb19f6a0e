"""Tips."""

from actions.base import JourneyAction, choice
from bot.journeys import tip
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionTipAsk(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        tip.ask(turn, heard.topic)


class ActionTipAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        tip.answer(turn, choice(heard))
