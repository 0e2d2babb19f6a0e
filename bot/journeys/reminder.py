"""Days and time: when the learner wants to be invited.

Invitations begin when the first lesson is over, on three days a week, and the learner is told so; or as soon as the
learner chooses days. Whoever chose "never" gets none. A pause moves invitations that have begun; it begins none.
Choosing days ends it.
"""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.i18n import Part, Text, Verbatim
from bot.journeys import asked, named
from bot.journeys.reply import Button, button, command_button
from bot.journeys.turn import Turn
from bot.learning.reminders import next_due
from bot.store.tables import Learner

DAYS = {"three": "024", "five": "01234", "weekend": "56", "daily": "0123456"}
"""What can be chosen with one tap; digits are weekdays, Monday is 0."""

HOURS = ("07", "12", "16", "18", "20")

MOST = 3
"""Hours that are asked about, when several may be meant."""

EARLIEST, LATEST = time(5), time(20, 55)
"""The hours that may be named: at others most people sleep, and nothing is sent."""

SET = re.compile(r"(?P<days>[0-6]{0,7})\.(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])", re.ASCII)
"""The choice of a button that sets both: ``set-024.1830``."""

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
    elif what == "set" and (both := SET.fullmatch(value)):
        _set(turn, both["days"], f"{both['hour']}:{both['minute']}")
    else:
        ask(turn)


def take(turn: Turn, days: str | None, times: str | None) -> None:
    """Days and an hour that were named are set at once; what may mean two hours is asked, and nothing named as ever.

    Args:
        turn: the turn.
        days: weekdays as digits, Monday is 0.
        times: ``08:30``, or several with ``|`` between them.
    """
    chosen = "".join(sorted({*(days or "")} & {*DAYS["daily"]})) or turn.learner.practice_days or DAYS["three"]
    hours = [hour for hour in named.options(times) if EARLIEST <= time.fromisoformat(hour) <= LATEST]
    if times and not hours:
        _ask_another_hour(turn, chosen)
    elif len(hours) > 1:
        _ask_which(turn, chosen, hours)
    elif days or hours:
        _set(turn, chosen, hours[0] if hours else turn.learner.practice_at)
    else:
        ask(turn)


def begin(turn: Turn) -> None:
    """A lesson is over: whoever is not invited yet, and does not mind, is from now on, and reads when."""
    if turn.learner.next_due_at is None and turn.learner.practice_days and not is_paused(turn):
        plan(turn)
        ref = turn.new_id()
        change = button("settings.button.days", "reminder", ref, "ask")
        asked.put(turn, ref, said(turn, "reminder.begins"), buttons=((change,),))


def plan(turn: Turn) -> None:
    """Set the learner's next invitation from what they chose. Who wants some is in no pause any more."""
    turn.learner.next_due_at = due_after(turn.learner, turn.course.region.zone, turn.now)
    if turn.learner.next_due_at:
        turn.learner.paused_until = None


def is_paused(turn: Turn) -> bool:
    """Whether the learner is in a pause."""
    return turn.learner.paused_until is not None and turn.learner.paused_until > turn.now


def due_after(learner: Learner, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The learner's next moment after ``now``, in UTC; None when they want no invitations."""
    days = [int(day) for day in learner.practice_days]
    return next_due(days, time.fromisoformat(learner.practice_at), zone, now) if days else None


def days_part(turn: Turn) -> Part | None:
    """The chosen days in words; None when the learner wants no invitations."""
    days = turn.learner.practice_days
    names = {days: name for name, days in DAYS.items()}
    if days in names:
        return Text(f"reminder.button.{names[days]}")
    language = turn.learner.language
    named_one_by_one = turn.catalogues.weekdays([int(day) for day in days], language)
    return Verbatim(named_one_by_one, language=language) if days else None


def said(turn: Turn, key: str) -> Text:
    """A message that names the chosen days and hour."""
    days = days_part(turn)
    return Text(key, {"days": days, "time": turn.learner.practice_at} if days else {})


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
    turn.say(_outcome(turn), buttons=((command_button("practise"),),))


def _set(turn: Turn, days: str, hour: str) -> None:
    before = _both(turn.learner.practice_days, turn.learner.practice_at)
    turn.learner.practice_days, turn.learner.practice_at = days, hour
    plan(turn)
    ref = turn.new_id()
    asked.put(turn, ref, _outcome(turn), buttons=named.ways_back("reminder", ref, before))


def _ask_which(turn: Turn, days: str, hours: list[str]) -> None:
    ref = turn.new_id()
    rows = tuple((Button(Verbatim(hour), f"reminder:{ref}:{_both(days, hour)}"),) for hour in hours[:MOST])
    asked.put(turn, ref, Text("reminder.which"), buttons=rows)


def _ask_another_hour(turn: Turn, days: str) -> None:
    ref = turn.new_id()
    hours = [Button(Verbatim(f"{hour}:00"), f"reminder:{ref}:{_both(days, f'{hour}:00')}") for hour in HOURS]
    asked.put(turn, ref, Text("reminder.too_late"), buttons=(tuple(hours[:3]), tuple(hours[3:])))


def _both(days: str, hour: str) -> str:
    return f"set-{days}.{hour.replace(':', '')}"


def _outcome(turn: Turn) -> Text:
    return said(turn, "reminder.set" if turn.learner.practice_days else "reminder.never")
