"""/studio/entries/{entry}/compare: two revisions of an entry, or what is published and its draft, word by word."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue import kinds
from bot.console.page import COORDINATING, Page
from bot.console.pages.studio_entry import found, namer
from bot.console.visit import Visit
from bot.journeys.studio.comparing import compare
from bot.journeys.studio.entry import Entry

DRAFT = "draft"


def show(visit: Visit) -> Response:
    """All fields, those that changed first."""
    entry = found(visit)
    names = _names(entry)
    before, after = _chosen(visit, names, "from", names[:2][-1]), _chosen(visit, names, "to", names[0])
    fields = compare(*(kinds.fields(entry.kind, _body(entry, one)) for one in (before, after)))
    return visit.page(
        "studio_compare.html",
        entry=entry,
        names=names,
        before=before,
        after=after,
        changed=[field for field in fields if field.changed],
        same=[field for field in fields if not field.changed],
        field_name=namer(visit, entry.label),
    )


def _names(entry: Entry) -> list[str]:
    """What can be compared, the newest first: the draft, and revisions by their number."""
    drafted = [DRAFT] if entry.draft and entry.draft.body is not None else []
    return [*drafted, *(str(past.number) for past in entry.past)]


def _chosen(visit: Visit, names: list[str], name: str, usual: str) -> str:
    """Which one is asked for. Raises HTTPException (404) when there is none of that name."""
    wish = visit.query(name, usual)
    if wish not in names:
        raise HTTPException(404)
    return wish


def _body(entry: Entry, name: str) -> Mapping[str, Any]:
    if name == DRAFT and entry.draft:
        return entry.draft.body or {}
    return next(past.body for past in entry.past if str(past.number) == name)


PAGES = (Page("/studio/entries/{entry}/compare", show, may=COORDINATING),)
