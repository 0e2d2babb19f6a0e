"""News of what the learner began."""

from actions.base import JourneyAction, choice
from bot.journeys import steps
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionStepsAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        steps.answer(turn, choice(heard))
