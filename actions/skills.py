"""What the learner can already do."""

from actions.base import JourneyAction
from bot.journeys import skills
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionSkillsAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        skills.answer(turn, heard.named("choice"))
