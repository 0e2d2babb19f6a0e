"""The way to a target job."""

from actions.base import JourneyAction, choice
from bot.journeys import path
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionPathAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        path.answer(turn, choice(heard))
