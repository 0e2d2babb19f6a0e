"""A word from the learner's work."""

from actions.base import JourneyAction
from bot.journeys import work_word
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionWorkWordAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        work_word.answer(turn, heard.named("choice"))
