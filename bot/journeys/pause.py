"""A pause, without a reason asked and without a word of blame; and coming back."""

from datetime import timedelta

from bot.i18n import Text
from bot.journeys import reminder
from bot.journeys.reply import button, command_button
from bot.journeys.turn import Turn

LENGTHS = {"week": timedelta(days=7), "month": timedelta(days=30), "open": timedelta(days=3650)}


def ask(turn: Turn) -> None:
    """For how long? The pause has begun already, so that nothing need be tapped."""
    _pause(turn, "open")
    rows = tuple((button(f"pause.button.{name}", "pause", "-", name),) for name in LENGTHS)
    turn.say(Text("pause.begun"), buttons=rows)


def answer(turn: Turn, choice: str) -> None:
    """A length was tapped."""
    if choice not in LENGTHS:
        return ask(turn)
    _pause(turn, choice)
    key = "pause.until_you_come" if choice == "open" else "pause.until"
    turn.say(Text(key, {"day": (turn.now + LENGTHS[choice]).date()}), buttons=((command_button("resume"),),))
    return None


def resume(turn: Turn) -> None:
    """Welcome back; a lesson is on offer."""
    turn.learner.paused_until = None
    turn.learner.unanswered = 0
    reminder.plan(turn)
    turn.say(Text("pause.welcome_back"), menu=True)
    turn.say(Text("practice.offer"), buttons=((command_button("practise"),),))


def _pause(turn: Turn, length: str) -> None:
    turn.learner.paused_until = turn.now + LENGTHS[length]
    turn.learner.next_due_at = reminder.due_after(turn.learner, turn.course.region.zone, turn.learner.paused_until)
