"""The clock counts how exercises do, and makes pauses in it."""

import pytest

from bot.journeys.quality import counting
from bot.learning.items import Grade
from bot.schedule.quality import PAUSE, count_quality
from bot.store import Store
from bot.store.quality import sums
from tests.fakes.course import REGION, CoursesReadOnce, publish_course
from tests.fakes.met import HELMET, LATER, helmets
from tests.fakes.stores import BEGINNING


async def test_portions_are_counted_with_pauses_between_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_course(store, BEGINNING)
    helmets(store, [Grade.RIGHT] * 6)
    monkeypatch.setattr(counting, "PORTION", 4)
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    courses = CoursesReadOnce(store, REGION, lambda: LATER)
    await count_quality(store, courses, lambda: LATER, sleep)
    assert pauses == [PAUSE, PAUSE]
    await count_quality(store, courses, lambda: LATER, sleep)
    assert pauses == [PAUSE, PAUSE]
    assert [row.told["right"] for row in sums.of_item(store, HELMET)] == [5, 5]
