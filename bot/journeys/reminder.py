"""Days and time: when the learner wants to be invited.

Invitations begin when the first lesson is over, on three days a week, and the learner is told so; or as soon as the
learner chooses days. Whoever chose "never" gets none. A pause moves invitations that have begun; it begins none.
"""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.i18n import Part, Text, Verbatim
from bot.journeys import asked
from bot.journeys.reply import Button, button, command_button
from bot.journeys.turn import Turn
from bot.learning.reminders import next_due
from bot.store.tables import Learner

DAYS = {"three": "024", "five": "01234", "weekend": "56", "daily": "0123456"}
"""What can be chosen with one tap; digits are weekdays, Monday is 0."""

HOURS = ("07", "12", "16", "18", "20")

ASK_DAYS, ASK_HOUR = Text("reminder.ask_days"), Text("reminder.ask_hour")


def ask(turn: Turn) -> None:
    """On which days?"""
    ref = turn.new_id()
    choices = (*DAYS, "never")
    rows = tuple((button(f"reminder.button.{name}", "reminder", ref, f"days-{name}"),) for name in choices)
    asked.put(turn, ref, ASK_DAYS, buttons=rows)


def answer(turn: Turn, choice: str) -> None:
    """A number of days or an hour was tapped."""
    what, _, value = choice.partition("-")
    if what == "days" and value in (*DAYS, "never"):
        _take_days(turn, value)
    elif what == "at" and value in HOURS:
        turn.learner.practice_at = f"{value}:00"
        asked.settle(turn, ASK_HOUR, chosen=Verbatim(turn.learner.practice_at))
        _confirm(turn)
    else:
        ask(turn)


def begin(turn: Turn) -> None:
    """A lesson is over: whoever is not invited yet, and does not mind, is from now on, and reads when."""
    if turn.learner.next_due_at is None and turn.learner.practice_days:
        plan(turn)
        ref = turn.new_id()
        change = button("settings.button.days", "reminder", ref, "ask")
        asked.put(turn, ref, _said("reminder.begins", turn.learner), buttons=((change,),))


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


def _take_days(turn: Turn, name: str) -> None:
    turn.learner.practice_days = DAYS.get(name, "")
    asked.settle(turn, ASK_DAYS, chosen=Text(f"reminder.button.{name}"))
    if turn.learner.practice_days:
        plan(turn)
        _ask_hour(turn)
    else:
        _confirm(turn)


def _ask_hour(turn: Turn) -> None:
    ref = turn.new_id()
    hours = [Button(Verbatim(f"{hour}:00"), f"reminder:{ref}:at-{hour}") for hour in HOURS]
    asked.put(turn, ref, ASK_HOUR, buttons=(tuple(hours[:3]), tuple(hours[3:])))


def _confirm(turn: Turn) -> None:
    plan(turn)
    key = "reminder.set" if turn.learner.practice_days else "reminder.never"
    turn.say(_said(key, turn.learner), buttons=((command_button("practise"),),))


def _said(key: str, learner: Learner) -> Text:
    days = days_part(learner)
    return Text(key, {"days": days, "time": learner.practice_at} if days else {})
