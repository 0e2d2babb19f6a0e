"""Days and time: when the learner wants to be invited."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.i18n import Part, Text, Verbatim
from bot.journeys.reply import Button, button
from bot.journeys.turn import Turn
from bot.learning.reminders import next_due
from bot.store.tables import Learner

DAYS = {"three": "024", "five": "01234", "weekend": "56", "daily": "0123456"}
"""What can be chosen with one tap; digits are weekdays, Monday is 0."""

HOURS = ("07", "12", "16", "18", "20")


def ask(turn: Turn) -> None:
    """On which days?"""
    days = tuple((button(f"reminder.button.{name}", "reminder", "-", f"days-{name}"),) for name in DAYS)
    never = (button("reminder.button.never", "reminder", "-", "days-never"),)
    turn.say(Text("reminder.ask_days"), buttons=(*days, never))


def answer(turn: Turn, choice: str) -> None:
    """A number of days or an hour was tapped."""
    what, _, value = choice.partition("-")
    if what == "days" and value in DAYS:
        turn.learner.practice_days = DAYS[value]
        plan(turn)
        _ask_hour(turn)
    elif what == "days" and value == "never":
        turn.learner.practice_days = ""
        plan(turn)
        turn.say(_what_is_set(turn.learner), menu=True)
    elif what == "at" and value in HOURS:
        turn.learner.practice_at = f"{value}:00"
        plan(turn)
        turn.say(_what_is_set(turn.learner), menu=True)
    else:
        ask(turn)


def plan(turn: Turn) -> None:
    """Set the learner's next invitation from what they chose."""
    turn.learner.next_due_at = due_after(turn.learner, turn.course.region.zone, turn.now)


def due_after(learner: Learner, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The learner's next moment after ``now``, in UTC; None when they want no invitations."""
    days = [int(day) for day in learner.practice_days]
    return next_due(days, time.fromisoformat(learner.practice_at), zone, now) if days else None


def days_part(learner: Learner) -> Part | None:
    """The chosen days in words; None when the learner wants no invitations."""
    names = {days: name for name, days in DAYS.items()}
    name = names.get(learner.practice_days)
    return Text(f"reminder.button.{name}") if name else None


def _ask_hour(turn: Turn) -> None:
    hours = [Button(Verbatim(f"{hour}:00"), f"reminder:-:at-{hour}") for hour in HOURS]
    turn.say(Text("reminder.ask_hour"), buttons=(tuple(hours[:3]), tuple(hours[3:])))


def _what_is_set(learner: Learner) -> Text:
    days = days_part(learner)
    return Text("reminder.set", {"days": days, "time": learner.practice_at}) if days else Text("reminder.never")
