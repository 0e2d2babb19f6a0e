"""Own language."""

from actions.base import JourneyAction, choice
from bot.journeys import language
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionLanguageAsk(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        language.take(turn, heard.named("language"))


class ActionLanguageAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        language.answer(turn, choice(heard))
