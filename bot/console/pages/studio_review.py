"""What is done with a draft before it is published: it is handed to a reader, remarked on, approved, sent back."""

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COORDINATING, Page
from bot.console.pages.studio_entry import found, show
from bot.console.visit import Visit
from bot.store import drafts, reviewing
from bot.store.drafts import Change, Origin, Overtaken
from bot.store.reviewing import Said
from bot.store.tables import Draft

LONGEST_REMARK = 1000
LONGEST_FIELD = 200


def hand_over(visit: Visit) -> Response:
    """Ask a colleague to read it, or anybody."""
    draft, version, reader = _draft(visit), _version(visit), visit.field("reader")
    if reader and reader not in {one.id for one in reviewing.readers(visit.desk.store, visit.member)}:
        return show(visit, visit.words("console.studio.reader_unknown"))
    return _done(visit, lambda: reviewing.hand_over(visit.desk.store, draft.id, version, reader or None))


def approve(visit: Visit) -> Response:
    """Find it good."""
    draft, version = _draft(visit), _version(visit)
    if draft.changed_by == visit.member.id:
        return show(visit, visit.words("console.studio.own_draft"))
    return _done(visit, lambda: reviewing.approve(visit.desk.store, draft.id, version, visit.member.id))


def send_back(visit: Visit) -> Response:
    """Give it back to who wrote it, with what there is to change."""
    version = _version(visit)
    return _say(visit, lambda draft, *said: reviewing.send_back(visit.desk.store, draft.id, version, *said))


def remark(visit: Visit) -> Response:
    """Say something of a field, or of the whole."""
    return _say(visit, lambda draft, *said: reviewing.remark(visit.desk.store, draft.id, *said))


def settle(visit: Visit) -> Response:
    """A remark needs nothing more."""
    if not reviewing.settle(visit.desk.store, _draft(visit).id, visit.path("remark"), visit.now):
        raise HTTPException(404)
    return _back(visit, "saved")


def throw_away(visit: Visit) -> Response:
    """Forget the draft; what is published stays."""
    draft, version = _draft(visit), _version(visit)
    is_new = not draft.base
    answer = _done(visit, lambda: drafts.throw_away(visit.desk.store, draft.id, version))
    return visit.go("/studio", told="studio_thrown_away") if is_new and answer.status_code == 303 else answer


def take_files(visit: Visit) -> Response:
    """Make the form that the files have the staff's draft."""
    entry = found(visit)
    files, own = entry.files, entry.draft
    if files is None:
        raise HTTPException(404)
    if visit.field("version") != entry.stamp:
        return _back(visit, "studio_overtaken")
    change = Change(entry.id, entry.kind, files.body, Origin.STUDIO)
    desk, version = visit.desk, own.version if own else None
    return _done(visit, lambda: drafts.save(desk.store, change, visit.member.id, version, visit.now, desk.random))


def leave_files(visit: Visit) -> Response:
    """What is published stays as it is: the files' form is news no more."""
    files, version = found(visit).files, _version(visit)
    if files is None:
        raise HTTPException(404)
    return _done(visit, lambda: drafts.throw_away(visit.desk.store, files.id, version))


def _draft(visit: Visit) -> Draft:
    """The staff's draft of the entry. Raises HTTPException (404) when there is none."""
    draft = found(visit).draft
    if draft is None:
        raise HTTPException(404)
    return draft


def _version(visit: Visit) -> int:
    """The version that was looked at; 0, which none has, when the form does not say."""
    written = visit.field("version")
    return int(written) if written.isdecimal() and len(written) < 9 else 0


def _say(visit: Visit, deed: Callable[..., None]) -> Response:
    """Do something that needs words."""
    draft, text = _draft(visit), visit.field("text")[:LONGEST_REMARK]
    if not text:
        return show(visit, visit.words("console.studio.remark_missing"))
    said = Said(visit.field("field")[:LONGEST_FIELD], text)
    return _done(visit, lambda: deed(draft, said, visit.member.id, visit.now, visit.desk.random))


def _done(visit: Visit, deed: Callable[[], object]) -> Response:
    try:
        deed()
    except Overtaken:
        return _back(visit, "studio_overtaken")
    return _back(visit, "saved")


def _back(visit: Visit, told: str) -> Response:
    return visit.go(f"/studio/entries/{visit.path('entry')}", told=told)


def _page(name: str, deed: Callable[[Visit], Response], noted: str) -> Page:
    return Page(f"/studio/entries/{{entry}}/{name}", deed, may=COORDINATING, noted=noted, method="POST")


PAGES = (
    _page("review", hand_over, "studio.handed_over"),
    _page("approve", approve, "studio.approved"),
    _page("send-back", send_back, "studio.sent_back"),
    _page("remarks", remark, "studio.remarked"),
    _page("remarks/{remark}/settle", settle, "studio.remark_settled"),
    _page("throw-away", throw_away, "studio.thrown_away"),
    _page("files/take", take_files, "studio.files_taken"),
    _page("files/leave", leave_files, "studio.files_left"),
)
