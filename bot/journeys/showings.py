"""Showings: an item put before a learner, shown again, changed, heard, closed."""

from collections.abc import Sequence
from itertools import groupby

from bot.journeys import question
from bot.journeys.question import Heading
from bot.journeys.reply import Line, Reply, Rows
from bot.journeys.turn import Turn
from bot.learning.items import Item, Question, item_types
from bot.speech.sound import Sound
from bot.store import practice as practised
from bot.store.practice import Kind
from bot.store.tables import Lesson, Showing

RETURNS = "🔁"
"""Stands where the place in the lesson would, before an item that returns."""


def show(turn: Turn, lesson: Lesson, item: Item, order: list[str], steps: Sequence[str] = ()) -> None:
    """Put an item before the learner, in a message of its own."""
    showing = Showing(
        id=turn.new_id(),
        learner_id=turn.learner.id,
        lesson_id=lesson.id,
        item_id=item.id,
        revision=item.revision,
        order=order,
        steps=[*steps],
        shown_at=turn.now,
    )
    turn.keep(showing)
    turn.ask("practice", showing.id)
    asked = item_types()[item.type].question(item.body, order, steps)
    lines = question.lines(item, asked, heading(turn, lesson, item))
    buttons = _buttons(turn, lesson, item, asked, showing.id)
    turn.send(_message(turn, asked, lines, buttons), ref=showing.id)


def show_again(turn: Turn, showing: Showing) -> None:
    """Put the open item once more at the bottom of the chat; the earlier message goes."""
    item, _ = shown(turn, showing)
    showing.closed_at = turn.now
    turn.keep(showing)
    turn.send(Reply(edits=showing.id, deletes=True))
    show(turn, of(turn, showing), item, showing.order, showing.steps)


def change(turn: Turn, showing: Showing, lines: tuple[Line, ...]) -> None:
    """Change what stands in the message of an open showing; it keeps its buttons."""
    item, asked = shown(turn, showing)
    buttons = _buttons(turn, of(turn, showing), item, asked, showing.id)
    aloud = _new_lines(turn, showing, lines)
    turn.send(_message(turn, asked, lines, buttons, edits=showing.id, aloud=aloud))


def close(turn: Turn, showing: Showing, lines: tuple[Line, ...]) -> None:
    """Close a showing; ``lines`` take the place of its question."""
    showing.closed_at = turn.now
    turn.keep(showing)
    aloud = _new_lines(turn, showing, lines)
    turn.send(_message(turn, shown(turn, showing)[1], lines, edits=showing.id, aloud=aloud))


def put_aside(turn: Turn, showing: Showing) -> None:
    """Close a showing without an answer."""
    item, asked = shown(turn, showing)
    close(turn, showing, question.skipped(item, asked, heading(turn, of(turn, showing), item)))


def say(turn: Turn, showing: Showing, slow: bool) -> None:
    """Let the target words of an open showing be heard, in a message of their own."""
    _, asked = shown(turn, showing)
    if asked.sound:
        turn.send(Reply(sound=Sound(asked.sound, turn.course.region.target, slow=slow)))


def open_showing(turn: Turn) -> Showing | None:
    """The showing that waits for its answer."""
    if turn.learner.expects != "practice" or not turn.learner.asked:
        return None
    showing = practised.showing(turn.store, turn.learner.asked)
    return showing if showing and not showing.closed_at else None


def of(turn: Turn, showing: Showing) -> Lesson:
    """The lesson that a showing belongs to."""
    lesson = practised.lesson(turn.store, showing.lesson_id)
    if lesson is None:
        raise LookupError(f"showing {showing.id} has no lesson")
    return lesson


def shown(turn: Turn, showing: Showing) -> tuple[Item, Question]:
    """The item of a showing, in the revision that was shown, and its question as it stands, in the order of then."""
    item = turn.course.item_at(showing.item_id, showing.revision)
    return item, item_types()[item.type].question(item.body, showing.order, showing.steps)


def heading(turn: Turn, lesson: Lesson, item: Item) -> Heading:
    """How far the lesson is with this item (``2/5``, or a sign that it returns), and whether to say how it is done."""
    before = so_far(turn, lesson)
    if before and before[-1] == item.id:
        before.pop()
    place = RETURNS if item.id in before else f"{len(dict.fromkeys(before)) + 1}/{lesson.size}"
    # A trial is one item; a placement may be over at any time, and that is no failure.
    return Heading(place if lesson.kind == Kind.LESSON else "", how=item.type in lesson.new_types)


def so_far(turn: Turn, lesson: Lesson) -> list[str]:
    """The items shown in this lesson before now. Twice in a row is once: one that was asked to be repeated."""
    return [item for item, _ in groupby(one.item_id for one in practised.showings(turn.store, lesson.id))]


def _buttons(turn: Turn, lesson: Lesson, item: Item, asked: Question, showing_id: str) -> Rows:
    return question.buttons(item, asked, showing_id, _may_stop(lesson), pictured=turn.learner.listens)


def _new_lines(turn: Turn, showing: Showing, lines: tuple[Line, ...]) -> tuple[Line, ...] | None:
    """What is added to the question of a showing: who listens has heard the question itself."""
    if not turn.learner.listens:
        return None
    item, asked = shown(turn, showing)
    before = question.lines(item, asked, heading(turn, of(turn, showing), item))
    return lines[len(before) :] if lines[: len(before)] == before else lines


def _may_stop(lesson: Lesson) -> bool:
    """Whether there is a button to leave: a lesson's length is known, that of a placement is not."""
    return lesson.kind == Kind.PLACEMENT


def _message(
    turn: Turn,
    asked: Question,
    lines: tuple[Line, ...],
    buttons: Rows = (),
    edits: str | None = None,
    aloud: tuple[Line, ...] | None = None,
) -> Reply:
    """A message about an item: what is seen and heard in it stays the same, words and buttons change.

    Who listens hears the target words of every item.
    """
    heard = asked.heard or turn.learner.listens
    sound = Sound(asked.sound, turn.course.region.target) if asked.sound and heard else None
    return Reply(lines=lines, buttons=buttons, edits=edits, image=asked.image, sound=sound, aloud=aloud)
