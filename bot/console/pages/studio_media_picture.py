"""/studio/media/pictures/{entry}: one picture, as learners see it and as it is drafted; and another in its place."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue.images import name_of
from bot.console.page import COORDINATING, Page
from bot.console.pages.studio_entry import found
from bot.console.pictures import MOST, media_type, taken_in
from bot.console.visit import Visit
from bot.i18n import Text
from bot.journeys.studio import pictures
from bot.journeys.studio.entry import Entry
from bot.pictures.sent_in import NotSeen
from bot.store import drafts, studio_files
from bot.store.drafts import Overtaken


def show(visit: Visit, fault: str | None = None) -> Response:
    """The page."""
    entry = _picture(visit)
    return visit.page(
        "studio_media_picture.html",
        422 if fault else 200,
        fault=fault,
        entry=entry,
        name=name_of(entry.id),
        drafted=(entry.draft.body or {}).get("file") if entry.draft else None,
        shown_with=pictures.shown_with(visit.desk.courses.current()).get(name_of(entry.id), []),
    )


def replace(visit: Visit) -> Response:
    """Draft it with another file."""
    entry, desk = _picture(visit), visit.desk
    try:
        digest = taken_in(visit)
    except NotSeen as error:
        return show(visit, visit.say(Text(f"console.media.picture.{error.fault}")))
    if digest is None:
        return show(visit, visit.words("console.media.picture.empty"))
    if visit.field("version") != entry.stamp:
        return show(visit, visit.words("console.told.studio_overtaken"))
    version = entry.draft.version if entry.draft else None
    try:
        drafts.save(desk.store, pictures.another(entry, digest), visit.member.id, version, visit.now, desk.random)
    except Overtaken:
        return show(visit, visit.words("console.told.studio_overtaken"))
    return visit.go(f"/studio/media/pictures/{entry.id}", told="studio_saved")


def see(visit: Visit) -> Response:
    """A picture as learners see it, by its name."""
    return _shown(visit.desk.picture(visit.path("name")))


def see_file(visit: Visit) -> Response:
    """A picture that was put in here, by its digest."""
    return _shown(studio_files.body(visit.desk.store, visit.path("file")))


def _picture(visit: Visit) -> Entry:
    """The picture of the address. Raises HTTPException (404) when it is none."""
    entry = found(visit)
    if entry.kind != pictures.KIND:
        raise HTTPException(404)
    return entry


def _shown(body: bytes | None) -> Response:
    kind = media_type(body)
    if kind is None:
        raise HTTPException(404)
    return Response(body, media_type=kind)


PATH = "/studio/media/pictures/{entry}"

PAGES = (
    Page(PATH, show, may=COORDINATING),
    Page(PATH, replace, may=COORDINATING, noted="studio.picture_replaced", method="POST", most=MOST),
    Page("/studio/media/shown/{name}", see, may=COORDINATING),
    Page("/studio/media/files/{file}", see_file, may=COORDINATING),
)
