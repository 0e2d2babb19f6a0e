"""/studio/entries/{entry}: one entry: as learners get it, its draft and what is said of it, and its past."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue import kinds
from bot.console.page import COORDINATING, Page
from bot.console.pages.studio import pack_name, unit_name
from bot.console.shaping.faults import said
from bot.console.shaping.labels import Labels
from bot.console.visit import Visit
from bot.journeys.studio import entry as entries
from bot.journeys.studio import fitting, publishing
from bot.journeys.studio.comparing import Field, compare, flat
from bot.journeys.studio.entry import Entry
from bot.journeys.studio.needing import Hindrance
from bot.journeys.studio.publishing import Hindered
from bot.store import reviewing, staffing
from bot.store.publishing import Deed
from bot.store.tables import Label

LONGEST_WHY = 500
MOST_NAMED = 10


def found(visit: Visit) -> Entry:
    """The entry of the address. Raises HTTPException (404) when there is none."""
    entry = entries.find(visit.desk.store, visit.path("entry"))
    if entry is None:
        raise HTTPException(404)
    return entry


def show(visit: Visit, fault: str | None = None) -> Response:
    """The page."""
    entry, store = found(visit), visit.desk.store
    people = {one.id: one.name for one in staffing.members(store, visit.member.organisation_id)}
    return visit.page(
        "studio_entry.html",
        422 if fault else 200,
        fault=fault,
        entry=entry,
        pack=pack_name(visit, entry.label.pack) if entry.label.pack else "",
        unit=unit_name(visit, entry.label.unit),
        fields=flat(kinds.fields(entry.kind, entry.published or {})),
        changes=_changes(entry, entry.draft.body) if entry.draft else [],
        in_files=_changes(entry, entry.files.body) if entry.files else [],
        hindrances=[message(visit, entry.label, one) for one in _hindrances(visit, entry)],
        has_numbers=entry.id in visit.desk.courses.current().items,
        can_edit=entry.kind in kinds.KINDS,
        own_fields=[*flat(kinds.fields(entry.kind, entry.newest))],
        readers=reviewing.readers(store, visit.member),
        people=people,
        field_name=namer(visit, entry.label),
        second_reader=visit.desk.second_reader,
        longest=LONGEST_WHY,
    )


def roll_back(visit: Visit) -> Response:
    """Publish an earlier revision again."""
    entry, number = found(visit), visit.field("number")
    again = [entry.id] if visit.field("again") == "yes" else []
    deed = Deed(visit.member.id, visit.field("why")[:LONGEST_WHY] or None, again)
    if number not in {str(past.number) for past in entry.past}:
        raise HTTPException(404)
    desk = visit.desk
    try:
        publishing.roll_back(desk.store, desk.courses.current(), entry.id, int(number), deed, visit.now)
    except Hindered as error:
        return show(visit, " ".join(message(visit, entry.label, one) for one in error.hindrances))
    visit.detail.update({"revision": int(number), "start_again": bool(again)})
    return visit.go(f"/studio/entries/{entry.id}", told="studio_published")


def namer(visit: Visit, label: Label) -> Callable[[str], str]:
    """What says how a field such as ``options.a.word`` is called: its parts' names, one after the other."""
    labels = Labels(visit.desk.catalogues, visit.language, label.type or label.kind)

    def name(path: str) -> str:
        parts = path.split(".")
        return " · ".join(labels.label(parts[:place], part) for place, part in enumerate(parts))

    return name


def message(visit: Visit, label: Label, hindrance: Hindrance) -> str:
    """What keeps a draft from being published, in words."""
    if hindrance.name != "faulty":
        return visit.words(f"console.studio.hindrance.{hindrance.name}", entries=_listed(hindrance.entries))
    labels = Labels(visit.desk.catalogues, visit.language, label.type or label.kind)
    field = f"{namer(visit, label)(hindrance.field)}: " if hindrance.field else ""
    return field + said(labels, hindrance.message)


def _listed(entry_ids: Sequence[str]) -> str:
    """The first of them, for a sentence."""
    more = ["…"] if len(entry_ids) > MOST_NAMED else []
    return ", ".join([*entry_ids[:MOST_NAMED], *more])


def _changes(entry: Entry, body: Mapping[str, Any] | None) -> list[Field]:
    """The fields that read otherwise than what is published."""
    if body is None:
        return []
    before, after = (kinds.fields(entry.kind, one or {}) for one in (entry.published, body))
    return [field for field in compare(before, after) if field.changed]


def _hindrances(visit: Visit, entry: Entry) -> tuple[Hindrance, ...]:
    """What keeps the draft from being published."""
    if entry.draft is None:
        return ()
    desk = visit.desk
    (one,) = fitting.look(desk.store, desk.courses.current(), [entry.draft], desk.second_reader)
    return one.hindrances


PAGES = (
    Page("/studio/entries/{entry}", show, may=COORDINATING),
    Page("/studio/entries/{entry}/roll-back", roll_back, may=COORDINATING, noted="studio.rolled_back", method="POST"),
)
