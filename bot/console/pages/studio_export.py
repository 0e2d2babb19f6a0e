"""/studio/export: packs and tips as files to edit or to give to others, and empty sheets to begin with."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue.exchange.columns import KINDS
from bot.catalogue.exchange.sheets import types
from bot.console.explaining import explainer
from bot.console.page import COORDINATING, Page
from bot.console.pages.studio import pack_name
from bot.console.visit import Visit
from bot.journeys.exporting import Export, NothingSo, count_tips, packs
from bot.journeys.studio import shelves
from bot.store.people import organisation_name

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "yml": "application/yaml; charset=utf-8",
    "zip": "application/zip",
}


def show(visit: Visit) -> Response:
    """What can be had."""
    store, target = visit.desk.store, visit.desk.courses.current().region.target
    counts = packs(store)
    return visit.page(
        "studio_export.html",
        packs={pack: counts[pack] for pack in shelves.packs(store, target)},
        pack_name=lambda pack: pack_name(visit, pack),
        tips=count_tips(store),
        types=types(),
        kinds=KINDS,
    )


def take(visit: Visit) -> Response:
    """A pack, or the tips, in one of the formats."""
    what, ending = visit.query("what"), visit.query("as")
    visit.detail.update(what=what[:100], format=ending[:10])
    try:
        return _file(f"werkmaat-{what.replace('/', '-')}", ending, _written(visit, what, ending))
    except NothingSo:
        raise HTTPException(404) from None


def template(visit: Visit) -> Response:
    """An empty workbook for rows of one type."""
    name = visit.query("type")
    try:
        return _file(
            f"werkmaat-{name}", "xlsx", Export(visit.desk.store).template(name, explainer(visit.desk.catalogues))
        )
    except NothingSo:
        raise HTTPException(404) from None


def _written(visit: Visit, what: str, ending: str) -> bytes:
    """The file. Raises NothingSo."""
    export = Export(visit.desk.store)
    if ending == "xlsx":
        return export.workbook(what, explainer(visit.desk.catalogues))
    if ending == "csv":
        return export.comma_separated(what)
    if ending == "yml":
        return export.yaml(what)
    if ending == "zip":
        source = f"{organisation_name(visit.desk.store, visit.member.organisation_id)}, {visit.desk.url}"
        return export.parcel(what, source, visit.desk.courses.current(), visit.desk.pack_up)
    raise NothingSo(ending)


def _file(name: str, ending: str, content: bytes) -> Response:
    named = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return Response(content, headers=named, media_type=MEDIA[ending])


PAGES = (
    Page("/studio/export", show, may=COORDINATING),
    Page("/studio/export/file", take, may=COORDINATING, noted="content.exported"),
    Page("/studio/export/template", template, may=COORDINATING),
)
