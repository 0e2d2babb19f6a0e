"""Privacy."""

from actions.base import JourneyAction
from bot.journeys import privacy
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionPrivacyShow(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        privacy.show(turn)
