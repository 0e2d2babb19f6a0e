"""Onboarding."""

from actions.base import JourneyAction, choice
from bot.journeys import onboarding
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionOnboardingAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        onboarding.answer(turn, heard.named("asked"), choice(heard))
