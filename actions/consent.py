"""Consent to a record."""

from actions.base import JourneyAction, choice
from bot.journeys import onboarding
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionConsentAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        onboarding.answer_consent(turn, heard.named("asked"), choice(heard))
