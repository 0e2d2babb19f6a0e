"""Pause."""

from actions.base import JourneyAction, choice
from bot.journeys import pause
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionPauseAsk(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        pause.ask(turn)


class ActionPauseAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        pause.answer(turn, choice(heard))


class ActionPauseResume(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        pause.resume(turn)
