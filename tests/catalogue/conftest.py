import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.catalogue.check import check

SMALL = Path(__file__).parent / "small"
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
TODAY = NOW.date()


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small sound course to break: a folder with ``content``, ``locales`` and ``code``."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def change(root: Path, file: str, old: str, new: str) -> None:
    """Replace words in a file of the small course."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(course: Path) -> list[str]:
    """What the check of the small course tells, as people read it."""
    return [str(problem) for problem in check(course / "content", course / "locales", TODAY)]
