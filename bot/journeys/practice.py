"""Practice: starting a lesson, answering, and everything a learner may say while an item is open."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from bot.i18n import Text
from bot.journeys import (
    closing,
    consent,
    doubt,
    estimating,
    grading,
    lesson,
    meaning,
    onboarding,
    pause,
    question,
    showings,
    taken_on,
)
from bot.journeys.incoming import Kind
from bot.journeys.reply import command_button
from bot.journeys.turn import Turn
from bot.learning import levels
from bot.store import practice as practised
from bot.store.tables import Lesson, Showing

JUST_NOW = timedelta(seconds=10)
"""A second tap within this time is the same tap."""


def start(turn: Turn) -> None:
    """The learner wants to practise: go on with the open lesson, or begin one.

    A pause without a day ends with it. Before a lesson begins, they may be asked how a mission went.
    """
    if not consent.given(turn, consent.RECORD):
        return onboarding.ask_record(turn)
    pause.come_back(turn)
    running = practised.open_lesson(turn.store, turn.learner.id)
    if running and goes_on(turn, running):
        return None
    if running:
        closing.leave(turn, running)
    if not taken_on.ask_if_due(turn) and not lesson.begin(turn):
        turn.expect_nothing()
        key = "listen.nothing_to_do" if turn.learner.listens else "practice.nothing_to_do"
        turn.say(Text(key), buttons=((command_button("tip"),),))
    return None


def answer(turn: Turn, asked: str | None, choice: str | None) -> None:
    """A tapped choice, or typed words, for an item."""
    showing = practised.showing(turn.store, asked or turn.learner.asked or "")
    if showing and showing.learner_id != turn.learner.id:
        showing = None
    if showing is None or showing.closed_at:
        _old_button(turn, showing)
    elif choice in WAYS_AROUND:
        WAYS_AROUND[choice](turn, showing)
    elif turn.incoming.kind is Kind.VOICE:
        grading.take_voice(turn, showing)
    elif choice is None:
        grading.take_words(turn, showing, turn.incoming.text)
    else:
        grading.take_choice(turn, showing, choice)


def dont_know(turn: Turn) -> None:
    """The learner does not know: the answer is told, and the item comes back."""
    _with_open_item(turn, grading.tell)


def skip(turn: Turn) -> None:
    """On to the next item; no answer is kept."""
    _with_open_item(turn, grading.skip)


def repeat(turn: Turn) -> None:
    """The open item once more; when none is open, what was practised or read last."""
    showing = showings.open_showing(turn)
    if showing:
        showings.show_again(turn, showing)
    else:
        meaning.last(turn)


def explain(turn: Turn) -> None:
    """What a word means that was asked about, or else the open item, which stays open, or the last item or tip."""
    if meaning.tell(turn):
        return
    showing = showings.open_showing(turn)
    if showing:
        _explain(turn, showing)
    else:
        meaning.last(turn)


def too_easy(turn: Turn) -> None:
    """Harder items from the next lesson on, if there are any."""
    moved = _move_to(turn, levels.above(turn.learner.level))
    turn.say(Text("practice.harder" if moved else "practice.hardest"))
    _with_open_item(turn, showings.show_again)


def too_hard(turn: Turn) -> None:
    """Easier items from the next lesson on, if there are any."""
    moved = _move_to(turn, levels.below(turn.learner.level))
    turn.say(Text("practice.easier" if moved else "practice.easiest"))
    _with_open_item(turn, _too_hard)


def _move_to(turn: Turn, level: str) -> bool:
    """Take another level. Returns False when it is the learner's already, or there are no items of it."""
    moves = level != turn.learner.level and level in estimating.levels_there(turn)
    if moves:
        turn.learner.level = level
    return moves


def _with_open_item(turn: Turn, act: Callable[[Turn, Showing], None]) -> None:
    """Do something with the item that is open; offer a lesson when none is."""
    showing = showings.open_showing(turn)
    if showing:
        act(turn, showing)
    else:
        turn.say(Text("practice.no_open_item"), buttons=((command_button("practise"),),))


def goes_on(turn: Turn, running: Lesson) -> bool:
    """Show the lesson's open item again, or its next one. Returns False when it is too old or nothing is left of it."""
    if not closing.is_recent(turn, running):
        return False
    shown = practised.showings(turn.store, running.id)
    if shown and not shown[-1].closed_at:
        showings.show_again(turn, shown[-1])
        return True
    return lesson.show_next(turn, running)


def _old_button(turn: Turn, showing: Showing | None) -> None:
    """A button of a message that is over. The second of a double tap needs no words."""
    if showing and showing.closed_at and turn.now - showing.closed_at < JUST_NOW:
        return
    turn.say(Text("practice.old_button"))
    _with_open_item(turn, showings.show_again)


def _explain(turn: Turn, showing: Showing) -> None:
    """The explanation comes into the open item's own message, which keeps its buttons."""
    item, asked = showings.shown(turn, showing)
    before = showings.lines(turn, showing)
    seen = turn.course.images.get(asked.image or "")
    told = doubt.caution(turn, question.explanation(item, seen))
    showings.change(turn, showing, before, (*before, *told), may_doubt=doubt.may(turn))


def _doubt(turn: Turn, showing: Showing) -> None:
    """The words of the open item sound wrong; it stays open, below the thanks."""
    doubt.note(turn, showing.item_id)
    showings.bring_down(turn, showing)


def _too_hard(turn: Turn, showing: Showing) -> None:
    """It is counted with the open item, which is asked once more."""
    showing.too_hard = True
    showings.show_again(turn, showing)


def _stop(turn: Turn, showing: Showing) -> None:
    """Enough: what was answered so far counts."""
    showings.put_aside(turn, showing)
    closing.close(turn, showings.of(turn, showing))


WAYS_AROUND: Mapping[str | None, Callable[[Turn, Showing], None]] = {
    question.DONT_KNOW: grading.tell,
    question.SKIP: grading.skip,
    question.STOP: _stop,
    question.EXPLAIN: _explain,
    question.DOUBT: _doubt,
    question.HEAR: partial(showings.say, slow=False),
    question.SLOWLY: partial(showings.say, slow=True),
}
"""The buttons of an item that are no choice."""
