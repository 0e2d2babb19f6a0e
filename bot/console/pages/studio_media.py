"""/studio/media: the pictures that there are, with what shows them; and putting in a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import Response

from bot.catalogue.images import entry_id, name_of
from bot.catalogue.judging import judge
from bot.console import shaping
from bot.console.page import COORDINATING, Page
from bot.console.pictures import MOST, kept, taken_in
from bot.console.visit import Visit
from bot.i18n import Text
from bot.journeys.studio.pictures import KIND, shown_with, with_file
from bot.pictures.sent_in import NotSeen
from bot.store import drafts, shelves, studio_files
from bot.store.drafts import Change, Overtaken
from bot.store.shelves import Wish

LONGEST_SEARCH = 100
LONGEST_NAME = 40


@dataclass(frozen=True)
class Tried:
    """A new picture that was not taken: what was written of it, its name, the file if that is in order, and why."""

    body: Mapping[str, Any] = field(default_factory=dict)
    name: str = ""
    file: str = ""
    fault: str | None = None


def show(visit: Visit) -> Response:
    """The page."""
    return _page(visit, Tried())


def add(visit: Visit) -> Response:
    """Keep a new picture as a draft; what is wrong with it is said, and what was written stays."""
    body, name = shaping.sent(visit, KIND, {}).body, visit.field("_name")[:LONGEST_NAME]
    try:
        digest = taken_in(visit) or kept(visit)
    except NotSeen as error:
        fault = visit.say(Text(f"console.media.picture.{error.fault}"))
        return _page(visit, Tried(body, name, kept(visit), fault))
    if not digest:
        return _page(visit, Tried(body, name, fault=visit.words("console.media.picture.empty")))
    return _keep(visit, Tried(body, name, digest))


def _keep(visit: Visit, tried: Tried) -> Response:
    desk, whole = visit.desk, with_file(tried.body, tried.file)
    new = _new_id(visit, tried)
    if judge(KIND, new, whole, desk.courses.current().region.written_in).faults:
        return _page(visit, tried)
    try:
        drafts.save(desk.store, Change(new, KIND, whole), visit.member.id, None, visit.now, desk.random)
    except Overtaken:
        return _page(visit, Tried(tried.body, tried.name, tried.file, visit.words("console.studio.id_taken")))
    visit.detail["entry"] = new
    return visit.go(f"/studio/media/pictures/{new}", told="studio_saved")


def _new_id(visit: Visit, tried: Tried) -> str:
    """The id by its name, or else by what is to be seen in it."""

    def taken(one: str) -> bool:
        return bool(shelves.labels(visit.desk.store, [one]))

    return shaping.proposed_id(KIND, {"alt": tried.name} if tried.name else tried.body, KIND, taken)


def _page(visit: Visit, tried: Tried) -> Response:
    desk, course = visit.desk, visit.desk.courses.current()
    written_in = course.region.written_in
    words, after = visit.query("q")[:LONGEST_SEARCH], visit.query("after")[:LONGEST_SEARCH]
    found, more = shelves.page(desk.store, Wish(kind=KIND, words=words, after=after))
    was_sent = visit.request.method == "POST"
    faults = judge(KIND, entry_id("new"), tried.body, written_in).faults if was_sent else ()
    return visit.page(
        "studio_media.html",
        422 if tried.fault or faults else 200,
        fault=tried.fault,
        tried=tried,
        drawn=shaping.form(visit, KIND, tried.body, written_in, faults),
        found=found,
        after=found[-1].entry_id if more else None,
        q=words,
        name_of=name_of,
        files=studio_files.newest_of(desk.store, [one.entry_id for one in found]),
        shown_with=shown_with(course),
        longest_name=LONGEST_NAME,
    )


PAGES = (
    Page("/studio/media", show, may=COORDINATING),
    Page("/studio/media", add, may=COORDINATING, noted="studio.picture_added", method="POST", most=MOST),
)
