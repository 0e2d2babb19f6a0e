"""Job."""

from actions.base import JourneyAction, choice
from bot.journeys import sector
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionSectorAsk(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        sector.take(turn, heard.named("sector"))


class ActionSectorAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        sector.answer(turn, choice(heard))
