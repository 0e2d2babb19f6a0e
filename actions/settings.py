"""Settings."""

from actions.base import JourneyAction
from bot.journeys import settings
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionSettingsShow(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        settings.show(turn)
