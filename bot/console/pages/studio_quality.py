"""/studio/quality: which exercises to look at first, and why; how units do, and where lessons are left."""

from urllib.parse import urlencode

from starlette.responses import Response

from bot.console import quality as shown
from bot.console.files import Sheet, csv_answer
from bot.console.files.sheet import written
from bot.console.page import COORDINATING, Page
from bot.console.visit import Visit
from bot.journeys import quality, question
from bot.journeys.quality import Overview, Wish
from bot.learning.quality import REASONS
from bot.learning.quality.judged import ENOUGH, LIMITS
from bot.learning.quality.numbers import FEWEST_FOR_CORRELATION
from bot.learning.syllabus import SHARED
from bot.store.quality import sums

MOST = 30
"""Exercises on the page; the file has all."""

FILTERS = ("pack", "unit", "language")


def show(visit: Visit) -> Response:
    """The page."""
    wish = _wish(visit)
    found = _look(visit, wish)
    course, mark = visit.desk.courses.current(), sums.mark(visit.desk.store)
    first = [one for one in found.items if one.reasons]
    titles = {unit.id: unit.title for unit in course.units.values()}
    return visit.page(
        "studio_quality.html",
        wish=wish,
        packs={pack: _pack(visit, pack) for pack in found.packs},
        units=[(unit.id, visit.say(unit.title)) for unit in found.units],
        languages=sorted((shown.language(visit, code), code) for code in found.languages),
        counted=mark.started_at if mark else None,
        first=first[:MOST],
        count=len(first),
        most=MOST,
        of_unit=found.items if wish.unit else [],
        why=lambda one, reason: shown.why(visit, one, reason),
        numbers_of=lambda known: shown.told(visit, known),
        said=question.words,
        titles=titles,
        target=course.region.target,
        figures=[
            shown.of_places(visit, quality.places(found.items)),
            shown.of_units(visit, quality.units(found.items), titles),
        ],
        rules=[_rule(visit, name) for name in REASONS],
        csv=f"/studio/quality.csv?{urlencode({name: getattr(wish, name) for name in FILTERS if getattr(wish, name)})}",
    )


def as_csv(visit: Visit) -> Response:
    """The numbers of all items that are asked for."""
    course = visit.desk.courses.current()
    described = quality.columns(course, lambda code: shown.language(visit, code), visit.formats.percent)
    rows = ([column.of(one) for column in described] for one in _look(visit, _wish(visit)).items)
    heads = tuple(visit.say(column.head) for column in described)
    day = visit.now.astimezone(visit.zone).date().isoformat()
    sheet = Sheet(f"{visit.words('console.quality.file_name')}-{day}", heads, written(rows, visit.say))
    return csv_answer(sheet, visit.formats.locale)


def _wish(visit: Visit) -> Wish:
    return Wish(*(visit.query(name) for name in FILTERS))


def _look(visit: Visit, wish: Wish) -> Overview:
    return quality.look(visit.desk.store, visit.desk.courses.current(), wish)


def _pack(visit: Visit, pack: str) -> str:
    """A pack by the name of its sector, and its level."""
    sector, _, level = pack.partition("/")
    names = {one.id: visit.say(one.name) for one in visit.desk.courses.current().region.sectors}
    shared = visit.words("console.quality.every_sector") if sector == SHARED else sector
    return f"{names.get(sector, shared)} {level}"


def _rule(visit: Visit, name: str) -> str:
    """When an exercise is to be looked at, with the numbers of that rule."""
    people = FEWEST_FOR_CORRELATION if name == "wrong_way" else ENOUGH
    return visit.words(f"console.quality.rule.{name}", share=visit.formats.percent(LIMITS.get(name, 0)), people=people)


PAGES = (
    Page("/studio/quality", show, may=COORDINATING),
    Page("/studio/quality.csv", as_csv, may=COORDINATING),
)
