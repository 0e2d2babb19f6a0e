"""What people recorded: ``recordings/<language>/index.yml``, and the files beside it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.catalogue.fields import Fields
from bot.catalogue.problems import Notes, Problem
from bot.catalogue.reading import read
from bot.catalogue.spoken import Entry, messages, sounds
from bot.speech import opus
from bot.speech.sound import Sound

FOLDER = "recordings"
INDEX = "index.yml"


@dataclass(frozen=True)
class Recordings:
    """The recordings that are in order, where each is, and what is wrong with the others."""

    files: dict[Sound, Path]
    problems: tuple[Problem, ...]


def read_recordings(content: Path, entries: Iterable[Entry], locales: Path) -> Recordings:
    """Read every index and look at the files it names. Nothing is raised.

    Args:
        content: the folder with the content.
        entries: the content itself.
        locales: the folder with the messages. Every recording speaks a text of either.
    """
    everything = [*entries]
    files: dict[Sound, Path] = {}
    problems: list[Problem] = []
    for folder in sorted(path for path in (content / FOLDER).glob("*") if path.is_dir()):
        notes = Notes((folder / INDEX).relative_to(content.parent).as_posix())
        files |= _read(folder, {*sounds(everything, folder.name), *messages(locales, folder.name)}, notes)
        problems += notes.problems
    return Recordings(files, tuple(sorted(problems)))


def _read(folder: Path, known: Collection[Sound], notes: Notes) -> dict[Sound, Path]:
    """One folder of recordings."""
    index = folder / INDEX
    if not index.exists():
        notes.note(0, "", "is missing: it says what the recordings beside it are")
        return {}
    node = read(index, notes)
    if node is None:
        return {}
    fields = Fields(node, "", notes)
    fields.one_of("language", [folder.name])
    found: dict[Sound, Path] = {}
    named = {INDEX}
    for one in fields.each("recordings"):
        named.add(one.text("file"))
        sound, path = _recording(one, folder)
        if sound.words and sound not in known:
            one.note("text", "stands nowhere in the content in this language: copy it to the letter")
        elif sound in found:
            one.note("text", "is recorded twice at this speed")
        elif path:
            found[sound] = path
    fields.done()
    for name in _others(folder, named):
        notes.note(0, "", f"does not name {name}, which is beside it: name it or remove it")
    return found


def _recording(fields: Fields, folder: Path) -> tuple[Sound, Path | None]:
    """What one recording says, and its file; None when something is wrong with that."""
    sound = Sound(fields.text("text"), folder.name, fields.yes("slow"))
    name = fields.text("file")
    fields.text("speaker")
    fields.text("licence")
    fields.done()
    if not name:
        return sound, None
    wrong = _wrong(folder, name)
    if wrong:
        fields.note("file", wrong)
    return sound, None if wrong else folder / name


def _wrong(folder: Path, name: str) -> str | None:
    if Path(name).name != name or not (folder / name).is_file():
        return f"is {name!r}, which is not beside this file"
    wrong = opus.problem(folder / name)
    return f"is {name!r}, which {wrong}" if wrong else None


def _others(folder: Path, named: Collection[str]) -> Iterator[str]:
    yield from sorted(path.name for path in folder.iterdir() if path.name not in named)
