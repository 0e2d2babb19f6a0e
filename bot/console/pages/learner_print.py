"""/learners/{learner}/print: one page to print and to talk about with the learner, in Dutch and their language."""

from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.visit import Visit
from bot.i18n import Part
from bot.journeys.learner_sheet import Talk, page_of
from bot.journeys.portrait import InDetail, Portrait, Practised, portrait
from bot.learning.growth import WEEK
from bot.prints import learner_page

MOST_WEEKS = 8
"""So many have room on the page."""


def show(visit: Visit) -> Response:
    """The page, as a file."""
    learner, course = visit.learner(), visit.desk.courses.current()
    found = portrait(visit.desk.store, course, learner, visit.member, visit.now)
    # Another question each week, and the same one whoever prints it.
    turn = visit.now.astimezone(visit.zone).isocalendar().week
    page = page_of(visit.desk.catalogues, course.region.target, _talk(visit, found), turn)
    pdf = learner_page(page, visit.words("console.learner.print_title"), course.region.target, visit.now)
    # Without the name: a file lies about for longer than a sheet of paper.
    named = {"Content-Disposition": f'attachment; filename="werkmaat-{learner.id}.pdf"'}
    return Response(pdf, media_type="application/pdf", headers=named)


def _talk(visit: Visit, found: Portrait) -> Talk:
    end, practised = visit.now.astimezone(visit.zone).date(), found.practised
    weeks = [(week.monday, week.days) for week in practised.weeks[-MOST_WEEKS:]] if practised else None
    return Talk(
        learner=found.learner,
        start=weeks[0][0] if weeks else end - MOST_WEEKS * WEEK,
        end=end,
        strengths=found.can if found.shares.skills else None,
        can_say=[one.words for one in practised.can_say] if practised else None,
        weeks=weeks,
        units=[one.unit.title for one in found.detail.units] if found.detail else None,
        missions=_done(practised) if practised else None,
        next_step=_next(found.detail) if found.detail else None,
    )


def _done(practised: Practised) -> list[Part]:
    return [one.task for one in practised.missions if one.done_at]


def _next(detail: InDetail) -> list[Part]:
    return [one.unit.can_do for one in detail.way if one.is_next]


PAGES = (Page("/learners/{learner}/print", show, may=COUNSELLING, noted="learner.printed"),)
