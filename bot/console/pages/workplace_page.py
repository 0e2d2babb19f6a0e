"""/workplaces/{workplace}: the words of one workplace: written, looked at, opened again; its photos and recordings."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console import workplace_form
from bot.console.page import COORDINATING, COUNSELLING, Page
from bot.console.sounds import sound
from bot.console.visit import Visit
from bot.console.workplace_form import Sent
from bot.i18n import Text
from bot.journeys.workplace import approving, writing
from bot.journeys.workplace.writing import Outcome
from bot.learning.levels import LEVELS
from bot.store import people, staffing, workplaces
from bot.store.people import Role
from bot.store.tables import WorkplacePage


def found(visit: Visit) -> WorkplacePage:
    """The page of the address. Raises HTTPException (404) when it is not one that they see."""
    page = workplaces.find(visit.desk.store, visit.member, visit.path("workplace"))
    if page is None:
        raise HTTPException(404)
    return page


def show(visit: Visit) -> Response:
    """The form while it is written; else the words as learners get them."""
    return page_of(visit)


def save(visit: Visit) -> Response:
    """Keep what was typed, whatever is wrong with it; send it to a coordinator when that was asked."""
    page, sent = found(visit), workplace_form.read(visit)
    saved = workplace_form.keep(visit, visit.member, page, sent)
    visit.detail.update(sent=saved.outcome is Outcome.SENT)
    if fault := workplace_form.fault(visit, sent, saved):
        return page_of(visit, fault, sent=sent, outcome=saved.outcome)
    return visit.go(f"/workplaces/{page.id}", told=f"workplace_{saved.outcome}")


def open_again(visit: Visit) -> Response:
    """Write it anew; learners keep the words that they have until it is approved again."""
    page = found(visit)
    done = writing.open_again(visit.desk.store, visit.member, page.id, workplace_form.version(visit), visit.now)
    return visit.go(f"/workplaces/{page.id}", told="workplace_open" if done else "studio_overtaken")


def see(visit: Visit) -> Response:
    """The photo of a word."""
    return picture_of(visit, found(visit))


def hear(visit: Visit) -> Response:
    """The recording of a word."""
    return sound_of(visit, found(visit))


def picture_of(visit: Visit, page: WorkplacePage) -> Response:
    """The photo of the row in the address. Raises HTTPException (404) when there is none."""
    picture, _ = _files(visit, page)
    if picture is None:
        raise HTTPException(404)
    return Response(picture, media_type="image/jpeg")


def sound_of(visit: Visit, page: WorkplacePage) -> Response:
    """The recording of the row in the address. Raises HTTPException (404) when there is none."""
    _, recording = _files(visit, page)
    if recording is None:
        raise HTTPException(404)
    return sound(visit, recording)


def page_of(
    visit: Visit,
    fault: str | None = None,
    *,
    sent: Sent | None = None,
    outcome: Outcome | None = None,
    link: str | None = None,
) -> Response:
    """The whole page.

    Args:
        visit: the request.
        fault: the sentence that says why nothing was done.
        sent: what was typed, when it could not be kept as it is.
        outcome: what came of that.
        link: the address for a mentor, when it was just made.
    """
    page, store = found(visit), visit.desk.store
    form = workplace_form.form(visit, page, sent, outcome)
    return visit.page(
        "workplace_page.html",
        workplace_form.status(fault, outcome),
        fault=fault,
        page=page,
        form=form,
        filled=[row for row in form.rows if row.word.text],
        lost=sent.rows if sent and outcome is Outcome.CLOSED else (),
        link=link,
        here=f"/workplaces/{page.id}",
        team=next(one.name for one in people.teams(store) if one.id == page.team_id),
        names={one.id: one.name for one in staffing.members(store, visit.member.organisation_id)},
        writable=page.state in workplaces.WRITABLE,
        decides=visit.member.role == Role.COORDINATOR,
        levels=LEVELS,
        level=visit.field("level") or page.level or LEVELS[0],
        can_do=visit.field("can_do") or page.can_do or _can_do(visit, page),
        why=visit.field("why"),
        longest_can_do=approving.LONGEST_CAN_DO,
        longest_why=approving.LONGEST_WHY,
        title=(sent and sent.title) or page.title,
        link_days=workplaces.LINK_LIVES.days,
    )


def _can_do(visit: Visit, page: WorkplacePage) -> str:
    """What learners can do with the words, to begin with: in the language of the course."""
    written_in = visit.desk.courses.current().region.written_in
    return visit.desk.catalogues.plain(Text("console.workplace.can_do_usual", {"title": page.title}), written_in)


def _files(visit: Visit, page: WorkplacePage) -> tuple[bytes | None, bytes | None]:
    number = visit.path("number")
    if not number.isdecimal() or len(number) > 2:
        raise HTTPException(404)
    return workplaces.files(visit.desk.store, page.id, int(number))


PATH = "/workplaces/{workplace}"
WRITING = COUNSELLING | COORDINATING

PAGES = (
    Page(PATH, show, may=WRITING),
    Page(PATH, save, may=WRITING, noted="workplace.saved", method="POST", most=workplace_form.MOST),
    Page(f"{PATH}/open", open_again, may=WRITING, noted="workplace.opened_again", method="POST"),
    Page(f"{PATH}/pictures/{{number}}", see, may=WRITING),
    Page(f"{PATH}/sounds/{{number}}", hear, may=WRITING),
)
