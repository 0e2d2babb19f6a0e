"""/learners/{learner}: one learner, strengths first, and what they do not share not at all."""

from datetime import timedelta
from typing import Any

from starlette.responses import Response

from bot.catalogue.course import Course
from bot.catalogue.guides import Unit
from bot.console import standing
from bot.console.page import COUNSELLING, Page
from bot.console.visit import Visit
from bot.i18n import Content
from bot.journeys import export_sharing, target
from bot.journeys.pause import LENGTHS
from bot.journeys.portrait import Portrait, portrait
from bot.learning.syllabus import SHARED
from bot.store.tables import Learner

FORESEEABLE = timedelta(days=365)
"""A pause that lasts longer has no end that anybody thought of."""


def show(visit: Visit) -> Response:
    """The page."""
    return page_of(visit, visit.learner())


def page_of(visit: Visit, learner: Learner, fault: str | None = None) -> Response:
    """The page of a learner; with a ``fault``, what was sent cannot be done, and stands in its form again."""
    course = visit.desk.courses.current()
    found = portrait(visit.desk.store, course, learner, visit.member, visit.now)
    return visit.page(
        "learner.html",
        422 if fault else 200,
        fault=fault,
        portrait=found,
        learner=learner,
        name=learner.name or visit.words("console.no_name"),
        percent=visit.formats.percent,
        **_about(visit, course, learner),
        **_drawn(visit, found),
        **_choices(visit, course, found),
    )


def _about(visit: Visit, course: Course, learner: Learner) -> dict[str, Any]:
    """Who it is, in words."""
    names, catalogues = visit.desk.catalogues.locale(visit.language).languages, visit.desk.catalogues
    until = learner.paused_until if learner.paused_until and learner.paused_until > visit.now else None
    return {
        "speaks": names.get(learner.language) or catalogues.native_name(learner.language),
        "sector": _sectors(course).get(learner.sector or ""),
        "weekdays": catalogues.weekdays([int(day) for day in learner.practice_days], visit.language),
        "paused": until is not None,
        "paused_until": until if until and until - visit.now < FORESEEABLE else None,
    }


def _drawn(visit: Visit, found: Portrait) -> dict[str, Any]:
    return {
        "weeks": standing.weeks(visit, found.practised) if found.practised else None,
        "units": standing.units(visit, found.detail) if found.detail else None,
    }


def _choices(visit: Visit, course: Course, found: Portrait) -> dict[str, Any]:
    """What can be chosen on the page, and what was sent."""
    learner, asks = found.learner, found.shares.practice
    return {
        "to_choose": _units(course, found),
        "sector_names": _sectors(course),
        "jobs": target.fitting(course, learner),
        "lengths": tuple(LENGTHS),
        "may_ask_export": asks and export_sharing.may_be_asked(visit.desk.store, learner.id),
        "sent": visit.field,
    }


def _units(course: Course, found: Portrait) -> dict[str, list[Unit]]:
    """The units that were not chosen yet, by sector: first what all share and, where it is known, the own sector."""
    chosen = {one.unit.id for one in found.chosen}
    by_sector: dict[str, list[Unit]] = {SHARED: []}
    if found.shares.practice and found.learner.sector:
        by_sector[found.learner.sector] = []
    for unit in course.units.values():
        if unit.id not in chosen:
            by_sector.setdefault(unit.id.partition(".")[0], []).append(unit)
    return {sector: units for sector, units in by_sector.items() if units}


def _sectors(course: Course) -> dict[str, Content]:
    return {sector.id: sector.name for sector in course.region.sectors}


PAGES = (Page("/learners/{learner}", show, may=COUNSELLING, noted="learner.seen"),)
