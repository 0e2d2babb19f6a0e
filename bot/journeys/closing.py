"""The end of a lesson: one line that names what went well, and at most one question more."""

from datetime import timedelta

from bot.i18n import Text, Verbatim
from bot.journeys import check_in_offer, onboarding, placing, question, reminder, sharing, showings
from bot.journeys.reply import button, command_button
from bot.journeys.turn import Turn
from bot.learning import closing
from bot.learning.attempts import Attempt as Graded
from bot.learning.items import Grade, Item
from bot.store import placements
from bot.store import practice as practised
from bot.store.practice import Kind
from bot.store.tables import Attempt, Lesson, Showing

GOES_ON = timedelta(hours=6)
"""A lesson left open for longer than this is not continued: a new one begins."""


def close(turn: Turn, lesson: Lesson) -> None:
    """The last item is answered, or it is enough: close the lesson and say what went well, or what comes next."""
    leave(turn, lesson)
    turn.expect_nothing()
    if lesson.kind == Kind.TRIAL:
        onboarding.after_trial(turn)
    elif lesson.kind == Kind.PLACEMENT:
        placing.finish(turn, lesson)
    else:
        turn.say(_what_went_well(turn, lesson))
        reminder.begin(turn)
        _what_follows(turn)


def leave(turn: Turn, lesson: Lesson) -> None:
    """End a lesson, finished or not; nobody is told that it was not."""
    lesson.ended_at = turn.now
    turn.keep(lesson)


def is_recent(turn: Turn, running: Lesson) -> bool:
    """Whether an open lesson is not too old to be continued."""
    return turn.now - running.started_at < GOES_ON


def put_aside(turn: Turn, lesson: Lesson | None, showing: Showing | None) -> None:
    """Leave what is open for another lesson: the item without an answer; what was answered counts."""
    if showing:
        showings.put_aside(turn, showing)
    if lesson:
        leave(turn, lesson)


def _what_went_well(turn: Turn, lesson: Lesson) -> Text:
    everything = practised.attempts(turn.store, turn.learner.id)
    mine = {row.showing_id for row in practised.attempts_of_lesson(turn.store, lesson.id)}
    now = [_graded(row) for row in turn.kept if isinstance(row, Attempt)]
    this = [_graded(row) for row in everything if row.showing_id in mine] + now
    before = [_graded(row) for row in everything if row.showing_id not in mine]
    if not this:
        return Text("closing.looked_around")
    well = closing.went_well(this, before, turn.course.items)
    item = turn.course.items.get(well.item_id or "")
    return Text(f"closing.{well.deed}", {"words": _named(item)} if item else {})


def _named(item: Item) -> Verbatim:
    """What an item is about, to be named inside a sentence that has its own full stop."""
    return Verbatim(question.words(item).rstrip(" .!?"), bold=True, language=item.target or None)


def _what_follows(turn: Turn) -> None:
    """After the first lesson, sharing is asked; after the second, days and time; else more is offered.

    After the third, the learner may let Werkmaat find out which exercises fit, unless they did already. After a later
    one they are asked, once, whether they want to be asked how it goes.
    """
    number = practised.lessons_ended(turn.store, turn.learner.id) + 1
    if number == 1:
        sharing.ask(turn)
    elif number == 2:
        reminder.ask(turn)
    elif number == 3 and placing.is_possible(turn) and not placements.began(turn.store, turn.learner.id):
        placing.offer(turn)
    elif not check_in_offer.offer(turn):
        enough = button("practice.button.enough", "smalltalk", "-", "enough")
        turn.say(Text("practice.more"), buttons=((command_button("practise"),), (enough,)))


def _graded(row: Attempt) -> Graded:
    return Graded(row.item_id, Grade(row.grade), row.at)
