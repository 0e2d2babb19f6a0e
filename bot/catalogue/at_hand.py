"""The course as it would be with one form more, or with another one in place of what is published."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.catalogue import guides, targets
from bot.catalogue.course import Course, NotPublished
from bot.catalogue.guides import FIELD_PREFIX, Fact
from bot.catalogue.images import name_of
from bot.i18n import Content
from bot.learning.items import Item
from bot.store import Store, entries

Body = Mapping[str, Any]


def with_form(course: Course, store: Store, kind: str, entry_id: str, body: Body) -> Course:
    """Return the course with this form of an entry.

    Args:
        course: what is published; it stays as it is.
        store: that of the new course, which has no other revisions.
        kind: one of ``PLACES``.
        entry_id: the entry's; it need not be published.
        body: as it would be published.

    Raises:
        KeyError: a course shows nothing of this kind by itself.
        NotPublished: it tells of a fact that its region does not have.
    """
    return replace(PLACES[kind](course, entry_id, body), store=store, _old={})


def _item(course: Course, entry_id: str, body: Body) -> Course:
    now = course.items.get(entry_id)
    fields = {name: body[name] for name in ("type", "unit", "sector", "level", "body", "target")}
    position, revision = (now.position, now.revision) if now else (len(course.items), 1)
    item = Item(entry_id, position=position, revision=revision, **fields)
    return replace(_of_target(course, body), items={**course.items, entry_id: item})


def _unit(course: Course, entry_id: str, body: Body) -> Course:
    return replace(course, units={**course.units, entry_id: guides.unit(entry_id, body)})


def _tip(course: Course, entry_id: str, body: Body) -> Course:
    facts = _facts(course, body["region"])
    unknown = sorted({*body["facts"]} - facts.keys())
    if unknown:
        raise NotPublished(f"The region {body['region']} has no fact {', '.join(unknown)}")
    return replace(course, all_tips={**course.all_tips, entry_id: guides.tip(entry_id, body, facts, course.day)})


def _facts(course: Course, region: str) -> Mapping[str, Fact]:
    """The facts of a region, which may be another one than the course's; none of one that is not published."""
    if region == course.region.id:
        return course.region.facts
    row = entries.newest(course.store, f"region.{region}")
    return guides.region(region, row.body, course.day).facts if row else {}


def _skill(course: Course, entry_id: str, body: Body) -> Course:
    return replace(_of_target(course, body), skills={**course.skills, entry_id: guides.skill(entry_id, body)})


def _skill_field(course: Course, entry_id: str, body: Body) -> Course:
    name = entry_id.removeprefix(FIELD_PREFIX)
    return replace(course, skill_fields={**course.skill_fields, name: guides.skill_field(name, body)})


def _interview(course: Course, entry_id: str, body: Body) -> Course:
    question = targets.interview_question(entry_id, body)
    return replace(_of_target(course, body), interview={**course.interview, entry_id: question})


def _job(course: Course, entry_id: str, body: Body) -> Course:
    return replace(course, jobs={**course.jobs, entry_id: targets.job(entry_id, body)})


def _image(course: Course, entry_id: str, body: Body) -> Course:
    return replace(course, images={**course.images, name_of(entry_id): Content(f"{entry_id}.alt", body["alt"])})


def _region(course: Course, entry_id: str, body: Body) -> Course:
    here = guides.region(entry_id.partition(".")[2], body, course.day)
    return replace(course, region=here, all_training=targets.trainings(body, here.facts, course.day))


def _of_target(course: Course, body: Body) -> Course:
    """The course for whoever learns the language that the form is of: in its voice it is heard."""
    return replace(course, region=replace(course.region, target=body["target"]))


PLACES: Mapping[str, Callable[[Course, str, Body], Course]] = {
    "item": _item,
    "unit": _unit,
    "tip": _tip,
    "skill": _skill,
    "skill_field": _skill_field,
    "interview": _interview,
    "job": _job,
    "image": _image,
    "region": _region,
}
"""What puts a form of each kind into its place."""
