"""What there is, in numbers: for coordinators who plan the next pack and the next translation."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Message

from bot.catalogue import pofiles
from bot.catalogue.authored import Authored
from bot.catalogue.folder import read_folder
from bot.catalogue.problems import Problem
from bot.catalogue.translations import sources


@dataclass(frozen=True)
class Coverage:
    """How much of the course a language has: entries in all, translated, and reviewed by a native speaker."""

    entries: int
    translated: int
    reviewed: int


@dataclass(frozen=True)
class Summary:
    """Counts of the content."""

    items_by_sector: dict[str, int]
    items_by_level: dict[str, int]
    items_by_type: dict[str, int]
    items_by_unit: dict[str, int]
    tips_by_topic: dict[str, int]
    coverage: dict[str, Coverage]


def summary(content: Path, locales: Path) -> Summary:
    """Count what ``content/`` and ``locales/`` hold; files that cannot be read count for nothing."""
    entries = read_folder(content).entries
    items = [entry for entry in entries if entry.kind == "item"]
    wanted = {source.key for source in sources(entries)}
    return Summary(
        items_by_sector=_count(items, "sector"),
        items_by_level=_count(items, "level"),
        items_by_type=_count(items, "type"),
        items_by_unit=_count(items, "unit"),
        tips_by_topic=_count([entry for entry in entries if entry.kind == "tip"], "topic"),
        coverage={folder.name: _coverage(folder, wanted) for folder in pofiles.folders(locales)},
    )


def _count(entries: list[Authored], name: str) -> dict[str, int]:
    return dict(Counter(str(entry.body[name]) for entry in entries))


def _coverage(folder: Path, wanted: set[tuple[str, str]]) -> Coverage:
    catalog = pofiles.load(pofiles.path_of(folder, "content"))
    found = [] if isinstance(catalog, Problem) else [*pofiles.messages(catalog)]
    done = [m for m in found if (m.context, m.id) in wanted and m.string and not m.fuzzy]
    return Coverage(len(wanted), len(done), sum(map(_reviewed, done)))


def _reviewed(message: Message) -> bool:
    return any(comment.startswith("reviewed:") for comment in message.user_comments)
