"""The way to the target job: its steps, how much of each is still known, training, and the one next step."""

from bot.catalogue.targets import Training
from bot.i18n import Content, Text, Verbatim
from bot.journeys import aims, asked, closing, consent, lesson, media, onboarding, pause, showings, target
from bot.journeys.reply import Line, Rows, button, command_button
from bot.journeys.turn import Turn
from bot.journeys.way import Way, as_it_stands
from bot.learning.path import DOTS, Step
from bot.store import assigning
from bot.store import practice as practised

FULL, EMPTY = "●", "○"

TRAINING = "🎓"
WHERE = "👉"


def answer(turn: Turn, choice: str) -> None:
    """A button: the page, the jobs, one of them or none, training, or a unit to practise."""
    if not consent.given(turn, consent.RECORD):
        return onboarding.ask_record(turn)
    what, _, name = choice.partition("-")
    if what == "show":
        _show(turn)
    elif what == "ask":
        target.ask(turn)
    elif what == "take" and f"{target.PREFIX}{name}" in turn.course.jobs:
        target.take(turn, turn.course.jobs[f"{target.PREFIX}{name}"])
    elif what == "none":
        target.take_none(turn)
    elif what == "training":
        _show_training(turn)
    elif what == "practise" and name in turn.course.units:
        _practise(turn, name)
    else:
        media.answer(turn, "old_button")
    return None


def _show(turn: Turn) -> None:
    """The page; without anything to show on it, the question which job."""
    way = _way(turn)
    if not way.steps and not aims.target(turn):
        return target.ask(turn)
    ref = turn.new_id()
    steps = () if turn.learner.listens else tuple(line for step in way.steps for line in _step(turn, step, way.next))
    training = () if turn.learner.listens else _training(turn)
    lines = (*_head(turn), *steps, *training, *_next(turn, way))
    asked.put(turn, ref, *lines, buttons=_ways(turn, ref, way))
    return None


def _way(turn: Turn) -> Way:
    """All steps of this learner, as they stand today."""
    cards = practised.cards(turn.store, turn.learner.id)
    memories = {card.item_id: lesson.memory(card) for card in cards}
    met = practised.met(turn.store, turn.learner.id)
    return as_it_stands(turn.course, turn.learner, aims.of(turn), aims.assigned(turn), memories, met, turn.now)


def _head(turn: Turn) -> tuple[Line, ...]:
    job = aims.target(turn)
    return ((Text("path.head", {"job": target.name(job)}),), ()) if job else ()


def _step(turn: Turn, step: Step, following: Step | None) -> tuple[Line, ...]:
    """A unit; of the one that comes next also what one can do after it, and how much is known: it must fit a phone."""
    unit = turn.course.units[step.unit]
    head: Line = (Verbatim(_dots(step)), unit.title)
    if step != following:
        return (head, ())
    return ((Verbatim(_dots(step)), _heading(unit.title)), (unit.can_do,), (_share(step),), ())


def _next(turn: Turn, way: Way) -> tuple[Line, ...]:
    """The one thing to do now, and why it is that one."""
    if way.next is None:
        return ((Text("path.nothing_new"),),)
    unit = turn.course.units[way.next.unit]
    by = assigning.by(turn.store, way.chosen) if way.chosen else None
    said = Text("path.assigned", {"name": by, "unit": unit.title}) if by else Text("path.next", {"unit": unit.title})
    # Who listens has not heard the steps.
    more: tuple[Line, ...] = ((unit.can_do,), (_share(way.next),)) if turn.learner.listens else ()
    return ((said,), *more)


def _ways(turn: Turn, ref: str, way: Way) -> Rows:
    practise = button("path.button.practise", "path", ref, f"practise-{way.next.unit}") if way.next else None
    heard = turn.learner.listens and _trainings(turn)
    training = (button("path.button.training", "path", asked.NO_MESSAGE, "training"),) if heard else ()
    change = (button("path.button.change", "path", ref, "ask"),) if target.on_offer(turn) else ()
    return tuple(row for row in ((practise or command_button("practise"),), training, change) if row)


def _show_training(turn: Turn) -> None:
    """Training alone, for who listens."""
    turn.say(*_training(turn), buttons=((target.OPEN,),))


def _trainings(turn: Turn) -> tuple[Training, ...]:
    job = aims.target(turn)
    return turn.course.training_for(job.id) if job else ()


def _training(turn: Turn) -> tuple[Line, ...]:
    found = _trainings(turn)
    lines = [line for one in found for line in _one_training(turn, one)]
    return ((Text("path.training"),), *lines, ()) if found else ()


def _one_training(turn: Turn, one: Training) -> tuple[Line, ...]:
    """What it is, what to ask and where; past its date only whom to ask, and where."""
    names = [turn.target(words) for words in (one.provider, *one.where)]
    where: Line = (Verbatim(WHERE), *(part for name in names for part in (name, Verbatim("·"))))[:-1]
    if one.name is None or one.ask is None:
        return ((Text("path.training.ask"),), where)
    unsure: tuple[Line, ...] = () if one.sure else ((Text("tip.ask_to_be_sure"),),)
    return (Verbatim(TRAINING), _heading(one.name)), (one.ask,), *unsure, where


def _practise(turn: Turn, unit: str) -> None:
    """A lesson of this unit; what was open is put aside, and its answers count. Tapped twice, it goes on."""
    showing, running = showings.open_showing(turn), practised.open_lesson(turn.store, turn.learner.id)
    if showing and showings.shown(turn, showing)[0].unit == unit:
        return showings.show_again(turn, showing)
    pause.come_back(turn)
    if not lesson.begin_unit(turn, unit):
        turn.say(Text("path.rests"), buttons=((command_button("practise"),),))
        return None
    closing.put_aside(turn, running, showing)
    return None


def _share(step: Step) -> Text:
    return Text(f"path.known.{step.share}")


def _dots(step: Step) -> str:
    return FULL * step.dots + EMPTY * (DOTS - step.dots)


def _heading(words: Content) -> Text:
    return Text("tip.title", {"title": words})
