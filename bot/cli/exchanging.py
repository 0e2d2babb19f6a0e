"""werkmaat content export and take-in: what is published as a file, and a file as drafts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import SystemRandom
from typing import Annotated

import typer

from bot.catalogue.exchange.faults import Fault
from bot.catalogue.exchange.incoming import Incoming
from bot.catalogue.exchange.media import Media
from bot.catalogue.translating.files import Files
from bot.catalogue.translating.studio import Translating
from bot.cli.common import fail, on_one_line, opened, progress_bar, say
from bot.console.explaining import explainer
from bot.i18n import Catalogues
from bot.journeys.exporting import Export, NothingSo, packs
from bot.journeys.importing import Compared, Moved, Trial
from bot.journeys.importing.comparing import spot
from bot.settings import CONTENT, LOCALES
from bot.store import people
from bot.store.people import Refused
from bot.wiring.exchanging import media, packer
from bot.wiring.images import pictures
from bot.wiring.parts import Parts, clock

LANGUAGE = "en"


def export(
    what: Annotated[str, typer.Argument(help="A pack, such as nl/care/A1, or tips.")],
    file: Annotated[Path, typer.Argument(help="Where to: .xlsx, .csv, .yml or .zip.", dir_okay=False)],
) -> None:
    """Write what is published of a pack, or all tips, into a file."""
    with opened() as parts:
        try:
            file.write_bytes(_written(parts, what, file.suffix))
        except NothingSo:
            fail(f"There is no {what} as {file.suffix or 'that'}. Packs: {', '.join(packs(parts.store))}")
        except OSError as error:
            fail(f"{file} cannot be written: {error.strerror}")


def take_in(
    file: Annotated[Path, typer.Argument(help=".xlsx, .csv, .yml or .zip.", exists=True, dir_okay=False)],
    by: Annotated[str, typer.Option(help="The mail address of the coordinator whose drafts they become.")],
    pack: Annotated[str, typer.Option(help="For a list of words from Lunes: the pack they are for.")] = "",
    agreed: Annotated[bool, typer.Option("--agreed", help="Who speaks on its recordings agrees to that.")] = False,
    dry: Annotated[bool, typer.Option("--dry", help="Only tell what is wrong, and what would change.")] = False,
) -> None:
    """Look through a file, and keep what is new or changed as drafts: all of it, or nothing when anything is wrong."""
    with opened() as parts:
        trial = Trial(parts.store, _incoming(parts, file, pack), _member(parts, by))
        found = _tried(trial)
        for line in _told(trial.faults, parts.catalogues):
            typer.echo(line)
        if trial.faults:
            fail("Nothing was kept.")
        _tell(found)
        if found.recordings and not dry and not agreed:
            fail("There are recordings in it. Call it with --agreed when who speaks on them agrees. Nothing was kept.")
        if not dry and trial.in_order:
            try:
                say(f"Kept {trial.take_in(clock(), SystemRandom())} drafts.")
            except Moved:
                fail("Somebody changed one of them meanwhile. Nothing was kept: try again.")


def _written(parts: Parts, what: str, ending: str) -> bytes:
    """The file. Raises NothingSo."""
    found = Export(parts.store)
    if ending == ".xlsx":
        return found.workbook(what, explainer(parts.catalogues))
    if ending == ".csv":
        return found.comma_separated(what)
    if ending == ".yml":
        return found.yaml(what)
    if ending == ".zip":
        translating = Translating(parts.store, parts.courses, Files(LOCALES))
        pack_up = packer(_media(parts), translating)
        return found.parcel(what, parts.settings.console_link, parts.courses.current(), pack_up)
    raise NothingSo(ending)


def _media(parts: Parts) -> Media:
    return media(parts.store, parts.courses, pictures(CONTENT, parts.store))


def _incoming(parts: Parts, file: Path, pack: str) -> Incoming:
    return Incoming(file.name, file.read_bytes(), pack, parts.courses.current().region.written_in, _media(parts))


def _member(parts: Parts, email: str) -> str:
    """The id of a member of staff."""
    try:
        with parts.store.reading() as session:
            return people.member_named(session, email).id
    except Refused as error:
        fail(str(error))


def _tried(trial: Trial) -> Compared:
    with progress_bar() as progress:
        task = progress.add_task(trial.name, total=None)
        while trial.compared is None:
            trial.go_on()
            progress.update(task, completed=trial.done, total=trial.size or None)
    return trial.compared


def _told(faults: Sequence[Fault], catalogues: Catalogues) -> Iterator[str]:
    for fault in faults:
        where = ": ".join(filter(None, (spot(fault.place), fault.entry_id)))
        yield on_one_line(f"{where}: {catalogues.plain(fault.message, LANGUAGE)}")


def _tell(found: Compared) -> None:
    for name, entries in (("new", found.new), ("changed", found.changed)):
        for one in entries:
            typer.echo(f"{name} {one.entry.id}")
    for double in found.doubles:
        typer.echo(f"perhaps there already {double.taken.entry.id}: {double.like}")
    if found.recordings:
        say(f"{len(found.recordings)} recordings, which are heard at once.")
    say(f"{len(found.new)} new, {len(found.changed)} changed, {found.same} as they are.")
