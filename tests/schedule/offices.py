"""An office to which digests come, and the clock that ticks for it."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.i18n import Catalogues
from bot.journeys.digest_sending import next_due
from bot.schedule.digests import send_digests
from bot.settings import LOCALES
from bot.store import Store, digests
from bot.store.tables import Message, Staff
from tests.fakes.course import REGION, ZONE, CoursesReadOnce, published_course
from tests.fakes.mail import LetterBox
from tests.fakes.stores import add, staff_row
from tests.journeys.digests import MONDAY, add_els, november, of_els

A_WEEK = timedelta(days=7)
SUNDAY = MONDAY - timedelta(days=1)


class Office:
    """The staff of a store, and the clock that ticks for them."""

    def __init__(self, store: Store, catalogues: Catalogues) -> None:
        self.store, self.catalogues, self.box = store, catalogues, LetterBox()
        self.now, self.woken = SUNDAY, 0

    async def ticks(self, at: datetime) -> list[str]:
        """The next tick, at this moment. Returns who got a mail."""
        self.now, before = at, len(self.box.mails)
        courses = CoursesReadOnce(self.store, REGION, self.clock)
        url = "http://console/"
        await send_digests(self.store, courses, self.catalogues, url, self.box.post, self.clock, self._wake)
        return self.box.to()[before:]

    def clock(self) -> datetime:
        return self.now

    def wishes(self, staff_id: str = "els", **values: Any) -> None:
        """Somebody sets when and how the digest comes."""
        wish = digests.of(self.store, staff_id)
        for name, value in values.items():
            setattr(wish, name, value)
        wish.due_at = next_due(wish, ZONE, self.now)
        digests.keep(self.store, wish)

    def becomes(self, staff_id: str = "els", **values: Any) -> None:
        """Something changes about a member of staff."""
        with self.store.writing() as session:
            member = session.get_one(Staff, staff_id)
            for name, value in values.items():
                setattr(member, name, value)

    def _wake(self) -> None:
        self.woken += 1


@pytest.fixture(scope="module")
def catalogues() -> Catalogues:
    """The project's words."""
    return Catalogues.load(LOCALES)


@pytest.fixture
async def office(store: Store, catalogues: Catalogues) -> Office:
    """Els, to whom Amina wrote; Omar without learners; Ines, who leads; Adam, to whom no digest comes."""
    published_course(store, MONDAY)
    add_els(store)
    add(store, staff_row("ines", role="lead"), staff_row("adam", role="administrator"))
    add(store, Message(id="m1", learner_id=of_els(store, 1001, "Amina"), text="woorden", at=november(10)))
    opened = Office(store, catalogues)
    assert await opened.ticks(SUNDAY) == []
    return opened
