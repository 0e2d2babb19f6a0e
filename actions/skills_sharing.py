"""Sharing with a counsellor what one can already do."""

from actions.base import JourneyAction, choice
from bot.journeys import skills_sharing
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionSkillsSharingAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        skills_sharing.answer(turn, heard.named("asked"), choice(heard))
