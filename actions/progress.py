"""Progress."""

from actions.base import JourneyAction
from bot.journeys import progress
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionProgressShow(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        progress.show(turn)
