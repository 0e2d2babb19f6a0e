"""The folder ``content/`` as a whole: every entry in the authors' order, and what is wrong anywhere."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.catalogue import images, interviews, jobs, packs, regions, safeguarding, skills, tips
from bot.catalogue.authored import Authored
from bot.catalogue.fields import Fields
from bot.catalogue.problems import Notes, Problem
from bot.catalogue.reading import read
from bot.catalogue.recordings import FOLDER as RECORDINGS
from bot.learning.levels import LEVELS
from bot.learning.syllabus import SHARED
from bot.safeguarding.phrasebook import Phrasebook

Parse = Callable[[Fields], Iterator[Authored]]

PLACES: dict[str, Parse] = {
    "regions/*.yml": regions.parse,
    "safeguarding/*.yml": safeguarding.parse,
    "tips/*.yml": tips.parse,
    "tips/*/*.yml": tips.parse,
    "skills/*.yml": skills.parse,
    "skills/*/*.yml": skills.parse,
    "interviews/*.yml": interviews.parse,
    "jobs/*.yml": jobs.parse,
    "jobs/*/*.yml": jobs.parse,
    "packs/*/*/*.yml": packs.parse,
    f"{images.FOLDER}/{images.INDEX}": images.parse,
}
IN_SEVERAL = ("unit", "skill_field")
"""Kinds that may go on in a second file, where they are the same."""
NOT_CONTENT = ("LICENSE", "README.md")


@dataclass(frozen=True)
class Folder:
    """What was read: the entries in order, the problems of all files, and the items that cannot be used for them."""

    entries: tuple[Authored, ...]
    problems: tuple[Problem, ...]
    broken: tuple[Authored, ...] = ()


def read_folder(content: Path) -> Folder:
    """Read and check every file of ``content/``. Nothing is raised: what is wrong is among the problems."""
    entries: list[Authored] = []
    problems: list[Problem] = []
    for place, parse in PLACES.items():
        for path in sorted(content.glob(place), key=_order):
            notes = Notes(_name(content, path))
            entries += _parsed(path, parse, notes)
            problems += notes.problems
    problems += [*_stray_files(content), *_doubles(entries), *_loose_ends(entries), *_pictures(content, entries)]
    once = [*_once(entries)]
    usable = tuple(entry for entry in once if entry.in_order)
    return Folder(usable, tuple(sorted(problems)), tuple(entry for entry in once if not entry.in_order))


def _parsed(path: Path, parse: Parse, notes: Notes) -> list[Authored]:
    node = read(path, notes)
    return [*parse(Fields(node, "", notes))] if node else []


def _order(path: Path) -> tuple[bool, str, int, str]:
    """What every workplace shares comes before the sectors; within a sector the lowest level comes first."""
    level = LEVELS.index(path.stem) if path.stem in LEVELS else len(LEVELS)
    return path.parent.name != SHARED, path.parent.as_posix(), level, path.stem


def _name(content: Path, path: Path) -> str:
    return path.relative_to(content.parent).as_posix()


def _stray_files(content: Path) -> Iterator[Problem]:
    """Files that nobody would read: a wrong folder, or ``.yaml`` for ``.yml``."""
    read_files = {path for place in PLACES for path in content.glob(place)} | {*images.files(content).values()}
    for path in sorted(content.rglob("*")):
        recorded = path.is_relative_to(content / RECORDINGS)
        if path.is_file() and path not in read_files and path.name not in NOT_CONTENT and not recorded:
            places = ", ".join(f"{content.name}/{place}" for place in PLACES)
            yield Problem(_name(content, path), 0, "", f"is not read: content stands in {places}")
    if not read_files:
        yield Problem(content.name, 0, "", "holds no content: is this the right folder?")


def _once(entries: Iterable[Authored]) -> Iterator[Authored]:
    """Every id once: a unit may go on in a second file."""
    seen: set[str] = set()
    for entry in entries:
        if entry.id not in seen:
            seen.add(entry.id)
            yield entry


def _doubles(entries: Iterable[Authored]) -> Iterator[Problem]:
    first: dict[str, Authored] = {}
    for entry in entries:
        earlier = first.setdefault(entry.id, entry)
        if earlier is entry or not entry.id:
            continue
        place = f"{earlier.file}:{earlier.line}"
        if entry.kind not in IN_SEVERAL or earlier.kind != entry.kind:
            yield _problem(entry, f"has the id of another entry ({place}): every id is used once")
        elif entry.body != earlier.body:
            yield _problem(entry, f"reads otherwise in {place}: in all files it is the same")


def _loose_ends(entries: Iterable[Authored]) -> Iterator[Problem]:
    """What files should agree about: facts of tips, sectors, phrases and harmless sentences."""
    everything = [*entries]
    yield from _missing_facts(everything)
    yield from _false_alarms([entry for entry in everything if entry.kind == "safeguarding"])
    sectors = {one["id"] for e in everything if e.kind == "region" for one in e.body["sectors"]} | {SHARED}
    for entry in everything:
        for sector in _sectors_of(entry):
            if sector not in sectors:
                yield _problem(entry, f"is for the sector {sector}, which no region offers")


def _sectors_of(entry: Authored) -> Sequence[str]:
    """The sectors that an item or a field of skills is for."""
    if entry.kind == "item":
        return (entry.body["sector"],)
    return entry.body.get("sectors", ()) if entry.kind == "skill_field" else ()


def _pictures(content: Path, entries: Iterable[Authored]) -> Iterator[Problem]:
    """Pictures that are named and not there, there and not named, or too large for a phone."""
    everything, there = [*entries], images.files(content)
    known = {images.name_of(entry.id): entry for entry in everything if entry.kind == "image"}
    for name, entry in known.items():
        wrong = images.problem(there[name]) if name in there else f"has no file {name}.svg, .png or .jpg beside it"
        if wrong:
            yield _problem(entry, wrong)
    for name in sorted(there.keys() - known):
        yield Problem(_name(content, there[name]), 0, "", f"is named nowhere: add image.{name} to {images.INDEX}")
    for entry in everything:
        asked = _picture_of(entry)
        if isinstance(asked, str) and asked not in known:
            yield _problem(entry, f"`image` is {asked!r}: there is {', '.join(known) or 'none'}")


def _picture_of(entry: Authored) -> Any:
    """The name of the picture that an entry is shown with, as its author wrote it; None when there is none."""
    if entry.kind == "item":
        return entry.body["body"].get("image")
    return entry.body["image"] if entry.kind == "skill" else None


def _false_alarms(phrases: list[Authored]) -> Iterator[Problem]:
    """Harmless sentences in which a phrase of danger is found, of whichever language."""
    phrasebook = Phrasebook.from_raw(entry.body for entry in phrases)
    for entry in phrases:
        for sentence in entry.body["benign"]:
            for found in phrasebook.matches(sentence):
                phrase = found.phrase
                message = f"{phrase.written!r} ({phrase.language}, {phrase.flag}) is found in {sentence!r}"
                yield _problem(entry, f"{message}, which is harmless: make the phrase more exact")


def _missing_facts(entries: Sequence[Authored]) -> Iterator[Problem]:
    """Tips of a region that there is not, and facts that the tip's own region does not hold."""
    regions = {entry.id.removeprefix("region."): entry for entry in entries if entry.kind == "region"}
    for tip in (entry for entry in entries if entry.kind == "tip"):
        region = regions.get(tip.body["region"])
        if region is None:
            yield _problem(tip, f"is for the region {tip.body['region']!r}: there is {', '.join(regions) or 'none'}")
            continue
        for name in tip.body["facts"]:
            if name not in region.body["facts"]:
                yield _problem(tip, f"needs the fact `{name}`, which {region.file} does not hold")


def _problem(entry: Authored, message: str) -> Problem:
    return Problem(entry.file, entry.line, entry.id, message)
