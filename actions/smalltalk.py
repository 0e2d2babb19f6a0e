"""Small talk."""

from actions.base import JourneyAction, choice
from bot.journeys import feeling, smalltalk
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionSmalltalkGreet(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        smalltalk.greet(turn)


class ActionSmalltalkGoodbye(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        smalltalk.goodbye(turn)


class ActionSmalltalkThank(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        smalltalk.thank(turn)


class ActionSmalltalkAffirm(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        smalltalk.affirm(turn)


class ActionSmalltalkDeny(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        smalltalk.deny(turn)


class ActionSmalltalkFeelingGood(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        smalltalk.feeling_good(turn)


class ActionSmalltalkFeelingBad(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        feeling.bad(turn)


class ActionSmalltalkAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        smalltalk.answer(turn, choice(heard))
