"""How the form at hand comes before the learner of a preview: each kind by the journey that shows it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.catalogue.at_hand import with_form
from bot.catalogue.course import Course
from bot.i18n import Text
from bot.journeys import closing, guard, lesson, path, rehearsal, showings, skill_cards, tip
from bot.journeys.preview.subject import Subject
from bot.journeys.turn import Turn
from bot.store import Store
from bot.store import practice as practised


def course_with(course: Course, store: Store, subject: Subject) -> Course:
    """The course with the form at hand in its place, and its items; of cards and questions there is this one alone."""
    course = with_form(course, store, subject.kind, subject.entry_id, subject.body)
    for item_id, body in subject.items.items():
        if body is None:
            course = replace(course, items={one: item for one, item in course.items.items() if one != item_id})
        else:
            course = with_form(course, store, "item", item_id, body)
    if subject.kind == "skill":
        return replace(course, skills={subject.entry_id: course.skills[subject.entry_id]})
    if subject.kind == "interview":
        return replace(course, interview={subject.entry_id: course.interview[subject.entry_id]})
    return course


def show(turn: Turn, subject: Subject) -> None:
    """Put the form before the learner, at the beginning or once more; what is open rests."""
    closing.put_aside(turn, practised.open_lesson(turn.store, turn.learner.id), showings.open_showing(turn))
    OPENINGS[subject.kind](turn, subject)


def _item(turn: Turn, subject: Subject) -> None:
    lesson.begin_with(turn, turn.course.items[subject.entry_id])


def _unit(turn: Turn, subject: Subject) -> None:
    """What a learner can do after it, and a lesson of it."""
    unit = turn.course.units[subject.entry_id]
    turn.say(unit.title, unit.can_do)
    if not lesson.begin_unit(turn, subject.entry_id):
        turn.say(Text("practice.nothing_to_do"))


def _tip(turn: Turn, subject: Subject) -> None:
    tip.show_again(turn, turn.course.all_tips[subject.entry_id])


def _skill(turn: Turn, subject: Subject) -> None:
    skill_cards.answer(turn, "in", turn.course.skills[subject.entry_id].field)


def _skill_field(turn: Turn, _: Subject) -> None:
    skill_cards.fields(turn)


def _interview(turn: Turn, _: Subject) -> None:
    rehearsal.answer(turn, "")


def _job(turn: Turn, _: Subject) -> None:
    path.answer(turn, "show")


def _region(turn: Turn, _: Subject) -> None:
    guard.send(turn)


OPENINGS: Mapping[str, Callable[[Turn, Subject], None]] = {
    "item": _item,
    "unit": _unit,
    "tip": _tip,
    "skill": _skill,
    "skill_field": _skill_field,
    "interview": _interview,
    "job": _job,
    "region": _region,
}
"""The kinds that a learner sees something of."""
