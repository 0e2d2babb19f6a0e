"""The form beside a preview: read as it was sent, whether or not anything of it is kept yet."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException

from bot.catalogue.judging import Judged, judge
from bot.console import shaping
from bot.console.visit import Visit
from bot.store import drafts, entries

NEW = "new-"
"""Begins what stands in place of an id, in the address of an entry that is not kept yet: no id has such a sign."""

BASE, BEFORE = "_base", "_before"
"""Fields of the form of such an entry: what tells where it belongs, as JSON, and how its id begins."""


def judged(visit: Visit, kind: str, entry_id: str) -> Judged:
    """What was sent, as it would be published, and what is wrong with it. Raises HTTPException (404)."""
    is_new = entry_id.startswith(NEW)
    base = shaping.carried(visit, kind, BASE) if is_new else _kept_base(visit, kind, entry_id)
    try:
        body = shaping.sent(visit, kind, base).body
        if is_new:
            entry_id = shaping.proposed_id(kind, body, visit.field(BEFORE), lambda _: False)
        return judge(kind, entry_id, body, visit.desk.courses.current().region.written_in)
    except KeyError:
        raise HTTPException(404) from None


def _kept_base(visit: Visit, kind: str, entry_id: str) -> Mapping[str, Any]:
    """What the form is filled into, of an entry that is kept."""
    draft = drafts.of(visit.desk.store, entry_id)
    kept = draft if draft and draft.body else entries.newest(visit.desk.store, entry_id)
    if kept is None or kept.body is None or kept.kind != kind:
        raise HTTPException(404)
    return kept.body
