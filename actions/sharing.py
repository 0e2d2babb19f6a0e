"""Sharing with a counsellor."""

from actions.base import JourneyAction, choice
from bot.journeys import sharing
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionSharingAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        sharing.answer(turn, heard.named("asked"), choice(heard))
