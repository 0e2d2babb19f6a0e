"""/enrol: pages on paper for who is new, up to twenty at once. No name is asked: it is written on the paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.printing import as_file
from bot.console.visit import Visit
from bot.journeys import sheets
from bot.prints import enrolment_sheets
from bot.store import caseloads, inviting
from bot.store.inviting import Known, Script
from bot.store.people import Refused, Role
from bot.store.tables import Invitation, Staff

MOST = 20
AT_FIRST = 5
"""Rows that are in sight; the others unfold."""


@dataclass(frozen=True)
class Row:
    """What the form says of one learner."""

    language: str = ""
    sector: str = ""
    script: str = Script.OWN


def show(visit: Visit, rows: Sequence[Row] = (), fault: str | None = None) -> Response:
    """The form. A row without a language is nobody; with a ``fault``, what was sent stands in it again."""
    catalogues, region = visit.desk.catalogues, visit.desk.courses.current().region
    names = catalogues.locale(visit.language).languages
    return visit.page(
        "enrol.html",
        422 if fault else 200,
        fault=fault,
        languages=[(code, names.get(code, code), catalogues.native_name(code)) for code in catalogues.languages],
        sectors=[(sector.id, visit.say(sector.name)) for sector in region.sectors],
        scripts=list(Script),
        colleagues=_for_whom(visit),
        rows=[*rows, *[Row()] * (MOST - len(rows))],
        at_first=max(AT_FIRST, len(rows)),
        days=inviting.LASTS.days,
    )


def make(visit: Visit) -> Response:
    """Keep an invitation for each row, and give their pages as one file."""
    rows = _rows(visit)
    wanted = visit.field("counsellor") or visit.member.id
    counsellor = next((one for one in _for_whom(visit) if one.id == wanted), None)
    if counsellor is None:
        raise HTTPException(404)
    if not rows:
        return show(visit, rows, visit.words("console.enrol.nobody"))
    bot_name = visit.desk.bot_name()
    if bot_name is None:
        return show(visit, rows, visit.words("console.enrol.no_telegram"))
    known = [Known(row.language, row.sector or None, Script(row.script)) for row in rows]
    try:
        made = inviting.invite(visit.desk.store, known, visit.now, visit.desk.random, staff_id=counsellor.id)
    except Refused as error:
        raise HTTPException(404) from error
    visit.detail.update(pages=len(made), member=counsellor.id)
    return as_file(_printed(visit, made, bot_name), f"werkmaat-{visit.now.astimezone(visit.zone).date()}")


def _printed(visit: Visit, made: Sequence[Invitation], bot_name: str) -> bytes:
    catalogues, target = visit.desk.catalogues, visit.desk.courses.current().region.target
    pages = [
        sheets.for_newcomer(catalogues, target, invitation, bot_name, visit.zone, turn)
        for turn, invitation in enumerate(made)
    ]
    return enrolment_sheets(pages, visit.words("console.enrol.file"), target, visit.now)


def _rows(visit: Visit) -> list[Row]:
    """The rows that are somebody. Raises HTTPException (400) when they say what the form does not offer."""
    sent = [visit.fields(name) for name in ("language", "sector", "script")]
    if len({len(values) for values in sent}) > 1 or len(sent[0]) > MOST:
        raise HTTPException(400)
    rows = [Row(*values) for values in zip(*sent, strict=True) if values[0]]
    sectors = {"", *(sector.id for sector in visit.desk.courses.current().region.sectors)}
    for row in rows:
        if (
            row.language not in visit.desk.catalogues.languages
            or row.sector not in sectors
            or row.script not in set(Script)
        ):
            raise HTTPException(400)
    return rows


def _for_whom(visit: Visit) -> list[Staff]:
    """Whose learners these may become: one's own, and for a lead those of the team, or of all without a team."""
    member = visit.member
    if member.role != Role.LEAD:
        return [member]
    here = caseloads.colleagues(visit.desk.store, member)
    return [one for one in here if member.team_id in (None, one.team_id)]


PAGES = (
    Page("/enrol", show, may=COUNSELLING),
    Page("/enrol", make, may=COUNSELLING, noted="learners.invited", method="POST"),
)
