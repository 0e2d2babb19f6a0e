"""What answers say: the first ones of an item, in every lesson; those in a placement of the learner."""

from bot.journeys.turn import Turn
from bot.learning import levels, placement
from bot.learning.items import Item
from bot.learning.placement import Estimate
from bot.learning.syllabus import of_learner
from bot.store import placements
from bot.store import practice as practised
from bot.store.practice import Kind
from bot.store.tables import ItemDifficulty, Lesson, Placement


def askable(turn: Turn) -> list[Item]:
    """The items of the learner's course that may be asked in a placement."""
    return placement.askable(of_learner(turn.course.items.values(), turn.learner.sector), reading=_reads(turn))


def begin(turn: Turn, lesson: Lesson) -> None:
    """A placement begins in this lesson."""
    turn.keep(_row(turn, lesson, placement.beginning(turn.learner.level)))


def plan(turn: Turn, lesson: Lesson) -> list[str]:
    """The item to ask next in a placement; none when it is over.

    An item that was skipped counts among the most that are shown, and for nothing else.
    """
    shown = [showing.item_id for showing in practised.showings(turn.store, lesson.id)]
    estimate = estimated(turn, lesson)
    if estimate.is_over or len(shown) >= placement.MOST:
        return []
    items = askable(turn)
    hard = placements.difficulties(turn.store, [item.id for item in items])
    known = practised.attempted(turn.store, turn.learner.id)
    chosen = placement.next_item(items, hard, shown, estimate, reading=_reads(turn), known=known)
    return [chosen] if chosen else []


def estimated(turn: Turn, lesson: Lesson) -> Estimate:
    """What is believed of the learner so far in this placement."""
    row = kept(turn, lesson)
    return Estimate(row.ability, row.error, row.answers, row.misses)


def kept(turn: Turn, lesson: Lesson) -> Placement:
    """The placement of a lesson, as it is after this turn. Raises LookupError when there is none."""
    changed = next((row for row in turn.kept if isinstance(row, Placement) and row.lesson_id == lesson.id), None)
    found = changed or placements.of_lesson(turn.store, lesson.id)
    if found is None:
        raise LookupError(f"lesson {lesson.id} is no placement")
    return found


def note(turn: Turn, lesson: Lesson, item: Item, recalled: bool, first: bool) -> None:
    """Note what an answer says; of the item, only the ``first`` that this learner gave."""
    row = placements.difficulty(turn.store, item.id)
    difficulty = row.difficulty if row else placement.difficulty_of_level(item.level)
    is_placement = lesson.kind == Kind.PLACEMENT
    before = estimated(turn, lesson) if is_placement else placement.beginning(turn.learner.level)
    if first:
        _move(turn, item, row, difficulty, before.ability, recalled)
    if is_placement:
        turn.keep(_row(turn, lesson, placement.after_answer(before, difficulty, recalled), kept(turn, lesson)))


def fitting_level(turn: Turn, lesson: Lesson) -> str:
    """The level that fits, of those that the learner's course has items of."""
    return levels.highest(estimated(turn, lesson).level, levels_there(turn))


def levels_there(turn: Turn) -> set[str]:
    """The levels of which the learner's course has items."""
    return {item.level for item in of_learner(turn.course.items.values(), turn.learner.sector)}


def _move(turn: Turn, item: Item, row: ItemDifficulty | None, difficulty: float, ability: float, right: bool) -> None:
    """Estimate an item anew. What is there is added to, not replaced: so two learners' turns at once both count."""
    after = placement.difficulty_after(difficulty, row.answers if row else 0, ability, right)
    if row is None:
        row = ItemDifficulty(item_id=item.id, difficulty=after, answers=1)
    else:
        row.difficulty = ItemDifficulty.difficulty + (after - difficulty)
        row.answers = ItemDifficulty.answers + 1
    turn.keep(row)


def _row(turn: Turn, lesson: Lesson, estimate: Estimate, row: Placement | None = None) -> Placement:
    row = row or Placement(lesson_id=lesson.id, learner_id=turn.learner.id, at=turn.now)
    for name in ("ability", "error", "answers", "misses"):
        setattr(row, name, getattr(estimate, name))
    return row


def _reads(turn: Turn) -> bool:
    return not turn.learner.listens
