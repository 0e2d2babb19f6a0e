"""/studio/publish: drafts of one entry or of a whole unit are published, now or at a set time; and retiring."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COORDINATING, Page
from bot.console.pages.studio import unit_name
from bot.console.pages.studio_entry import LONGEST_WHY, found, message
from bot.console.visit import Visit
from bot.journeys.studio import fitting, publishing
from bot.journeys.studio.fitting import Candidate
from bot.journeys.studio.publishing import Hindered
from bot.store import drafts, shelves
from bot.store.drafts import Change, Overtaken
from bot.store.publishing import Deed, NoSuchDraft
from bot.store.tables import Draft

FARTHEST = timedelta(days=366)
"""How far ahead publishing may be planned."""


def show(visit: Visit, fault: str | None = None) -> Response:
    """What would be published, and what keeps the rest from it."""
    drafted = _asked(visit)
    candidates = _look(visit, drafted)
    labels = shelves.labels(visit.desk.store, [draft.entry_id for draft in drafted])
    return visit.page(
        "studio_publish.html",
        422 if fault else 200,
        fault=fault,
        candidates=candidates,
        labels=labels,
        unit=visit.query("unit"),
        unit_name=unit_name(visit, visit.query("unit")),
        entry=visit.query("entry"),
        some_ready=any(not one.hindrances for one in candidates),
        why_not=lambda one: [message(visit, labels[one.draft.entry_id], reason) for reason in one.hindrances],
        soon=visit.now.astimezone(visit.zone),
        longest=LONGEST_WHY,
        zone=str(visit.zone),
    )


def publish(visit: Visit) -> Response:
    """Publish those that were ticked, as they were looked at."""
    drafted, at = _ticked(visit), _moment(visit)
    if not drafted:
        return show(visit, visit.words("console.studio.none_ticked"))
    if at is None:
        return show(visit, visit.words("console.studio.moment_refused"))
    if {one.id: one.version for one in drafted} != _versions(visit):
        return show(visit, visit.words("console.studio.changed_meanwhile"))
    candidates, desk = _look(visit, drafted), visit.desk
    deed = Deed(visit.member.id, visit.field("why")[:LONGEST_WHY] or None, visit.fields("again"))
    visit.detail["entries"] = [one.entry_id for one in drafted]
    try:
        if at > visit.now:
            publishing.plan(desk.store, candidates, deed, at, desk.random)
            return visit.go("/studio", told="studio_planned")
        publishing.publish(desk.store, candidates, deed, visit.now)
    except Hindered:
        return show(visit, visit.words("console.studio.hindered"))
    except NoSuchDraft:
        return show(visit, visit.words("console.studio.changed_meanwhile"))
    alone = drafted[0].entry_id if len(drafted) == 1 else None
    return visit.go(f"/studio/entries/{alone}" if alone else "/studio", told="studio_published")


def retire(visit: Visit) -> Response:
    """Begin to retire an entry: a draft says so, which is published as others are."""
    entry, desk = found(visit), visit.desk
    if not entry.live:
        raise HTTPException(404)
    change = Change(entry.id, entry.kind, None)
    try:
        # In place of no draft: somebody would lose what they wrote.
        drafts.save(desk.store, change, visit.member.id, None, visit.now, desk.random)
    except Overtaken:
        return visit.go(f"/studio/entries/{entry.id}", told="studio_overtaken")
    return visit.go(f"/studio/publish?entry={entry.id}")


def _asked(visit: Visit) -> Sequence[Draft]:
    """The drafts that the address is about."""
    store = visit.desk.store
    if unit := visit.query("unit"):
        return shelves.drafts_of_unit(store, unit)
    draft = drafts.of(store, visit.query("entry"))
    return [draft] if draft else []


def _ticked(visit: Visit) -> Sequence[Draft]:
    """Of the drafts that the address is about, those that were ticked."""
    ids = _versions(visit)
    return [draft for draft in _asked(visit) if draft.id in ids]


def _versions(visit: Visit) -> dict[str, int]:
    """The drafts that were ticked, each with the version that was looked at."""
    written = (one.partition(":") for one in visit.fields("draft"))
    return {name: int(version) for name, _, version in written if version.isdecimal() and len(version) < 9}


def _look(visit: Visit, drafted: Sequence[Draft]) -> list[Candidate]:
    desk = visit.desk
    return fitting.look(desk.store, desk.courses.current(), drafted, desk.second_reader)


def _moment(visit: Visit) -> datetime | None:
    """When it is to be published, now if nothing else was chosen; None when that is no time to come."""
    if visit.field("when") != "later":
        return visit.now
    try:
        at = datetime.fromisoformat(f"{visit.field('day')}T{visit.field('hour')}").replace(tzinfo=visit.zone)
        return at if visit.now < at < visit.now + FARTHEST else None
    except (ValueError, OverflowError):
        return None


PAGES = (
    Page("/studio/publish", show, may=COORDINATING),
    Page("/studio/publish", publish, may=COORDINATING, noted="studio.published", method="POST"),
    Page("/studio/entries/{entry}/retire", retire, may=COORDINATING, noted="studio.retiring", method="POST"),
)
