"""/studio/preview: an entry on a learner's phone, published or not, to be played through without leaving a record."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COORDINATING, Page
from bot.console.preview import NotShown, Screen, Session
from bot.console.preview_form import NEW, judged
from bot.console.shaping import LARGEST
from bot.console.sounds import sound
from bot.console.visit import Visit
from bot.journeys.preview.saved import saved, with_items
from bot.journeys.preview.subject import Choices, Subject

PATH = "/studio/preview/{kind}/{entry}"

ACTS = {"tap": "data", "press": "text", "voice": None, "text": "text"}
"""What can be done with the phone, and what the simulator calls the value of that, if it takes one."""


def look(visit: Visit) -> Response:
    """What is kept of the entry, from its beginning: the draft if there is one."""
    return _begin(visit, _kept(visit, published=bool(visit.query("published"))))


def show(visit: Visit) -> Response:
    """The form as it was sent, kept or not; with something wrong in it, what stood there before."""
    found = judged(visit, _kind(visit), visit.path("entry"))
    if found.entry is None or found.faults:
        return _answer(visit, visit.desk.previews.screen(_session(visit)), faults=max(1, len(found.faults)))
    subject = Subject(_kind(visit), found.entry.id, found.entry.body)
    return _begin(visit, with_items(visit.desk.store, visit.desk.courses.current(), subject))


def choose(visit: Visit) -> Response:
    """Begin anew, as a learner of another language, or one who listens."""
    if visit.field("language") not in visit.desk.catalogues.languages:
        raise HTTPException(404)
    before = visit.desk.previews.screen(_session(visit))
    choices = Choices(visit.field("language"), listens=bool(visit.field("listens")))
    visit.desk.previews.choose(_session(visit).browser, choices)
    return _begin(visit, before.subject) if before else _anew(visit)


def touch(visit: Visit) -> Response:
    """Tap, press or write something. On a phone that is gone meanwhile, it begins anew."""
    act = next((act for act in ACTS if visit.field(act)), None)
    name = ACTS[act] if act else None
    given = {name: visit.field(act)} if act and name else {}
    previews, session = visit.desk.previews, _session(visit)
    screen = previews.do(session, act, given) if act else previews.screen(session)
    return _answer(visit, screen, touched=True) if screen else _anew(visit)


def file(visit: Visit) -> Response:
    """A picture or a sound of the chat."""
    found = visit.desk.previews.file(_session(visit), visit.path("file"))
    if found is None:
        raise HTTPException(404)
    body, kind = found
    return sound(visit, body) if kind == "audio/ogg" else Response(body, media_type=kind)


def _begin(visit: Visit, subject: Subject) -> Response:
    try:
        return _answer(visit, visit.desk.previews.show(_session(visit), subject))
    except NotShown:
        return _answer(visit, visit.desk.previews.screen(_session(visit)), faults=1)


def _anew(visit: Visit) -> Response:
    """Where the phone is gone: what is kept; of what nobody kept yet, nothing until it is written on."""
    return _answer(visit, None) if visit.path("entry").startswith(NEW) else _begin(visit, _kept(visit))


def _kept(visit: Visit, published: bool = False) -> Subject:
    store, course = visit.desk.store, visit.desk.courses.current()
    subject = saved(store, course, _kind(visit), visit.path("entry"), published)
    if subject is None:
        raise HTTPException(404)
    return subject


def _kind(visit: Visit) -> str:
    kind = visit.path("kind")
    if not visit.desk.previews.shows(kind):
        raise HTTPException(404)
    return kind


def _session(visit: Visit) -> Session:
    if visit.opened is None:
        raise HTTPException(403)
    return Session(visit.opened.session.token_hash, visit.path("entry"))


def _answer(visit: Visit, screen: Screen | None, faults: int = 0, touched: bool = False) -> Response:
    """The phone alone where the page is there already, else the whole page."""
    alone = "hx-request" in visit.request.headers
    catalogues = visit.desk.catalogues
    return visit.page(
        "studio_preview_phone.html" if alone else "studio_preview.html",
        kind=visit.path("kind"),
        entry=visit.path("entry"),
        is_new=visit.path("entry").startswith(NEW),
        screen=screen,
        faults=faults,
        touched=touched,
        direction=catalogues.direction(screen.choices.language) if screen else "ltr",
    )


PAGES = (
    Page(PATH, look, may=COORDINATING),
    Page(PATH, show, may=COORDINATING, method="POST", most=LARGEST),
    Page(f"{PATH}/choices", choose, may=COORDINATING, method="POST"),
    Page(f"{PATH}/touch", touch, may=COORDINATING, method="POST"),
    Page(f"{PATH}/files/{{file}}", file, may=COORDINATING),
)
