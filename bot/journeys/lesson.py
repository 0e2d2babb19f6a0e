"""A lesson as it runs: choosing its items, showing the next one, showing one again."""

from itertools import groupby

from bot.i18n import Text
from bot.journeys import question
from bot.journeys.reply import Line, Reply
from bot.journeys.turn import Turn
from bot.learning import choosing
from bot.learning.items import Item, Question, item_types
from bot.learning.recall import Memory
from bot.learning.syllabus import of_learner
from bot.store import practice as practised
from bot.store.tables import Card, Lesson, Showing


def begin(turn: Turn) -> bool:
    """Start a lesson and show its first item. Returns False when there is nothing to practise now."""
    cards = practised.cards(turn.store, turn.learner.id)
    plan = choosing.plan_lesson(
        list(turn.course.items.values()),
        {card.item_id: memory(card) for card in cards},
        sector=turn.learner.sector,
        level=turn.learner.level,
        now=turn.now,
        random=turn.random,
        missed=practised.missed_in_last_lesson(turn.store, turn.learner.id),
    )
    return _open(turn, plan, trial=False)


def begin_trial(turn: Turn) -> bool:
    """One easy item, at once: what Werkmaat is, before any question about it."""
    mine = of_learner(list(turn.course.items.values()), turn.learner.sector)
    easiest = next((item.id for item in mine if not item.safety), None)
    return _open(turn, [easiest] if easiest else [], trial=True)


def show_next(turn: Turn, lesson: Lesson) -> bool:
    """Show the next item of the plan. Returns False when the plan is done."""
    plan = list(lesson.plan)
    while plan:
        # An item that was retired while the lesson ran is left out.
        item = turn.course.items.get(plan.pop(0))
        if item:
            lesson.plan = plan
            turn.keep(lesson)
            _show(turn, lesson, item, item_types()[item.type].order(item.body, turn.random))
            return True
    return False


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


def show_again(turn: Turn, showing: Showing) -> None:
    """Put the open item once more at the bottom of the chat; the earlier message loses its buttons."""
    lesson = of(turn, showing)
    item, asked = shown(turn, showing)
    close(turn, showing, question.lines(item, asked, place(lesson)))
    _show(turn, lesson, item, showing.order)


def close(turn: Turn, showing: Showing, lines: tuple[Line, ...]) -> None:
    """Close a showing; ``lines`` take the place of its question."""
    showing.closed_at = turn.now
    turn.keep(showing)
    turn.send(Reply(lines=lines, edits=showing.id))


def return_at_end(turn: Turn, lesson: Lesson, item_id: str) -> None:
    """Let a missed item come back once, at the lesson's end."""
    showings = practised.showings(turn.store, lesson.id)
    # The same item twice in a row is one that was asked to be repeated.
    so_far = [item for item, _ in groupby(showing.item_id for showing in showings)]
    plan = choosing.return_at_end([*so_far, *lesson.plan], item_id)[len(so_far) :]
    lesson.size += len(plan) - len(lesson.plan)
    lesson.plan = plan
    turn.keep(lesson)


def shown(turn: Turn, showing: Showing) -> tuple[Item, Question]:
    """The item of a showing, in the revision that was shown, and its question in the order of then."""
    item = turn.course.item_at(showing.item_id, showing.revision)
    return item, item_types()[item.type].question(item.body, showing.order)


def place(lesson: Lesson) -> str:
    """How far the lesson is: ``2/5``."""
    return f"{lesson.size - len(lesson.plan)}/{lesson.size}"


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


def _open(turn: Turn, plan: list[str], trial: bool) -> bool:
    if not plan:
        return False
    lesson = Lesson(
        id=turn.new_id(),
        learner_id=turn.learner.id,
        plan=plan,
        size=len(plan),
        trial=trial,
        started_at=turn.now,
    )
    turn.keep(lesson)
    turn.say(Text("practice.try_one" if trial else "practice.begin"))
    return show_next(turn, lesson)


def _show(turn: Turn, lesson: Lesson, item: Item, order: list[str]) -> None:
    showing = Showing(
        id=turn.new_id(),
        learner_id=turn.learner.id,
        lesson_id=lesson.id,
        item_id=item.id,
        revision=item.revision,
        order=order,
        shown_at=turn.now,
    )
    turn.keep(showing)
    turn.ask("practice", showing.id)
    asked = item_types()[item.type].question(item.body, order)
    message = Reply(
        lines=question.lines(item, asked, place(lesson)),
        buttons=question.buttons(item, asked, showing.id),
    )
    turn.send(message, ref=showing.id)
