"""What there is, in numbers: for coordinators who plan the next pack and the next translation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel.messages import Message

from bot.catalogue import pofiles
from bot.catalogue.authored import Authored
from bot.catalogue.folder import read_folder
from bot.catalogue.problems import Problem
from bot.catalogue.recordings import read_recordings
from bot.catalogue.reviews import ages
from bot.catalogue.spoken import sounds, targets
from bot.catalogue.translations import sources
from bot.i18n.loading import REVIEWED

PACK = ("target", "sector", "level")
"""What names a pack, such as ``nl/care/A1``."""


@dataclass(frozen=True)
class Coverage:
    """How much of the course a language has: entries in all, translated, and reviewed by a native speaker."""

    entries: int
    translated: int
    reviewed: int


@dataclass(frozen=True)
class Voiced:
    """How many sentences of a target language people recorded, and how many a speech program says."""

    by_people: int
    by_program: int


@dataclass(frozen=True)
class Summary:
    """Counts of the content. ``sound`` are sentences to be heard, by who says them: a person, or a program."""

    items_by_sector: dict[str, int]
    items_by_level: dict[str, int]
    items_by_type: dict[str, int]
    items_by_unit: dict[str, int]
    items_by_pack: dict[str, int]
    tips_by_topic: dict[str, int]
    skills_by_field: dict[str, int]
    jobs_by_sector: dict[str, int]
    facts_by_age: dict[str, int]
    sound: dict[str, Voiced]
    coverage: dict[str, Coverage]


def summary(content: Path, locales: Path, today: date) -> Summary:
    """Count what ``content/`` and ``locales/`` hold on a day; files that cannot be read count for nothing."""
    entries = read_folder(content).entries
    items = _of(entries, "item")
    return Summary(
        items_by_sector=_count(items, "sector"),
        items_by_level=_count(items, "level"),
        items_by_type=_count(items, "type"),
        items_by_unit=_count(items, "unit"),
        items_by_pack=dict(Counter("/".join(str(item.body[name]) for name in PACK) for item in items)),
        tips_by_topic=_count(_of(entries, "tip"), "topic"),
        skills_by_field=_count(_of(entries, "skill"), "field"),
        jobs_by_sector=_count(_of(entries, "job"), "sector"),
        facts_by_age=ages(entries, today),
        sound=_sound(content, entries, locales),
        coverage={folder.name: _coverage(folder, entries) for folder in pofiles.folders(locales)},
    )


def _of(entries: Iterable[Authored], kind: str) -> list[Authored]:
    return [entry for entry in entries if entry.kind == kind]


def _sound(content: Path, entries: Sequence[Authored], locales: Path) -> dict[str, Voiced]:
    recorded = {sound for sound in read_recordings(content, entries, locales).files if not sound.slow}
    said = {language: {one for one in sounds(entries, language) if not one.slow} for language in targets(entries)}
    return {language: Voiced(len(one & recorded), len(one - recorded)) for language, one in said.items()}


def _count(entries: list[Authored], name: str) -> dict[str, int]:
    return dict(Counter(str(entry.body[name]) for entry in entries))


def _coverage(folder: Path, entries: Sequence[Authored]) -> Coverage:
    path = pofiles.path_of(folder, "content")
    catalog, wanted = pofiles.load(path), {source.key for source in sources(entries, pofiles.language(path))}
    found = [] if isinstance(catalog, Problem) else [*pofiles.messages(catalog)]
    done = [m for m in found if (m.context, m.id) in wanted and m.string and not m.fuzzy]
    return Coverage(len(wanted), len(done), sum(map(_reviewed, done)))


def _reviewed(message: Message) -> bool:
    return any(comment.startswith(REVIEWED) for comment in message.user_comments)
