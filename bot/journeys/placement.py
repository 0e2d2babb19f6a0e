"""Placement: six to ten exercises, each chosen after the answer before, to find out which ones fit."""

from bot.i18n import Text
from bot.journeys import asked, closing, consent, estimating, lesson, media, pause, placing, practice, showings
from bot.journeys.reply import command_button
from bot.journeys.turn import Turn
from bot.learning import levels
from bot.store import practice as practised
from bot.store.practice import Kind


def answer(turn: Turn, choice: str) -> None:
    """A button: ask about it, begin, not now, or other exercises than those that were found."""
    what, _, level = choice.partition("-")
    if what == "ask":
        placing.offer(turn)
    elif what == "start":
        _start(turn)
    elif what == "later":
        _later(turn)
    elif what in MOVED_FROM and level in estimating.levels_there(turn):
        _take_level(turn, what, level)
    else:
        media.answer(turn, "old_button")


def _start(turn: Turn) -> None:
    """Begin, or go on with the one that runs. Nobody begins with this: before the first lesson, that one begins."""
    if not consent.given(turn, consent.RECORD):
        return practice.start(turn)
    if _is_first(turn):
        turn.say(Text("placement.lesson_first"))
        return practice.start(turn)
    pause.come_back(turn)
    running = practised.open_lesson(turn.store, turn.learner.id)
    if running and running.kind == Kind.PLACEMENT and practice.goes_on(turn, running):
        return None
    asked.settle(turn, *placing.question(), chosen=Text("placement.button.start"))
    closing.put_aside(turn, running, showings.open_showing(turn))
    if not lesson.begin_placement(turn):
        turn.say(placing.what_comes_next(turn.learner.level), buttons=((command_button("practise"),),))
    return None


def _later(turn: Turn) -> None:
    """Refusing is fine; it stays within reach, from the first lesson on."""
    asked.settle(turn, *placing.question(), chosen=Text("placement.button.later"))
    said = Text("placement.lesson_first" if _is_first(turn) else "placement.later")
    turn.say(said, buttons=((command_button("practise"),),))


def _is_first(turn: Turn) -> bool:
    """Whether no lesson is over yet. Only a counsellor can have offered it then."""
    return not practised.lessons_ended(turn.store, turn.learner.id)


def _take_level(turn: Turn, what: str, level: str) -> None:
    """The learner knows better what fits."""
    turn.learner.level = level
    found = MOVED_FROM[what](level)
    asked.settle(turn, placing.what_comes_next(found), chosen=Text(f"placement.button.{what}"))
    turn.say(Text(f"practice.{what}"), buttons=((command_button("practise"),),))


MOVED_FROM = {"easier": levels.above, "harder": levels.below}
"""The level that was found, from the one that the learner wants instead."""
