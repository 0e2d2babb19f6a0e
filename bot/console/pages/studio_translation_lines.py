"""/studio/translation/{language}: source and translation side by side, saved line by line."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from starlette.responses import Response

from bot.catalogue.phrasing import longest
from bot.catalogue.translating.lines import Line
from bot.catalogue.translating.remarks import Review
from bot.catalogue.translating.studio import Progress, by_part
from bot.catalogue.translating.typed import LONGEST_NAME, LONGEST_REMARK, Typed, problems, tidied
from bot.console.page import COORDINATING, Page
from bot.console.translating import STATES, Leaf, language_of, leaf, line_of, part_name, said, wish_of
from bot.console.visit import Visit
from bot.store.translations import Overtaken


def show(visit: Visit) -> Response:
    """A leaf of the lines that are asked for."""
    language, wish = language_of(visit), wish_of(visit.query)
    lines = visit.desk.translating.lines(language)
    return _page(visit, language, leaf(lines, wish), by_part(lines), wish=wish)


def save(visit: Visit) -> Response:
    """Keep one line. What has problems is shown again as it was typed, and so is what somebody else wrote meanwhile."""
    language, translating = language_of(visit), visit.desk.translating
    line, typed = line_of(translating.lines(language), visit.field("key")), _typed(visit)
    found = problems(line, typed.forms, translating.files(language).plurals)
    if found or line.mark != visit.field("mark"):
        return _again(visit, language, line, typed=typed, problems=found, overtaken=not found)
    day = visit.now.astimezone(visit.zone).date()
    try:
        translating.save([(line, typed)], language, visit.member.id, visit.now, day)
    except Overtaken:
        return _again(visit, language, line, typed=typed, overtaken=True)
    visit.detail.update(language=language, entry=line.phrase.context)
    return _done(visit, language, line)


def settle(visit: Visit) -> Response:
    """Put aside that learners doubt the entry of a line: somebody has looked at it."""
    language = language_of(visit)
    line = line_of(visit.desk.translating.lines(language), visit.field("key"))
    visit.desk.translating.settle(line, language)
    visit.detail.update(language=language, entry=line.phrase.entry_id)
    return _done(visit, language, line)


def _typed(visit: Visit) -> Typed:
    reviewer, version = visit.field("reviewer")[:LONGEST_NAME], visit.field("version")
    return Typed(
        forms=tuple(map(tidied, visit.fields("form"))),
        review=Review(reviewer, None) if reviewer else None,
        back=visit.field("back"),
        note=visit.field("note"),
        version=int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0,
    )


def _done(visit: Visit, language: str, line: Line) -> Response:
    """The line as it is now; without script the page that it stands on."""
    if _by_script(visit):
        now = line_of(visit.desk.translating.lines(language), line.key)
        around = {**_around(visit, language), "saved": True}
        return visit.page("studio_translation_line.html", **around, line=now)
    asked = {name: value for name, value in vars(wish_of(visit.field)).items() if value}
    query = urlencode({**asked, "told": "saved"})
    return visit.go(f"/studio/translation/{language}?{query}#{quote(line.key, safe=':')}")


def _again(visit: Visit, language: str, line: Line, **shown: Any) -> Response:
    """The line with what was typed, and why it was not kept."""
    if _by_script(visit):
        return visit.page("studio_translation_line.html", 422, **{**_around(visit, language), **shown}, line=line)
    return _page(visit, language, Leaf([line], 1, is_first=True, is_last=True), {}, 422, **shown)


def _page(
    visit: Visit, language: str, found: Leaf, parts: Mapping[str, Progress], status: int = 200, **shown: Any
) -> Response:
    around = {**_around(visit, language), **shown}
    name = visit.desk.catalogues.language_name(language, visit.language)
    return visit.page("studio_translation_lines.html", status, leaf=found, parts=parts, name=name, **around)


def _around(visit: Visit, language: str) -> dict[str, Any]:
    """What a line is shown with."""
    files = visit.desk.translating.files(language)
    return {
        "spoken": language,
        "towards": visit.desk.catalogues.direction(language),
        "examples": files.examples,
        "fits": longest,
        "said": lambda finding: said(visit, finding),
        "part_name": lambda part: part_name(visit, part),
        "longest_name": LONGEST_NAME,
        "longest_remark": LONGEST_REMARK,
        "wish": wish_of(visit.field),
        "states": list(STATES),
        "again": visit.field("key"),
        "typed": None,
        "problems": {},
        "overtaken": False,
        "saved": False,
    }


def _by_script(visit: Visit) -> bool:
    return visit.request.headers.get("hx-request") == "true"


PAGES = (
    Page("/studio/translation/{language}", show, may=COORDINATING),
    Page("/studio/translation/{language}", save, may=COORDINATING, noted="translation.saved", method="POST"),
    Page("/studio/translation/{language}/settle", settle, may=COORDINATING, noted="doubt.settled", method="POST"),
)
