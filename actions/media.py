"""What is neither words nor a button."""

from actions.base import JourneyAction
from bot.journeys import media
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionMediaAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        media.answer(turn, heard.named("media") or "")
