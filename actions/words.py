"""Keeping words that were not understood."""

from actions.base import JourneyAction, choice
from bot.journeys import words
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionWordsAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        words.answer(turn, heard.named("asked"), choice(heard))
