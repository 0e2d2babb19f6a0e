"""The small course, published, with its translations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.catalogue.course import Courses
from bot.catalogue.publish import publish
from bot.catalogue.translating.files import Files
from bot.catalogue.translating.lines import Line
from bot.catalogue.translating.remarks import Review
from bot.catalogue.translating.studio import Translating
from bot.catalogue.translating.typed import Typed
from bot.store import Store
from tests.catalogue.conftest import NOW
from tests.fakes.stores import add, staff_row

TITLE = "content:tip.payslip_wage.hours.title"
SITUATION = "content:tip.payslip_wage.hours.situation"
AGAIN = "messages:greeting.again"
HELLO = "messages:greeting.hello"


@dataclass
class Place:
    """The studio on the small course; ``lien`` writes in it."""

    root: Path
    store: Store
    now: datetime = NOW
    translating: Translating = field(init=False)

    def __post_init__(self) -> None:
        self.publish()
        courses = Courses(self.store, "be-vlg", lambda: self.now)
        self.translating = Translating(self.store, courses, Files(self.root / "locales"))

    def publish(self) -> None:
        publish(self.root / "content", self.store, self.now)

    def lines(self, language: str = "ar") -> Mapping[str, Line]:
        return {line.key: line for line in self.translating.lines(language)}

    def write(self, key: str, *forms: str, language: str = "ar", by: str = "") -> None:
        """Write a translation, as the page does."""
        line = self.lines(language)[key]
        review = Review(by, None) if by else None
        typed = Typed(forms, review, line.remarks.back, line.remarks.note, line.version)
        self.translating.save([(line, typed)], language, "lien", self.now, self.now.date())


@pytest.fixture
def place(course: Path, sqlite_store: Store) -> Place:
    add(sqlite_store, staff_row("lien", role="coordinator"))
    return Place(course, sqlite_store)
