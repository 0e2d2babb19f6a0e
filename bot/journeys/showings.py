"""Showings: an item put before a learner, shown again, changed, heard, closed."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.journeys import question
from bot.journeys.question import Heading
from bot.journeys.reply import Line, Reply, Rows
from bot.journeys.turn import Turn
from bot.learning.hearing import order_by_ear
from bot.learning.items import Item, Question, item_types
from bot.store import practice as practised
from bot.store.practice import Kind
from bot.store.tables import Lesson, Showing

RETURNS = "🔁"
"""Stands where the place in the lesson would, before an item that returns."""


def order(turn: Turn, item: Item) -> list[str]:
    """The choices of an item as they are to be shown now, in their order; who listens gets no more than can be kept."""
    if turn.learner.listens:
        return order_by_ear(item, turn.random)
    return item_types()[item.type].order(item.body, turn.random)


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
    words = question.lines(item, asked, heading(turn, lesson, item))
    buttons = _buttons(turn, lesson, item, asked, showing.id)
    turn.send(_message(turn, asked, words, buttons), ref=showing.id)


def show_again(turn: Turn, showing: Showing) -> None:
    """Put the open item once more at the bottom of the chat; the earlier message goes."""
    item, _ = shown(turn, showing)
    showing.closed_at = turn.now
    turn.keep(showing)
    turn.send(Reply(edits=showing.id, deletes=True))
    show(turn, of(turn, showing), item, showing.order, showing.steps)


def bring_down(turn: Turn, showing: Showing) -> None:
    """Put the open item, still the same showing, at the bottom of the chat: as it reads by now."""
    item, asked = shown(turn, showing)
    buttons = _buttons(turn, of(turn, showing), item, asked, showing.id)
    turn.send(replace(_message(turn, asked, lines(turn, showing), buttons, edits=showing.id), anew=True))


def lines(turn: Turn, showing: Showing) -> tuple[Line, ...]:
    """The question of a showing as it stands."""
    item, asked = shown(turn, showing)
    return question.lines(item, asked, heading(turn, of(turn, showing), item))


def change(
    turn: Turn, showing: Showing, before: tuple[Line, ...], after: tuple[Line, ...], may_doubt: bool = False
) -> None:
    """Change what stands in the message of an open showing; it keeps its buttons. ``before`` was heard already.

    With ``may_doubt``, the words are explained, and that button becomes one to say that they sound wrong.
    """
    item, asked = shown(turn, showing)
    buttons = _buttons(turn, of(turn, showing), item, asked, showing.id, may_doubt)
    turn.send(_message(turn, asked, after, buttons, edits=showing.id, aloud=_new(before, after)))


def close(turn: Turn, showing: Showing, after: tuple[Line, ...]) -> None:
    """Close a showing; ``after`` takes the place of its question."""
    showing.closed_at = turn.now
    turn.keep(showing)
    aloud = _new(lines(turn, showing), after)
    turn.send(_message(turn, shown(turn, showing)[1], after, edits=showing.id, aloud=aloud))


def put_aside(turn: Turn, showing: Showing) -> None:
    """Close a showing without an answer."""
    item, asked = shown(turn, showing)
    close(turn, showing, question.skipped(item, asked, heading(turn, of(turn, showing), item)))


def say(turn: Turn, showing: Showing, slow: bool) -> None:
    """Let the target words of an open showing be heard, in a message of their own."""
    _, asked = shown(turn, showing)
    if asked.sound:
        turn.send(Reply(sound=turn.course.sound(asked.sound, slow)))


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


def _buttons(turn: Turn, lesson: Lesson, item: Item, asked: Question, showing_id: str, may_doubt: bool = False) -> Rows:
    listens = turn.learner.listens
    return question.buttons(item, asked, showing_id, _may_stop(lesson), pictured=listens, may_doubt=may_doubt)


def _new(before: tuple[Line, ...], after: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines that were not there before: who listens has heard the others."""
    return tuple(line for line in after if line not in before)


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
    sound = turn.course.sound(asked.sound) if asked.sound and heard else None
    new = aloud if turn.learner.listens else None
    image, paper = asked.image, asked.paper
    return Reply(lines=lines, buttons=buttons, edits=edits, image=image, paper=paper, sound=sound, aloud=new)
