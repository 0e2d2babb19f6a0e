"""/studio/quality/{entry}: what is known of one exercise, form by form: each published form begins anew."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console import quality as shown
from bot.console.figures import Drawn
from bot.console.page import COORDINATING, Page
from bot.console.visit import Visit
from bot.journeys import quality, question
from bot.journeys.quality import Formed


def show(visit: Visit) -> Response:
    """The page. A 404 when there is no such exercise, nor was."""
    course, item_id = visit.desk.courses.current(), visit.path("entry")
    forms = quality.look_at(visit.desk.store, course, item_id)
    item = course.items.get(item_id) or (forms[0].item if forms else None)
    if item is None:
        raise HTTPException(404)
    return visit.page(
        "studio_quality_item.html",
        item=item,
        said=question.words(item),
        target=item.target,
        unit=course.units.get(item.unit),
        now=course.items[item_id].revision if item_id in course.items else None,
        forms=[(form, shown.told(visit, form.numbers), _drawn(visit, form)) for form in forms],
    )


def _drawn(visit: Visit, form: Formed) -> list[Drawn]:
    """The figures of a form, those that show something."""
    options = [shown.of_options(visit, form, one, place) for place, one in enumerate(form.asked)]
    others = [
        shown.of_languages(visit, form),
        shown.of_times(visit, form),
        shown.of_places(visit, form.numbers.places, str(form.item.revision)),
    ]
    return [one for one in (*(options if form.numbers.chosen else ()), *others) if one.marks]


PAGES = (Page("/studio/quality/{entry}", show, may=COORDINATING),)
