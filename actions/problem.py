"""A problem with Werkmaat itself."""

from actions.base import JourneyAction
from bot.journeys import problem
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionProblemAsk(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        problem.ask(turn)


class ActionProblemAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        problem.answer(turn, heard.named("choice"))
