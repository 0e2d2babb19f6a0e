"""/learners/{learner}/aloud/{recording}: what a learner said aloud, in an exercise or about what they can do."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.sounds import sound
from bot.console.visit import Visit
from bot.journeys.portrait import said_aloud


def hear(visit: Visit) -> Response:
    """The sound, fetched from Telegram: nobody else keeps it."""
    desk, learner = visit.desk, visit.learner()
    heard = said_aloud(desk.store, desk.courses.current(), learner, visit.member, visit.now)
    each = (*heard.exercises, *heard.skills)
    found = next((one for one in each if one.id == visit.path("recording")), None)
    body = desk.fetch_file(found.file_id) if found else None
    if body is None:
        raise HTTPException(404)
    return sound(visit, body)


PAGES = (Page("/learners/{learner}/aloud/{recording}", hear, may=COUNSELLING, noted="learner.heard"),)
