"""Grading: an answer to the open item is taken, kept, and explained; then the lesson goes on."""

from bot.i18n import Text
from bot.journeys import closing, consent, estimating, guesses, lesson, media, question, recording, showings, taken_on
from bot.journeys.incoming import Kind
from bot.journeys.turn import Turn
from bot.journeys.understanding import Fit
from bot.learning import recall
from bot.learning.items import VOICE, Grade, Item, Question, Taken, Verdict, Wording, item_types
from bot.learning.items.mission import TAKEN_ON
from bot.learning.spelling import plain
from bot.store import practice as practised
from bot.store.tables import Attempt, Card, Lesson, Showing


def fit(turn: Turn, text: str) -> Fit:
    """How typed text stands to the open item: one of its choices, the word that is asked, or something else."""
    showing = showings.open_showing(turn)
    if showing is None:
        return Fit.NONE
    item, asked = showings.shown(turn, showing)
    if asked.typed:
        recalled = item_types()[item.type].grade(item.body, text).grade.recalled
        return Fit.ANSWER if recalled else Fit.PERHAPS
    return Fit.NONE if _named(turn, item, asked, text) is None else Fit.ANSWER


def take_words(turn: Turn, showing: Showing, words: str) -> None:
    """Typed words are the answer, or name a choice; other words are no answer to buttons."""
    item, asked = showings.shown(turn, showing)
    given = words if asked.typed else _named(turn, item, asked, words)
    if given is None:
        _ask_for_a_tap(turn, showing)
    else:
        _take(turn, showing, given)


def take_voice(turn: Turn, showing: Showing) -> None:
    """A voice note is an answer to what is to be said aloud; nothing else is answered with one."""
    _, asked = showings.shown(turn, showing)
    if asked.spoken:
        recording.keep(turn, showing)
        _take(turn, showing, VOICE)
    else:
        media.answer(turn, turn.incoming.kind.value)


def take_choice(turn: Turn, showing: Showing, choice: str) -> None:
    """A choice was tapped; what is none of those shown is no answer. A step that was taken needs no words again."""
    _, asked = showings.shown(turn, showing)
    if choice in {one.key for one in asked.choices}:
        _take(turn, showing, choice)
    elif choice not in showing.steps:
        _ask_for_a_tap(turn, showing)


def tell(turn: Turn, showing: Showing) -> None:
    """The learner does not know: tell what is right."""
    _take(turn, showing, "")


def skip(turn: Turn, showing: Showing) -> None:
    """Leave the item without an answer."""
    running = showings.of(turn, showing)
    showings.put_aside(turn, showing)
    _go_on(turn, running, showings.shown(turn, showing)[0])


def _ask_for_a_tap(turn: Turn, showing: Showing) -> None:
    guesses.answer_beside_item(turn, Text("practice.tap_a_button"))
    showings.show_again(turn, showing)


def _named(turn: Turn, item: Item, asked: Question, text: str) -> str | None:
    """The choice whose label was typed."""
    labels = {
        plain(turn.catalogues.plain(question.part(item, choice.label), turn.learner.language)): choice.key
        for choice in asked.choices
    }
    return labels.get(plain(text))


def _take(turn: Turn, showing: Showing, given: str) -> None:
    """Take an answer: it is one step of several, or it is graded."""
    item, _ = showings.shown(turn, showing)
    outcome = item_types()[item.type].take(item.body, showing.order, showing.steps, given)
    if isinstance(outcome, Taken):
        _go_one_step(turn, showing, outcome)
    else:
        _judge(turn, showing, outcome)


def _go_one_step(turn: Turn, showing: Showing, taken: Taken) -> None:
    """Show how the item stands after a step; it stays open."""
    before = showings.lines(turn, showing)
    showing.steps = [*taken.steps]
    turn.keep(showing)
    if turn.incoming.kind is Kind.VOICE:
        # The voice note stands below the item's message.
        return showings.show_again(turn, showing)
    item, asked = showings.shown(turn, showing)
    heading = showings.heading(turn, showings.of(turn, showing), item)
    return showings.change(turn, showing, before, question.remarked(item, asked, taken.remark, heading))


def _judge(turn: Turn, showing: Showing, verdict: Verdict) -> None:
    """Keep a graded answer, show what was right and why, and go on."""
    showing.steps = [*verdict.steps] or showing.steps
    running = showings.of(turn, showing)
    item, asked = showings.shown(turn, showing)
    heading = showings.heading(turn, running, item)
    if consent.given(turn, consent.RECORD):
        _keep(turn, running, showing, verdict)
    if verdict.grade.missed and running.kind == practised.Kind.LESSON:
        lesson.return_at_end(turn, running, item.id)
    showings.close(turn, showing, question.answered(item, asked, verdict, heading))
    _go_on(turn, running, item)


def _keep(turn: Turn, running: Lesson, showing: Showing, verdict: Verdict) -> None:
    """Keep what came of an item: what was taken on, or an answer; of what was only seen, nothing."""
    if verdict.given == Wording(TAKEN_ON):
        taken_on.take_on(turn, showing)
    elif verdict.grade is not Grade.SEEN:
        _keep_answer(turn, running, showing, verdict)


def _keep_answer(turn: Turn, running: Lesson, showing: Showing, verdict: Verdict) -> None:
    card = practised.card(turn.store, turn.learner.id, showing.item_id)
    first = card is None and not practised.answered(turn.store, turn.learner.id, showing.item_id)
    item, _ = showings.shown(turn, showing)
    estimating.note(turn, running, item, verdict.grade.recalled, first)
    # What a placement asked too early stays new: it is taught before it is asked again. Safety comes back at once.
    too_early = running.kind == practised.Kind.PLACEMENT and verdict.grade.missed and not item.safety
    if card or not (too_early or _outdated(turn, showing)):
        _remember(turn, showing, card, verdict)
    turn.keep(_attempt(turn, showing, verdict))


def _outdated(turn: Turn, showing: Showing) -> bool:
    """Whether the item reads otherwise by now: its answer begins no card, for another one may be right meanwhile."""
    now = turn.course.items.get(showing.item_id)
    return now is not None and now.revision != showing.revision


def _remember(turn: Turn, showing: Showing, card: Card | None, verdict: Verdict) -> None:
    before = lesson.memory(card) if card else None
    after = recall.review(before, showing.item_id, verdict.grade.recalled, turn.now)
    card = card or Card(learner_id=turn.learner.id, item_id=showing.item_id)
    for name in ("state", "step", "stability", "difficulty", "due_at", "last_review_at"):
        setattr(card, name, getattr(after, name))
    turn.keep(card)


def _attempt(turn: Turn, showing: Showing, verdict: Verdict) -> Attempt:
    return Attempt(
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


def _go_on(turn: Turn, running: Lesson, item: Item) -> None:
    lesson.knows_how(running, item)
    if not lesson.show_next(turn, running):
        closing.close(turn, running)
