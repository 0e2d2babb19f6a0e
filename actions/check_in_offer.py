"""Whether to be asked how it goes."""

from actions.base import JourneyAction, choice
from bot.journeys import check_in_offer
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionCheckInOfferAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        check_in_offer.answer(turn, heard.named("asked"), choice(heard))
