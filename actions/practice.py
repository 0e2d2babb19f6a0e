"""Practice."""

from actions.base import JourneyAction
from bot.journeys import practice
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionPracticeStart(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        practice.start(turn)


class ActionPracticeAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        practice.answer(turn, heard.named("asked"), heard.named("choice"))


class ActionPracticeDontKnow(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        practice.dont_know(turn)


class ActionPracticeSkip(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        practice.skip(turn)


class ActionPracticeRepeat(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        practice.repeat(turn)


class ActionPracticeExplain(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        practice.explain(turn)


class ActionPracticeTooEasy(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        practice.too_easy(turn)


class ActionPracticeTooHard(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        practice.too_hard(turn)
