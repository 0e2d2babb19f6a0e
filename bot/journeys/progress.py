"""Progress, in words: what was practised, what holds, what is a strength. Never a mark."""

from bot.i18n import Text
from bot.journeys import consent, lesson, onboarding
from bot.journeys.reply import Line, command_button
from bot.journeys.turn import Turn
from bot.learning.attempts import Attempt as Graded
from bot.learning.items import Grade
from bot.learning.progress import Progress, progress
from bot.store import practice as practised


def show(turn: Turn) -> None:
    """What the learner did so far."""
    if consent.given(turn, consent.RECORD) is None:
        return onboarding.next_step(turn)
    so_far = of_learner(turn)
    if so_far.met == 0:
        return _nothing_yet(turn)
    turn.say(*_lines(turn, so_far), buttons=((command_button("practise"),),))
    return None


def of_learner(turn: Turn) -> Progress:
    """The learner's progress as ``learning`` counts it."""
    attempts = [
        Graded(row.item_id, Grade(row.grade), row.at) for row in practised.attempts(turn.store, turn.learner.id)
    ]
    memories = [lesson.memory(card) for card in practised.cards(turn.store, turn.learner.id)]
    return progress(attempts, memories, turn.course.items, now=turn.now, zone=turn.course.region.zone)


def _nothing_yet(turn: Turn) -> None:
    turn.say(Text("progress.nothing_yet"), buttons=((command_button("practise"),),))


def _lines(turn: Turn, so_far: Progress) -> list[Line]:
    lines: list[Line] = [(Text("progress.head"),), ()]
    units = [turn.course.units[unit] for unit in so_far.strengths if unit in turn.course.units]
    lines += [(Text("progress.strong", {"unit": unit.title}),) for unit in units]
    lines.append((Text("progress.days", {"count": so_far.days_in_28}),))
    lines.append((Text("progress.met", {"count": so_far.met}),))
    if so_far.held:
        lines.append((Text("progress.held", {"count": so_far.held}),))
    return lines
