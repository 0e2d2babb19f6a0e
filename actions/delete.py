"""Erasing."""

from actions.base import JourneyAction, choice
from bot.journeys import delete
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionDeleteAsk(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        delete.ask(turn)


class ActionDeleteAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        delete.answer(turn, heard.named("asked"), choice(heard))
