"""/studio/entries/{entry}/edit: the form of an entry. What is saved is a draft; two who edit one are shown both."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue import kinds
from bot.catalogue.judging import judge
from bot.console import shaping
from bot.console.page import COORDINATING, Page
from bot.console.pages.studio_entry import LONGEST_WHY, found, namer
from bot.console.visit import Visit
from bot.journeys.studio import merging
from bot.journeys.studio.entry import Entry
from bot.journeys.studio.merging import Pick
from bot.store import drafts
from bot.store.drafts import Change, Overtaken

Body = Mapping[str, Any]


def show(visit: Visit) -> Response:
    """The form: of the draft, with what is still wrong with it; without one, of what is published."""
    entry = _editable(visit)
    return _form(visit, entry, entry.newest, entry.stamp, judged=entry.draft is not None)


def save(visit: Visit) -> Response:
    """Keep it as a draft, whatever is wrong with it."""
    entry = _editable(visit)
    sent = shaping.sent(visit, entry.kind, entry.newest)
    if sent.reshaped:
        return _form(visit, entry, sent.body, visit.field("_version"))
    return _keep(visit, entry, sent.body)


def merge(visit: Visit) -> Response:
    """After two edited at once: of each field, one of both."""
    entry = _editable(visit)
    mine = shaping.carried(visit, entry.kind, "_mine")
    names = merging.names(entry.kind, entry.newest, mine)
    picked = {name for name in names if visit.field(f"_pick.{name}") == Pick.MINE}
    body = merging.merged(entry.kind, entry.newest, mine, picked)
    return _keep(visit, entry, body)


def _keep(visit: Visit, entry: Entry, body: Body) -> Response:
    judged = judge(entry.kind, entry.id, body, visit.desk.courses.current().region.written_in)
    kept = judged.entry.body if judged.entry and not judged.faults else body
    if entry.draft is None and kept == entry.published:
        return visit.go(f"/studio/entries/{entry.id}", told="studio_unchanged")
    if visit.field("_version") != entry.stamp:
        return _clash(visit, entry, kept)
    change = Change(entry.id, entry.kind, kept, why=visit.field("_why")[:LONGEST_WHY] or None)
    desk, version = visit.desk, entry.draft.version if entry.draft else None
    try:
        drafts.save(desk.store, change, visit.member.id, version, visit.now, desk.random)
    except Overtaken:
        return _clash(visit, found(visit), kept)
    if judged.faults:
        return visit.go(f"/studio/entries/{entry.id}/edit", told="studio_saved_faulty")
    return visit.go(f"/studio/entries/{entry.id}", told="studio_saved")


def _form(visit: Visit, entry: Entry, body: Body, version: str, judged: bool = False) -> Response:
    written_in = visit.desk.courses.current().region.written_in
    faults = judge(entry.kind, entry.id, body, written_in).faults if judged else ()
    return visit.page(
        "studio_edit.html",
        entry=entry,
        drawn=shaping.form(visit, entry.kind, body, written_in, faults),
        version=version,
        remarks=[one for one in entry.remarks if not one.remark.settled_at],
        why=visit.field("_why") or (entry.draft.why if entry.draft else None) or "",
        field_name=namer(visit, entry.label),
        longest=LONGEST_WHY,
    )


def _clash(visit: Visit, entry: Entry, mine: Body) -> Response:
    """Both forms, to choose field by field, or the whole of one."""
    return visit.page(
        "studio_clash.html",
        409,
        entry=entry,
        clashes=merging.clashes(entry.kind, entry.newest, mine),
        mine=json.dumps(mine),
        version=entry.stamp,
        why=visit.field("_why"),
        field_name=namer(visit, entry.label),
        picks=Pick,
    )


def _editable(visit: Visit) -> Entry:
    """The entry of the address. Raises HTTPException (404) when there is none that has a form."""
    entry = found(visit)
    if entry.kind not in kinds.KINDS:
        raise HTTPException(404)
    return entry


PATH = "/studio/entries/{entry}/edit"

PAGES = (
    Page(PATH, show, may=COORDINATING),
    Page(PATH, save, may=COORDINATING, noted="studio.saved", method="POST", most=shaping.LARGEST),
    Page(f"{PATH}/merge", merge, may=COORDINATING, noted="studio.merged", method="POST", most=shaping.LARGEST),
)
