"""/reports/learners: the list that leaves Werkmaat with names, as it is, and as files."""

from starlette.responses import Response

from bot.console.files import Sheet, csv_answer, xlsx_answer
from bot.console.files.sheet import written
from bot.console.page import COUNSELLING, LEADING, Page
from bot.console.visit import Visit
from bot.journeys.listing import BATCH, Listing, Row, columns
from bot.journeys.tables import Column


def show(visit: Visit) -> Response:
    """The first learners of the list, and how many did not agree to be in it."""
    listing, described = _listing(visit), _columns(visit)
    rows = ([column.of(row) for column in described] for row in listing.first())
    return visit.page(
        "exports.html",
        heads=[visit.say(column.head) for column in described],
        long=[column.long for column in described],
        rows=list(written(rows, visit.say)),
        numbers=listing.numbers(),
        most=BATCH,
        reads=visit.member.role in LEADING,
    )


def as_csv(visit: Visit) -> Response:
    """The list as CSV."""
    return csv_answer(_sheet(visit, "csv"), visit.formats.locale)


def as_xlsx(visit: Visit) -> Response:
    """The list as a workbook."""
    return xlsx_answer(_sheet(visit, "xlsx"))


def _sheet(visit: Visit, ending: str) -> Sheet:
    """The list on its way into a file; the audit keeps how many learners are in it."""
    listing, described = _listing(visit), _columns(visit)
    visit.detail.update(format=ending, rows=listing.numbers().listed)
    rows = ([column.of(row) for column in described] for row in listing.rows())
    day = visit.now.astimezone(visit.zone).date().isoformat()
    heads = tuple(visit.say(column.head) for column in described)
    return Sheet(f"{visit.words('console.exports.file_name')}-{day}", heads, written(rows, visit.say))


def _listing(visit: Visit) -> Listing:
    return Listing(visit.desk.store, visit.desk.courses.current(), visit.member, visit.now)


def _columns(visit: Visit) -> tuple[Column[Row], ...]:
    return columns(visit.desk.courses.current(), lambda code: visit.desk.catalogues.language_name(code, visit.language))


PAGES = (
    Page("/reports/learners", show, may=COUNSELLING, noted="export.seen"),
    Page("/reports/learners.csv", as_csv, may=COUNSELLING, noted="export.taken"),
    Page("/reports/learners.xlsx", as_xlsx, may=COUNSELLING, noted="export.taken"),
)
