"""Lists and files outside Werkmaat, with the learner's name."""

from actions.base import JourneyAction, choice
from bot.journeys import export_sharing
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionExportSharingAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        export_sharing.answer(turn, heard.named("asked"), choice(heard))
