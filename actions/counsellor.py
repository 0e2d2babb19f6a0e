"""My counsellor."""

from actions.base import JourneyAction
from bot.journeys import counsellor
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionCounsellorAsk(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        counsellor.ask(turn)


class ActionCounsellorAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        counsellor.answer(turn, heard.named("choice"))
