"""/talk/{learner}: the talk with one learner."""

from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console import thread
from bot.console.page import COUNSELLING, Page
from bot.console.sounds import sound
from bot.console.visit import Visit
from bot.journeys import ready
from bot.store import talk, threads


def show(visit: Visit) -> Response:
    """The thread; what is new in it counts as read. A lead who is not written to sees that, and nothing else."""
    learner = visit.learner()
    if not threads.is_addressed(visit.desk.store, visit.member, learner.id, visit.now):
        return visit.page("thread_closed.html", learner=learner, name=learner.name or visit.words("console.no_name"))
    chosen = visit.query("template")
    answer = thread.page(visit, learner, chosen=chosen if chosen in ready.SENTENCES else None)
    talk.read(visit.desk.store, learner.id, visit.now)
    return answer


def earlier(visit: Visit) -> Response:
    """What was said before a moment."""
    learner = thread.addressed(visit)
    try:
        before = datetime.fromisoformat(visit.query("before"))
    except ValueError:
        raise HTTPException(404) from None
    if before.tzinfo is None:
        raise HTTPException(404)
    return visit.page("thread_earlier.html", **thread.shown(visit, learner, before))


def news(visit: Visit) -> Response:
    """Whether there is anything new since the page was made; it tells nothing more."""
    learner = thread.addressed(visit)
    now = thread.mark(threads.said(visit.desk.store, learner.id, thread.SHOWN))
    if now == visit.query("mark"):
        return Response(status_code=204)
    return visit.page("thread_news.html", learner=learner)


def said(visit: Visit) -> Response:
    """The messages alone, to take the place of those on the page."""
    return visit.page("thread_fetched.html", **thread.shown(visit, thread.addressed(visit)))


def hear(visit: Visit) -> Response:
    """The sound of a message."""
    learner = thread.addressed(visit)
    message = talk.message(visit.desk.store, visit.path("message"))
    if message is None or message.learner_id != learner.id or message.about != talk.COUNSELLOR:
        raise HTTPException(404)
    sent = visit.desk.fetch_file(message.voice_file_id) if message.voice_file_id else None
    body = sent or talk.sound(visit.desk.store, message.id)
    if body is None:
        raise HTTPException(404)
    return sound(visit, body)


PAGES = (
    Page("/talk/{learner}", show, may=COUNSELLING, noted="talk.seen"),
    Page("/talk/{learner}/earlier", earlier, may=COUNSELLING, noted="talk.seen"),
    Page("/talk/{learner}/news", news, may=COUNSELLING),
    Page("/talk/{learner}/said", said, may=COUNSELLING, noted="talk.seen"),
    Page("/talk/{learner}/sound/{message}", hear, may=COUNSELLING, noted="talk.heard"),
)
