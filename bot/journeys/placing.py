"""Which exercises fit: the offer to find out, and what came of it. Nobody is told a score."""

from bot.i18n import Text
from bot.journeys import asked, estimating
from bot.journeys.reply import Button, Line, button, command_button, paragraphs
from bot.journeys.turn import Turn
from bot.learning import levels
from bot.learning.placement import FEWEST
from bot.store.tables import Lesson

CHOICES = ("start", "later")
"""What the buttons of the offer say."""


def offer(turn: Turn) -> None:
    """May Werkmaat find out which exercises fit?"""
    ref = turn.new_id()
    rows = tuple((button(f"placement.button.{choice}", "placement", ref, choice),) for choice in CHOICES)
    asked.put(turn, ref, *question(), buttons=rows)


def is_possible(turn: Turn) -> bool:
    """Whether the course has enough to ask of this learner: who listens cannot be asked everything."""
    return len(estimating.askable(turn)) >= FEWEST


def question() -> tuple[Line, ...]:
    """What is offered, and that it may be refused."""
    return paragraphs(Text("placement.ask"), Text("placement.no_exam"))


def finish(turn: Turn, lesson: Lesson) -> None:
    """A placement is over: from now on the learner gets what fits, and reads what that is.

    Who answered nothing keeps what they had.
    """
    row = estimating.kept(turn, lesson)
    if row.answers:
        turn.learner.level = estimating.fitting_level(turn, lesson)
    row.level, row.ended_at = turn.learner.level, turn.now
    turn.keep(row)
    ref = turn.new_id()
    rows = ((command_button("practise"),), _other_levels(turn, ref))
    asked.put(turn, ref, what_comes_next(turn.learner.level), buttons=rows)


def what_comes_next(level: str) -> Text:
    """Which exercises come next, in plain words."""
    return Text(f"placement.next.{level}")


def _other_levels(turn: Turn, ref: str) -> tuple[Button, ...]:
    """Easier and harder, as far as there are such exercises. Each names the level, so that two taps are one change."""
    level, there = turn.learner.level, estimating.levels_there(turn)
    others = {"easier": levels.below(level), "harder": levels.above(level)}
    return tuple(
        button(f"placement.button.{name}", "placement", ref, f"{name}-{other}")
        for name, other in others.items()
        if other != level and other in there
    )
