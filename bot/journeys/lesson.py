"""A lesson as it runs: choosing its items, showing the next one, letting one return."""

from collections.abc import Collection
from itertools import groupby

from bot.i18n import Text
from bot.journeys import aims, estimating, showings
from bot.journeys.turn import Turn
from bot.learning import choosing
from bot.learning.hearing import needs_no_reading
from bot.learning.items import Item
from bot.learning.recall import Memory
from bot.learning.syllabus import Aims, of_learner
from bot.store import practice as practised
from bot.store.practice import Kind
from bot.store.tables import Card, Lesson

OPENINGS = {Kind.LESSON: "practice.begin", Kind.TRIAL: "practice.try_one", Kind.PLACEMENT: "placement.begin"}
"""What is said before the first item."""


def begin(turn: Turn) -> bool:
    """Start a lesson and show its first item. Returns False when there is nothing to practise now."""
    return _begin(turn, list(turn.course.items.values()), aims.of(turn))


def begin_unit(turn: Turn, unit: str) -> bool:
    """A lesson of one unit, of whatever level. Returns False when nothing of it is to be practised now."""
    return _begin(turn, [item for item in turn.course.items.values() if item.unit == unit], Aims(assigned=[unit]))


def _begin(turn: Turn, items: list[Item], leads_to: Aims) -> bool:
    cards = practised.cards(turn.store, turn.learner.id)
    met = practised.met(turn.store, turn.learner.id)
    plan = choosing.plan_lesson(
        items,
        {card.item_id: memory(card) for card in cards},
        sector=turn.learner.sector,
        level=turn.learner.level,
        now=turn.now,
        random=turn.random,
        missed=practised.missed_in_last_lesson(turn.store, turn.learner.id),
        met=met,
        reading=not turn.learner.listens,
        aims=leads_to,
    )
    return _open(turn, plan, met, Kind.LESSON)


def begin_trial(turn: Turn) -> bool:
    """One easy item, at once: what Werkmaat is, before any question about it. The first lesson has other ones."""
    mine = of_learner(list(turn.course.items.values()), turn.learner.sector)
    if turn.learner.listens:
        mine = [item for item in mine if needs_no_reading(item)]
    openings = [next(unit) for _, unit in groupby(mine, key=lambda item: item.unit)]
    return _open(turn, [item.id for item in openings[:2]][-1:], (), Kind.TRIAL)


def begin_with(turn: Turn, item: Item) -> bool:
    """A lesson of one item that waits for this learner."""
    return _open(turn, [item.id], practised.met(turn.store, turn.learner.id), Kind.LESSON)


def begin_placement(turn: Turn) -> bool:
    """The search for the level that fits: each item follows from the answers before. False if nothing can be asked."""
    met = practised.met(turn.store, turn.learner.id)
    return _open(turn, [item.id for item in estimating.askable(turn)], met, Kind.PLACEMENT)


def show_next(turn: Turn, lesson: Lesson) -> bool:
    """Show the next item of the plan; of a placement, the one that is chosen now. Returns False when it is over."""
    plan = estimating.plan(turn, lesson) if lesson.kind == Kind.PLACEMENT else list(lesson.plan)
    while plan:
        # An item that was retired while the lesson ran is left out.
        item = turn.course.items.get(plan.pop(0))
        if item:
            lesson.plan = plan
            turn.keep(lesson)
            showings.show(turn, lesson, item, showings.order(turn, item))
            return True
    aims.note_done(turn)
    return False


def knows_how(lesson: Lesson, item: Item) -> None:
    """An item of this type was done: the next one need not say how."""
    lesson.new_types = [name for name in lesson.new_types if name != item.type]


def return_at_end(turn: Turn, lesson: Lesson, item_id: str) -> None:
    """Let a missed item come back once, at the lesson's end."""
    so_far = showings.so_far(turn, lesson)
    lesson.plan = choosing.return_at_end([*so_far, *lesson.plan], item_id)[len(so_far) :]
    turn.keep(lesson)


def memory(card: Card) -> Memory:
    """A card as ``learning`` knows it."""
    return Memory(
        item_id=card.item_id,
        state=card.state,
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due_at=card.due_at,
        last_review_at=card.last_review_at,
    )


def _open(turn: Turn, plan: list[str], met: Collection[str], kind: Kind) -> bool:
    """Start a lesson of these items; ``met`` are those that the learner saw before."""
    if not plan:
        return False
    types = {*map(turn.course.type_of, met)}
    lesson = Lesson(
        id=turn.new_id(),
        learner_id=turn.learner.id,
        plan=plan,
        size=len(plan),
        new_types=[*dict.fromkeys(name for name in map(turn.course.type_of, plan) if name and name not in types)],
        kind=kind.value,
        started_at=turn.now,
    )
    turn.keep(lesson)
    if kind is Kind.PLACEMENT:
        estimating.begin(turn, lesson)
    turn.say(Text(OPENINGS[kind]))
    return show_next(turn, lesson)
