"""Learners in somebody's caseload, with what they practised, wrote and agreed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.journeys import consent
from bot.learning.recall import Memory, review
from bot.store import Store
from bot.store.tables import Attempt, Card, Caseload, Consent, Learner, Lesson, Message, Showing, Staff
from tests.fakes.stores import add, learner_row

DAY = timedelta(days=1)

ANSWER = "wat iemand antwoordde"
"""What they answer to everything: it stands on no page."""

WRITTEN = "Ik heb een vraag."
"""What they write to their counsellor."""

HARD = ((50, False), (40, False), (33, True), (23, True), (3, True))
"""Answers, days ago, after the last of which something is held that was missed twice."""


@dataclass
class Watched:
    """A learner of a counsellor, and ways to let something have happened to them.

    Args:
        store: where it is kept.
        learner: whose it is.
        now: days are counted back from it.
        answers: how many answers they gave so far.
    """

    store: Store
    learner: Learner
    now: datetime
    answers: int = 0

    @property
    def id(self) -> str:
        return self.learner.id

    def agrees(self, given: bool = True, kind: str = consent.SHARING) -> "Watched":
        """They answer a question of consent."""
        add(self.store, Consent(learner_id=self.id, kind=kind, given=given, notice="test", at=self.now))
        return self

    def practises(self, item_id: str, *days_ago: float, right: bool = True) -> "Watched":
        """They answer an item, in a lesson of its own each time."""
        for ago in days_ago:
            self._answer(item_id, self.now - ago * DAY, right)
        return self

    def learns(self, item_id: str, answers: Iterable[tuple[float, bool]]) -> "Watched":
        """They answer an item so many days ago, known or not, and what is remembered of that is kept."""
        memory: Memory | None = None
        for ago, right in answers:
            self.practises(item_id, ago, right=right)
            memory = review(memory, item_id, right, self.now - ago * DAY)
        assert memory is not None
        add(self.store, Card(learner_id=self.id, **vars(memory)))
        return self

    def writes(self, days_ago: float, **changes: Any) -> "Watched":
        """They write to their counsellor."""
        at = self.now - days_ago * DAY
        key = f"{self.learner.telegram_id}.{at.timestamp():.0f}"
        add(self.store, Message(id=key, learner_id=self.id, text=WRITTEN, at=at, **changes))
        return self

    def _answer(self, item_id: str, at: datetime, right: bool) -> None:
        self.answers += 1
        key, mine = f"{self.learner.telegram_id}.{self.answers}", {"learner_id": self.id}
        graded = {"answer": ANSWER, "grade": "right" if right else "wrong", "correct": right, "at": at, "update_id": 0}
        add(
            self.store,
            Lesson(id=key, plan=[], size=1, started_at=at, ended_at=at, **mine),
            Showing(id=key, lesson_id=key, item_id=item_id, revision=1, order=[], shown_at=at, **mine),
            Attempt(showing_id=key, item_id=item_id, revision=1, **graded, **mine),
        )


def add_watched(store: Store, counsellor: Staff, now: datetime, number: int = 1001, **changes: Any) -> Watched:
    """Keep a learner in a counsellor's caseload who answered no question of consent yet."""
    learner = learner_row(number, **{"organisation_id": counsellor.organisation_id, **changes})
    add(store, learner, Caseload(staff_id=counsellor.id, learner_id=learner.id, since=now))
    return Watched(store, learner, now)


def add_several(store: Store, counsellor: Staff, now: datetime, item_id: str, count: int) -> None:
    """Keep learners who each wrote, and of whom every other one has news and every other one has gone quiet."""
    for number in range(count):
        one = add_watched(store, counsellor, now, 2000 + number, name=f"Learner {number:03}").agrees().writes(1)
        one.learns(item_id, HARD if number % 2 else HARD[:3])
