"""/studio/media/recordings: what can be recorded, and what was, newest first or by one speaker."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COORDINATING, Page
from bot.console.pages.studio import pack_name
from bot.console.sounds import sound
from bot.console.visit import Visit
from bot.journeys.studio.shelves import packs
from bot.store import shelves, studio_files, studio_recordings

MOST_SHOWN = 50
LONGEST = 100


def show(visit: Visit) -> Response:
    """The page; with the units of the pack that is asked for."""
    desk, pack, speaker = visit.desk, visit.query("pack")[:LONGEST], visit.query("speaker")[:LONGEST]
    catalogues, target = desk.catalogues, desk.courses.current().region.target
    of_target = [one for one in packs(desk.store, target) if one.startswith(f"{target}/")]
    return visit.page(
        "studio_media_recordings.html",
        packs={one: pack_name(visit, one) for one in of_target},
        pack=pack,
        units=shelves.units(desk.store, pack) if pack in of_target else [],
        languages={one: catalogues.language_name(one, visit.language) for one in desk.speaking.languages},
        recordings=studio_recordings.newest(desk.store, speaker, MOST_SHOWN),
        speaker=speaker,
    )


def hear(visit: Visit) -> Response:
    """The sound of a recording."""
    found = studio_recordings.find(visit.desk.store, visit.path("recording"))
    body = studio_files.body(visit.desk.store, found.digest) if found else None
    if body is None:
        raise HTTPException(404)
    return sound(visit, body)


def remove(visit: Visit) -> Response:
    """Forget a recording: learners hear the speech program again."""
    if not studio_recordings.remove(visit.desk.store, visit.path("recording")):
        raise HTTPException(404)
    return visit.go("/studio/media/recordings", told="recording_removed")


PATH = "/studio/media/recordings"

PAGES = (
    Page(PATH, show, may=COORDINATING),
    Page(f"{PATH}/{{recording}}", hear, may=COORDINATING),
    Page(f"{PATH}/{{recording}}/remove", remove, may=COORDINATING, noted="studio.recording_removed", method="POST"),
)
