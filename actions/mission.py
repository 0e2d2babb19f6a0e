"""Missions."""

from actions.base import JourneyAction, choice
from bot.journeys import mission
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionMissionAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        mission.answer(turn, choice(heard))
