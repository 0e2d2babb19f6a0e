"""A pause, without a reason asked and without a word of blame; and coming back."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.i18n import Text
from bot.journeys import asked, closing, reminder, showings
from bot.journeys.incoming import Kind
from bot.journeys.reply import button, command_button
from bot.journeys.turn import Turn
from bot.store.tables import Learner

LENGTHS = {"week": timedelta(days=7), "month": timedelta(days=30), "open": timedelta(days=3650)}

LESSON = "lesson"
"""The choice to stop the lesson, and nothing else."""


def ask(turn: Turn) -> None:
    """For how long? The pause has begun already, so that nothing need be tapped.

    Words in mid-lesson may mean the lesson alone: it rests at once, and that it does stands first. Said once more, they
    mean all messages, as the command and the button in the settings always do.
    """
    in_lesson = _said_in_lesson(turn)
    _let_lesson_rest(turn) if in_lesson else rest(turn.learner, "open", turn.course.region.zone, turn.now)
    ref = turn.new_id()
    choices = (LESSON, *LENGTHS) if in_lesson else LENGTHS
    rows = tuple((button(f"pause.button.{name}", "pause", ref, name),) for name in choices)
    asked.put(turn, ref, Text("pause.which" if in_lesson else "pause.begun"), buttons=rows)


def answer(turn: Turn, choice: str) -> None:
    """The lesson alone or a length was tapped, or that the pause is over."""
    if choice == "resume":
        resume(turn)
    elif choice == LESSON:
        _let_lesson_rest(turn)
        asked.settle(turn, Text("pause.which"), chosen=Text("pause.button.lesson"))
        turn.say(Text("pause.lesson_rests"), buttons=((command_button("practise"),),))
    elif choice in LENGTHS:
        _let_lesson_rest(turn)
        rest(turn.learner, choice, turn.course.region.zone, turn.now)
        asked.settle(turn, Text("pause.begun"), chosen=Text(f"pause.button.{choice}"))
        _say_how_long(turn, choice)
    else:
        ask(turn)


def resume(turn: Turn) -> None:
    """Welcome back; a lesson is on offer."""
    wake(turn.learner, turn.course.region.zone, turn.now)
    rows = ((command_button("practise"),),)
    asked.put(turn, turn.new_id(), Text("pause.welcome_back"), Text("practice.offer"), buttons=rows)


def come_back(turn: Turn) -> None:
    """The learner practises of their own accord: a pause without a day is over, and who is invited reads when."""
    until = turn.learner.paused_until
    # Further away than any pause with a day.
    if until and until - turn.now > LENGTHS["month"]:
        wake(turn.learner, turn.course.region.zone, turn.now)
        invited = [reminder.said(turn, "settings.days")] if turn.learner.next_due_at else []
        turn.say(Text("pause.welcome_back"), *invited)


def _said_in_lesson(turn: Turn) -> bool:
    """Whether it was said where an item waits for its answer, of a lesson that is not too old to go on."""
    pressed, showing = turn.incoming.pressed, showings.open_showing(turn)
    by_name = turn.incoming.kind is Kind.COMMAND or (pressed is not None and pressed.journey == "pause")
    if by_name or showing is None or turn.learner.expects != "practice":
        return False
    return closing.is_recent(turn, showings.of(turn, showing))


def _let_lesson_rest(turn: Turn) -> None:
    """Words are no answer to its item any more; tapping goes on with it, as practising does."""
    if turn.learner.expects == "practice":
        turn.expect_nothing()


def rest(learner: Learner, length: str, zone: ZoneInfo, now: datetime) -> None:
    """A pause begins, of one of ``LENGTHS``: invitations wait until it is over; who left some alone gets them again."""
    learner.paused_until = now + LENGTHS[length]
    learner.unanswered = 0
    if learner.next_due_at is not None:
        learner.next_due_at = reminder.due_after(learner, zone, learner.paused_until)


def wake(learner: Learner, zone: ZoneInfo, now: datetime) -> None:
    """A pause is over."""
    learner.paused_until = None
    learner.unanswered = 0
    if learner.next_due_at is not None:
        learner.next_due_at = reminder.due_after(learner, zone, now)


def writes_again(learner: Learner, length: str) -> date | None:
    """The last day of a pause that has begun; None when nothing can be promised: only who is invited hears again."""
    promised = length != "open" and learner.next_due_at is not None
    return learner.paused_until.date() if promised and learner.paused_until else None


def _say_how_long(turn: Turn, length: str) -> None:
    """Writing again is promised only to those who are invited."""
    day = writes_again(turn.learner, length)
    said = Text("pause.until", {"day": day}) if day else Text("pause.until_you_come")
    turn.say(said, buttons=((command_button("resume"),),))
