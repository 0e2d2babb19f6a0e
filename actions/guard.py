"""Danger."""

from actions.base import JourneyAction, choice
from bot.journeys import guard
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionGuardAnswerDanger(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        guard.answer_danger(turn, heard.named("flag") or "")


class ActionGuardAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        guard.answer(turn, heard.named("asked"), choice(heard))
