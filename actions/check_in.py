"""How it goes."""

from actions.base import JourneyAction, choice
from bot.journeys import check_in
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionCheckInAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        check_in.answer(turn, heard.named("asked"), choice(heard))
