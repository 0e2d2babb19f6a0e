"""What people recorded: ``recordings/<language>/index.yml``, and the files beside it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.catalogue.authored import Entry
from bot.catalogue.fields import Fields
from bot.catalogue.problems import Notes, Problem
from bot.catalogue.reading import read
from bot.catalogue.spoken import messages, sounds
from bot.speech import opus
from bot.speech.sound import Sound

FOLDER = "recordings"
INDEX = "index.yml"
LONGEST_NAME = 100
"""Characters of who speaks, and of a licence."""


@dataclass(frozen=True)
class Recording:
    """What an index says of one recording: the sound, the name of its file, who speaks, and under which licence."""

    sound: Sound
    file: str
    speaker: str
    licence: str


@dataclass(frozen=True)
class Recordings:
    """The recordings that are in order, where each is, what its index says, and what is wrong with the others."""

    files: dict[Sound, Path]
    indexed: dict[Sound, Recording]
    problems: tuple[Problem, ...]


def read_recordings(content: Path, entries: Iterable[Entry], locales: Path) -> Recordings:
    """Read every index and look at the files it names. Nothing is raised.

    Args:
        content: the folder with the content.
        entries: the content itself.
        locales: the folder with the messages. Every recording speaks a text of either.
    """
    everything = [*entries]
    found: dict[Sound, tuple[Path, Recording]] = {}
    problems: list[Problem] = []
    for folder in sorted(path for path in (content / FOLDER).glob("*") if path.is_dir()):
        notes = Notes((folder / INDEX).relative_to(content.parent).as_posix())
        found |= _read(folder, {*sounds(everything, folder.name), *messages(locales, folder.name)}, notes)
        problems += notes.problems
    files = {sound: path for sound, (path, _) in found.items()}
    return Recordings(files, {sound: one for sound, (_, one) in found.items()}, tuple(sorted(problems)))


def read_one(fields: Fields, language: str) -> Recording:
    """What an index says of one recording in this language."""
    recording = Recording(
        sound=Sound(fields.text("text"), language, fields.yes("slow")),
        file=fields.text("file"),
        speaker=fields.text("speaker", LONGEST_NAME),
        licence=fields.text("licence", LONGEST_NAME),
    )
    fields.done()
    return recording


def _read(folder: Path, known: Collection[Sound], notes: Notes) -> dict[Sound, tuple[Path, Recording]]:
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
    each = [(one, read_one(one, folder.name)) for one in fields.each("recordings")]
    fields.done()
    for name in _others(folder, {INDEX, *(recording.file for _, recording in each)}):
        notes.note(0, "", f"does not name {name}, which is beside it: name it or remove it")
    found: dict[Sound, tuple[Path, Recording]] = {}
    for one, recording in each:
        wrong = _wrong(folder, recording.file) if recording.file else None
        if wrong:
            one.note("file", wrong)
        if may_be(recording.sound, known, found, one) and recording.file and not wrong:
            found[recording.sound] = folder / recording.file, recording
    return found


def may_be(sound: Sound, known: Collection[Sound], others: Collection[Sound], fields: Fields) -> bool:
    """Whether a recording may be of this sound: one that is known, and none of the others. If not, that is noted."""
    if sound.words and sound not in known:
        fields.note("text", "stands nowhere in the content in this language: copy it to the letter")
    elif sound in others:
        fields.note("text", "is recorded twice at this speed")
    return sound in known and sound not in others


def _wrong(folder: Path, name: str) -> str | None:
    if Path(name).name != name or not (folder / name).is_file():
        return f"is {name!r}, which is not beside this file"
    wrong = opus.problem(folder / name)
    return f"is {name!r}, which {wrong}" if wrong else None


def _others(folder: Path, named: Collection[str]) -> Iterator[str]:
    yield from sorted(path.name for path in folder.iterdir() if path.name not in named)
