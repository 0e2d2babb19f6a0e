"""The project's own course, published in test databases; its files are read once for all tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.catalogue.course import Course, Courses
from bot.catalogue.folder import read_folder
from bot.settings import CONTENT
from bot.store import Store, entries, from_files
from bot.store.entries import Form

REGION = "be-vlg"
ZONE = ZoneInfo("Europe/Brussels")


EXTRA = Path(__file__).parent / "extra"


def publish_course(store: Store, now: datetime, extra: str | None = None) -> None:
    """Publish ``content/`` as ``content import`` does.

    With ``extra``, the packs of ``tests/fakes/extra/<extra>/`` stand before all others, as the first units of their
    level: for item types that the course has nothing of. A course that was read before is read again a second later.
    """
    more = course_forms(EXTRA / extra) if extra else ()
    from_files.publish(store, [*more, *course_forms()], now)


def retire(store: Store, now: datetime, field: str, value: str) -> None:
    """Publish the course without what has this value, as all of a sector: it is read again a second later."""
    from_files.publish(store, [form for form in course_forms() if form.body.get(field) != value], now)


def published_course(store: Store, now: datetime) -> Course:
    """The course as it is published, for the region that the project begins with."""
    if not entries.state(store):
        publish_course(store, now)
    return CoursesReadOnce(store, REGION, lambda: now).current()


class CoursesReadOnce(Courses):
    """The course, of which the untouched form is read once for all tests: half of that is its phrases of danger."""

    def _read(self, now: datetime) -> Course:
        state = entries.state(self._store)
        if any(revision > 1 for _, revision, _ in state):
            return super()._read(now)
        day = now.astimezone(ZONE).date()
        if (state, day) not in _untouched:
            _untouched[state, day] = super()._read(now)
        return replace(_untouched[state, day], store=self._store, _old={})


_untouched: dict[tuple[tuple[tuple[str, int, int], ...], date], Course] = {}


@cache
def course_forms(content: Path = CONTENT) -> Sequence[Form]:
    """A folder such as ``content/`` as it is published, one form an entry."""
    folder = read_folder(content)
    assert not folder.problems, folder.problems
    return [Form(entry.id, entry.kind, entry.body, entry.digest) for entry in folder.entries]
