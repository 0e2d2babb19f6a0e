"""The files: the model, the words, the content, and the room on the disk."""

import shutil
from pathlib import Path

from bot.catalogue.locales import check_locales
from bot.catalogue.publish import unpublished
from bot.catalogue.reviews import due
from bot.dialogue import model as trained
from bot.dialogue.model import NoModel
from bot.i18n import Catalogues
from bot.settings import CODE
from bot.store import entries
from bot.wiring.doctor.finding import Finding, attention, broken, ok
from bot.wiring.doctor.machine import Machine

GIGABYTE = 10**9
LITTLE = GIGABYTE
"""Bytes: an erasure writes the database anew, and a training writes a model, beside the old one."""

TOO_LITTLE = GIGABYTE // 10

CHECK_CONTENT = "run `werkmaat content check`, mend the files, then run `werkmaat content import`"


def model(machine: Machine) -> Finding:
    """Whether the model is ours, and made of what there is now."""
    folder = machine.settings.model_folder
    try:
        if trained.record_of(folder) is None:
            return attention("there is none yet", "run `werkmaat train`; `werkmaat run` does it at its start")
        trained.own_model(folder)
    except NoModel:
        return broken("its file is not the one that was trained here", "run `werkmaat train --force`")
    if not trained.is_current(folder):
        to_do = "run `werkmaat train`, then restart `werkmaat run`"
        return attention("it was trained from other data or with other libraries than there are now", to_do)
    return ok("trained here, from what there is now")


def disk(machine: Machine) -> Finding:
    """Whether the folder for data has room."""
    folder = machine.settings.data_dir
    free = shutil.disk_usage(_existing(folder)).free
    found = f"{free / GIGABYTE:.1f} GB free where WERKMAAT_DATA_DIR is"
    to_do = "make room: old backups and logs first"
    if free < TOO_LITTLE:
        return broken(found, to_do)
    return attention(found, to_do) if free < LITTLE else ok(found)


def locales(machine: Machine) -> Finding:
    """Whether every own language says everything."""
    to_do = "run `werkmaat locales check` and mend what it lists"
    try:
        languages = Catalogues.load(machine.locales).languages
    except Exception as error:  # whatever a file does to its reader
        return broken(f"a file cannot be read ({type(error).__name__})", to_do)
    problems = check_locales(machine.locales, machine.content, CODE)
    if problems:
        files = ", ".join(sorted({problem.file for problem in problems}))
        return attention(f"something is missing or wrong in {files}: English stands in", to_do)
    return ok(f"{len(languages)} languages are complete")


def content(machine: Machine) -> Finding:
    """Whether what is published is what stands in the files."""
    if not entries.state(machine.store):
        return broken("nothing is published", "run `werkmaat content import`; `werkmaat run` does it at its start")
    if machine.folder.problems:
        files = ", ".join(sorted({problem.file for problem in machine.folder.problems}))
        return attention(f"something is wrong in {files}: what was published before goes on", CHECK_CONTENT)
    changes = unpublished(machine.folder, machine.store)
    if changes.new or changes.retired:
        found = f"the files differ from what is published: {len(changes.new)} changed, {len(changes.retired)} gone"
        return attention(found, "run `werkmaat content import`")
    return ok("what is published is what stands in the files")


def facts(machine: Machine) -> Finding:
    """Whether something that changes should have been looked at again."""
    late = due(machine.folder.entries, machine.clock().date())
    if late:
        name, day = min(late.items(), key=lambda pair: pair[1])
        found = f"{len(late)} should have been checked again, first {name} on {day}"
        return attention(found, "run `werkmaat content check`, check each one and note the date in its file")
    return ok("none is past its date")


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())
