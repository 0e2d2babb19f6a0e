"""Practice: starting a lesson, answering, and everything a learner may say while an item is open."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.i18n import Text
from bot.journeys import closing, consent, lesson, onboarding, question
from bot.journeys.reply import command_button
from bot.journeys.turn import Turn
from bot.journeys.understanding import Fit
from bot.learning import levels, recall
from bot.learning.items import Item, Question, Verdict, item_types
from bot.learning.spelling import plain
from bot.store import practice as practised
from bot.store.tables import Attempt, Card, Lesson, Showing

GOES_ON = timedelta(hours=6)
"""A lesson left open for longer than this is not continued: a new one begins."""

JUST_NOW = timedelta(seconds=10)
"""A second tap within this time is the same tap."""


def start(turn: Turn) -> None:
    """The learner wants to practise: go on with the open lesson, or begin one."""
    agreed = consent.given(turn, consent.RECORD)
    if agreed is None:
        return onboarding.next_step(turn)
    if not agreed:
        return onboarding.ask_record(turn)
    running = practised.open_lesson(turn.store, turn.learner.id)
    if running and turn.now - running.started_at < GOES_ON and _go_on(turn, running):
        return None
    if running:
        closing.leave(turn, running)
    if not lesson.begin(turn):
        turn.expect_nothing()
        turn.say(Text("practice.nothing_to_do"), buttons=((command_button("tip"),),))
    return None


def answer(turn: Turn, asked: str | None, choice: str | None) -> None:
    """A tapped choice, or typed words, for an item."""
    showing = practised.showing(turn.store, asked or turn.learner.asked or "")
    if showing is None or showing.learner_id != turn.learner.id or showing.closed_at:
        _old_button(turn, showing)
    elif choice and choice in WAYS_AROUND:
        WAYS_AROUND[choice](turn, showing)
    else:
        _take(turn, showing, choice)


def dont_know(turn: Turn) -> None:
    """The learner does not know: the answer is told, and the item comes back."""
    _with_open_item(turn, _tell)


def skip(turn: Turn) -> None:
    """On to the next item; no answer is kept."""
    _with_open_item(turn, _skip)


def repeat(turn: Turn) -> None:
    """The open item once more."""
    _with_open_item(turn, _show_again)


def explain(turn: Turn) -> None:
    """What the words of the open item mean, with an example; the item stays open."""
    _with_open_item(turn, _explain)


def too_easy(turn: Turn) -> None:
    """Harder items from the next lesson on."""
    harder = levels.above(turn.learner.level)
    if any(item.level == harder for item in turn.course.items.values()):
        turn.learner.level = harder
    turn.say(Text("practice.harder"))
    _with_open_item(turn, _show_again)


def too_hard(turn: Turn) -> None:
    """Easier items from the next lesson on."""
    turn.learner.level = levels.below(turn.learner.level)
    turn.say(Text("practice.easier"))
    _with_open_item(turn, _show_again)


def fit(turn: Turn, text: str) -> Fit:
    """How typed text stands to the open item: one of its choices, the word that is asked, or something else."""
    showing = _open_showing(turn)
    if showing is None:
        return Fit.NONE
    item, asked = lesson.shown(turn, showing)
    if asked.typed:
        recalled = item_types()[item.type].grade(item.body, text).grade.recalled
        return Fit.ANSWER if recalled else Fit.PERHAPS
    return Fit.NONE if _chosen(turn, item, asked, text) is None else Fit.ANSWER


def _open_showing(turn: Turn) -> Showing | None:
    if turn.learner.expects != "practice" or not turn.learner.asked:
        return None
    showing = practised.showing(turn.store, turn.learner.asked)
    return showing if showing and not showing.closed_at else None


def _with_open_item(turn: Turn, act: Callable[[Turn, Showing], None]) -> None:
    """Do something with the item that is open; offer a lesson when none is."""
    showing = _open_showing(turn)
    if showing:
        act(turn, showing)
    else:
        turn.say(Text("practice.no_open_item"), buttons=((command_button("practise"),),))


def _lesson(turn: Turn, showing: Showing) -> Lesson:
    running = practised.lesson(turn.store, showing.lesson_id)
    if running is None:
        raise LookupError(f"showing {showing.id} has no lesson")
    return running


def _go_on(turn: Turn, running: Lesson) -> bool:
    """Show the lesson's open item again, or its next one. Returns False when nothing of it is left."""
    shown = practised.showings(turn.store, running.id)
    if shown and not shown[-1].closed_at:
        lesson.show_again(turn, shown[-1], running)
        return True
    return lesson.show_next(turn, running)


def _old_button(turn: Turn, showing: Showing | None) -> None:
    """A button of a message that is over. The second of a double tap needs no words."""
    if showing and showing.closed_at and turn.now - showing.closed_at < JUST_NOW:
        return
    turn.say(Text("practice.old_button"))
    _with_open_item(turn, _show_again)


def _take(turn: Turn, showing: Showing, choice: str | None) -> None:
    """Take a choice, or typed words that name one; other words are no answer to buttons."""
    item, asked = lesson.shown(turn, showing)
    typed = turn.incoming.text if choice is None else None
    if asked.typed:
        return _grade(turn, showing, choice if choice is not None else typed or "")
    key = choice if typed is None else _chosen(turn, item, asked, typed)
    if key not in showing.order:
        turn.say(Text("practice.tap_a_button"))
        return _show_again(turn, showing)
    return _grade(turn, showing, key)


def _chosen(turn: Turn, item: Item, asked: Question, text: str) -> str | None:
    """The choice whose label was typed."""
    labels = {
        plain(turn.catalogues.plain(question.part(item, choice.label), turn.learner.language)): choice.key
        for choice in asked.choices
    }
    return labels.get(plain(text))


def _grade(turn: Turn, showing: Showing, given: str) -> None:
    """Grade an answer, keep it, show what was right and why, and go on."""
    running = _lesson(turn, showing)
    item, asked = lesson.shown(turn, showing)
    verdict = item_types()[item.type].grade(item.body, given)
    place = lesson.place(running)
    if consent.given(turn, consent.RECORD):
        _keep(turn, showing, verdict)
    if not verdict.grade.recalled and not running.trial:
        lesson.return_at_end(turn, running, item.id)
    lesson.close(turn, showing, question.answered(item, asked, verdict, place))
    _on(turn, running)


def _keep(turn: Turn, showing: Showing, verdict: Verdict) -> None:
    card = practised.card(turn.store, turn.learner.id, showing.item_id)
    before = lesson.memory(card) if card else None
    after = recall.review(before, showing.item_id, verdict.grade.recalled, turn.now)
    card = card or Card(learner_id=turn.learner.id, item_id=showing.item_id)
    for name in ("state", "step", "stability", "difficulty", "due_at", "last_review_at"):
        setattr(card, name, getattr(after, name))
    turn.keep(card)
    turn.keep(
        Attempt(
            showing_id=showing.id,
            learner_id=turn.learner.id,
            item_id=showing.item_id,
            revision=showing.revision,
            answer=verdict.given.text,
            grade=verdict.grade.value,
            correct=verdict.grade.recalled,
            at=turn.now,
            update_id=turn.incoming.update_id,
        )
    )


def _on(turn: Turn, running: Lesson) -> None:
    if not lesson.show_next(turn, running):
        closing.close(turn, running)


def _tell(turn: Turn, showing: Showing) -> None:
    _grade(turn, showing, "")


def _skip(turn: Turn, showing: Showing) -> None:
    running = _lesson(turn, showing)
    item, asked = lesson.shown(turn, showing)
    lesson.close(turn, showing, question.skipped(item, asked, lesson.place(running)))
    _on(turn, running)


def _show_again(turn: Turn, showing: Showing) -> None:
    lesson.show_again(turn, showing, _lesson(turn, showing))


def _explain(turn: Turn, showing: Showing) -> None:
    item, _ = lesson.shown(turn, showing)
    meaning, example = item_types()[item.type].explanation(item.body)
    turn.say(
        (Text("practice.meaning", {"meaning": question.part(item, meaning)}),),
        (Text("practice.example", {"example": question.part(item, example, bold=True)}),),
    )
    _show_again(turn, showing)


WAYS_AROUND: Mapping[str, Callable[[Turn, Showing], None]] = {"?": _tell, "skip": _skip, "explain": _explain}
"""The buttons of an item that are no choice."""
