"""/studio/translation/{language}/files: a language as a PO file, for translators with their own tools, and back."""

from starlette.responses import Response

from bot.catalogue.problems import Problem
from bot.catalogue.translating.exporting import export
from bot.catalogue.translating.importing import DryRun, NotThisLanguage, as_file, dry_run
from bot.console.page import COORDINATING, Page
from bot.console.translating import language_of, said
from bot.console.visit import Visit
from bot.store.translations import Domain, Overtaken

LARGEST = 8 * 1024 * 1024
"""Bytes: three times what the course has now, with all that stands beside it."""

SHOWN = 50
"""How many of a kind are listed; all are counted."""


def show(visit: Visit, fault: str | None = None, run: DryRun | None = None) -> Response:
    """The page; with what a file would change, if one was sent."""
    language = language_of(visit)
    return visit.page(
        "studio_translation_files.html",
        422 if fault else 200,
        fault=fault,
        spoken=language,
        name=visit.desk.catalogues.language_name(language, visit.language),
        towards=visit.desk.catalogues.direction(language),
        domains=[domain.value for domain in Domain],
        run=run,
        kept=as_file(run, visit.desk.translating.files(language)).decode() if run else "",
        most=SHOWN,
        said=lambda finding: said(visit, finding),
    )


def fetch(visit: Visit) -> Response:
    """The file of a domain."""
    language, domain = language_of(visit), visit.request.url.path.rpartition("/")[2].removesuffix(".po")
    translating = visit.desk.translating
    lines = [line for line in translating.lines(language) if line.phrase.domain == domain]
    visit.detail.update(language=language, domain=domain)
    name = f"werkmaat-{domain}-{translating.files(language).folder.name}.po"
    head = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(export(lines, translating.files(language)), media_type="text/x-gettext-translation", headers=head)


def look(visit: Visit) -> Response:
    """What a file would change; nothing is kept yet."""
    sent = visit.file("po")
    if sent is None:
        return show(visit, visit.words("console.translation.no_file"))
    return _tried(visit, sent)


def take_in(visit: Visit) -> Response:
    """Keep what was shown, all of it; when something changed since, show it again."""
    language, translating = language_of(visit), visit.desk.translating
    found = dry_run(visit.field("kept").encode(), translating.lines(language), translating.files(language))
    if isinstance(found, Problem) or found.wrong or found.mark != visit.field("mark"):
        return _tried(visit, visit.field("kept").encode(), visit.words("console.translation.changed_meanwhile"))
    day = visit.now.astimezone(visit.zone).date()
    try:
        written = [(one.line, one.typed) for one in found.changed]
        translating.save(written, language, visit.member.id, visit.now, day)
    except Overtaken:
        return _tried(visit, visit.field("kept").encode(), visit.words("console.translation.changed_meanwhile"))
    visit.detail.update(language=language, entries=len(found.changed))
    return visit.go(f"/studio/translation/{language}", told="saved")


def _tried(visit: Visit, sent: bytes, fault: str | None = None) -> Response:
    language, translating = language_of(visit), visit.desk.translating
    try:
        found = dry_run(sent, translating.lines(language), translating.files(language))
    except NotThisLanguage as error:
        return show(visit, visit.words("console.translation.other_language", code=str(error)))
    if isinstance(found, Problem):
        return show(visit, visit.words("console.translation.unreadable", line=found.line))
    return show(visit, fault, found)


AT = "/studio/translation/{language}"

PAGES = (
    Page(f"{AT}/files", show, may=COORDINATING),
    Page(f"{AT}/content.po", fetch, may=COORDINATING, noted="translation.taken"),
    Page(f"{AT}/messages.po", fetch, may=COORDINATING, noted="translation.taken"),
    Page(f"{AT}/files", look, may=COORDINATING, method="POST", most=LARGEST),
    Page(f"{AT}/take-in", take_in, may=COORDINATING, noted="translation.imported", method="POST", most=LARGEST),
)
