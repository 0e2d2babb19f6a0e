"""One thread as its pages show it: what was said, in which words, and what can be said now."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.visit import Visit
from bot.i18n import Text
from bot.journeys import ready
from bot.journeys.expecting import expected
from bot.journeys.talk import part_of
from bot.safeguarding.hours import StaffedHours
from bot.speech.recorded import LONGEST
from bot.store import threads
from bot.store.tables import Learner, Message
from bot.store.threads import Delivery, Said

SHOWN = 60
"""Messages on one page of a thread."""

AWAY = (Delivery.LEFT, Delivery.REFUSED)


def addressed(visit: Visit) -> Learner:
    """The learner of the address, if they write to who asks. Raises HTTPException (404) when they do not."""
    learner = visit.learner()
    if not threads.is_addressed(visit.desk.store, visit.member, learner.id, visit.now):
        raise HTTPException(404)
    return learner


def page(visit: Visit, learner: Learner, status: int = 200, **values: Any) -> Response:
    """The thread, with what was just tried: a fault, a warning, or a sentence to look at before it goes out."""
    around: dict[str, Any] = {"fault": None, "text": "", "warning": None, "filled": None, "given": {}, "chosen": None}
    return visit.page(
        "thread.html",
        status,
        **shown(visit, learner),
        expects=_expects(visit, learner),
        speaks=language_name(visit, learner.language),
        sentences=ready.SENTENCES,
        open_sentence=ready.open_sentence,
        longest=LONGEST,
        **{**around, **values},
    )


def shown(visit: Visit, learner: Learner, before: datetime | None = None) -> dict[str, Any]:
    """What the list of messages needs."""
    said = threads.said(visit.desk.store, learner.id, SHOWN, before)
    catalogues = visit.desk.catalogues
    return {
        "learner": learner,
        "name": learner.name or visit.words("console.no_name"),
        "said": said,
        "mark": mark(said),
        "lost": AWAY,
        "waits": any(one.message.staff_id is None and one.message.answered_at is None for one in said),
        "more": len(said) == SHOWN,
        "own_words": lambda message: own_words(visit, message),
        "read_as": lambda part: catalogues.plain(part, learner.language),
        "towards": catalogues.direction(learner.language),
    }


def mark(said: Sequence[Said]) -> str:
    """Another one after anything was said, or arrived."""
    last = said[-1].message.id if said else ""
    return f"{last}.{sum(one.delivery is Delivery.WAITING for one in said)}"


def own_words(visit: Visit, message: Message) -> str | None:
    """A ready sentence in the language of who looks; None of what stands in words of their own."""
    part = part_of(message) if message.staff_id else None
    return visit.say(part) if isinstance(part, Text) else None


def language_name(visit: Visit, language: str) -> str:
    """What a language is called in that of the page."""
    return visit.desk.catalogues.language_name(language, visit.language)


def _expects(visit: Visit, learner: Learner) -> list[str]:
    """What the learner reads after having written something now, in the language of who looks."""
    hours = StaffedHours(tuple(visit.desk.shifts), visit.zone) if visit.desk.shifts else None
    found = expected(visit.desk.store, learner.id, hours, visit.zone, visit.now)
    if found.reader is None:
        return [visit.words("counsellor.kept")]
    return [visit.words("counsellor.kept_named", name=found.reader.name), *map(visit.say, found.words)]
