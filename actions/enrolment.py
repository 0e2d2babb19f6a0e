"""Start."""

from actions.base import JourneyAction
from bot.journeys import enrolment
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionEnrolmentStart(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        enrolment.start(turn, heard.named("argument"))
