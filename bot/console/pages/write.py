"""/groups/{group}/write: a message to all of a group, looked at in every language before it is made ready to go."""

from datetime import timedelta

from starlette.responses import Response

from bot.console import thread
from bot.console.page import COUNSELLING, Page
from bot.console.pages.group import found
from bot.console.visit import Visit
from bot.i18n import Part, Text, Verbatim
from bot.journeys import broadcasting, ready
from bot.journeys.broadcasting import DAY_HOURS, DELAYS, SENTENCES, Preview
from bot.journeys.ready import Blank, NotFilled
from bot.journeys.talk import MOST_LETTERS
from bot.store import groups

FIELDS = ("sentence", "text", "language", *Blank)
"""What says what is to be said."""


class Unfinished(Exception):
    """What was sent makes no message; its words say why."""


def write(visit: Visit, fault: str | None = None) -> Response:
    """What can be said: ready sentences, or own words."""
    return visit.page(
        "write.html",
        422 if fault else 200,
        fault=fault,
        listed=found(visit),
        sentences={name: ready.SENTENCES[name] for name in SENTENCES},
        open_sentence=ready.open_sentence,
        given=visit.field,
        languages=_languages(visit),
        most=MOST_LETTERS,
    )


def look(visit: Visit) -> Response:
    """How all of the group would read it."""
    listed = found(visit)
    try:
        part = _part(visit)
    except Unfinished as unfinished:
        return write(visit, str(unfinished))
    return visit.page(
        "write_look.html",
        listed=listed,
        part=part,
        preview=_preview(visit, listed.group.id, part),
        sent={name: visit.field(name) for name in FIELDS if visit.field(name)},
        delays={minutes: _at_night(visit, minutes) for minutes in DELAYS},
        language_name=lambda code: thread.language_name(visit, code),
        direction=visit.desk.catalogues.direction,
    )


def _at_night(visit: Visit, minutes: int) -> bool:
    """Whether it is early or late in the day so many minutes from now."""
    return (visit.now + timedelta(minutes=minutes)).astimezone(visit.zone).hour not in DAY_HOURS


def plan(visit: Visit) -> Response:
    """Make it ready to go."""
    group, delay = found(visit).group, visit.field("delay")
    minutes = int(delay) if delay in map(str, DELAYS) else DELAYS[0]
    try:
        part = _part(visit)
    except Unfinished as unfinished:
        return write(visit, str(unfinished))
    planned = broadcasting.plan(visit.desk.store, visit.member, group.id, part, visit.now, minutes, visit.desk.random)
    if planned is None:
        return visit.go("/groups")
    visit.detail["broadcast"] = planned.id
    return visit.go(f"/groups/{group.id}/broadcasts/{planned.id}", told="broadcast_planned")


def _part(visit: Visit) -> Part:
    """What is to be said. Raises Unfinished."""
    name = visit.field("sentence")
    if name:
        return _ready(visit, name)
    text, language = visit.field("text").replace("\r\n", "\n"), visit.field("language")
    if len(text) > MOST_LETTERS:
        raise Unfinished(visit.words("console.thread.too_long", most=MOST_LETTERS))
    if not text or language not in visit.desk.catalogues.languages:
        raise Unfinished(visit.words("console.broadcast.incomplete"))
    return Verbatim(text, language=language, personal=True)


def _ready(visit: Visit, name: str) -> Text:
    if name not in SENTENCES:
        raise Unfinished(visit.words("console.broadcast.incomplete"))
    given = {blank.value: visit.field(blank) for blank in ready.SENTENCES[name]}
    try:
        return ready.sentence(name, given, visit.now.astimezone(visit.zone).date())
    except NotFilled as error:
        raise Unfinished(visit.say(Text(f"console.thread.not_filled.{error.blank}"))) from None


def _preview(visit: Visit, group_id: str, part: Part) -> Preview:
    members = groups.members(visit.desk.store, visit.member, group_id, visit.now)
    learners = [one.learner for one in members]
    return broadcasting.preview(visit.desk.store, visit.desk.catalogues, part, learners, visit.now)


def _languages(visit: Visit) -> list[tuple[str, str, bool]]:
    """The languages of own words by name, and whether each is chosen: at first that of the page."""
    chosen = visit.field("language") or visit.language
    named = [(thread.language_name(visit, code), code) for code in visit.desk.catalogues.languages]
    return [(code, name, code == chosen) for name, code in sorted(named)]


PAGES = (
    Page("/groups/{group}/write", write, may=COUNSELLING, noted="broadcast.opened"),
    Page("/groups/{group}/write", look, may=COUNSELLING, noted="broadcast.looked_at", method="POST"),
    Page("/groups/{group}/broadcasts", plan, may=COUNSELLING, noted="broadcast.planned", method="POST"),
)
