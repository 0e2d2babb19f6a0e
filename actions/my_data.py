"""My data."""

from actions.base import JourneyAction
from bot.journeys import my_data
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionMyDataSend(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        my_data.send(turn)
