"""Help, and what was not understood."""

from actions.base import JourneyAction
from bot.journeys import guesses
from bot.journeys import help as help_
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionHelpShow(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        help_.show(turn)


class ActionHelpWhoAmI(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        help_.who_am_i(turn)


class ActionHelpNotUnderstood(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        guesses.answer(turn)
