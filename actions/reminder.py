"""Days and time."""

from actions.base import JourneyAction, choice
from bot.journeys import reminder
from bot.journeys.turn import Turn
from bot.journeys.understanding import Understood


class ActionReminderAsk(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        reminder.take(turn, heard.named("days"), heard.named("time"))


class ActionReminderAnswer(JourneyAction):
    def act(self, turn: Turn, heard: Understood) -> None:
        reminder.answer(turn, choice(heard))
