"""Placement."""

from actions.base import JourneyAction, choice
from bot.journeys import placement
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionPlacementAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        placement.answer(turn, choice(heard))
