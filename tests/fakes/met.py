"""Learners who meet exercises in lessons, for the quality numbers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from bot.learning.items import Grade
from bot.store import Store
from bot.store.tables import Attempt, Consent, Learner, Lesson, Showing
from tests.fakes.stores import BEGINNING, add, learner_row

HELMET = "construction.gear.helmet"
HEAD, HANDS = "Ik bescherm mijn hoofd", "Ik bescherm mijn handen"
"""Its right option (b), and a wrong one (a)."""

MEET = "construction.gear.meet_helmet"
LATER = BEGINNING + timedelta(days=3)
"""By then the lessons of BEGINNING may be counted."""

_NUMBERS = count()
"""Lessons that begin at the same time are counted in the order of their ids: numbers in these have the same length."""

SECOND = timedelta(seconds=1)
Deed = tuple[str, Grade | None]
"""An item, and how it was answered; None leaves it open."""


def people(store: Store, number: int, language: str = "ar", keeps: bool = True) -> list[Learner]:
    """So many new learners who keep a record, or do not."""
    found = []
    for _ in range(number):
        telegram_id = 7000 + next(_NUMBERS)
        one = learner_row(telegram_id, language=language)
        add(store, one, Consent(learner_id=one.id, kind="record", given=keeps, notice="2026-11", at=BEGINNING))
        found.append(one)
    return found


def lesson(store: Store, who: Learner, *deeds: Deed, at: datetime = BEGINNING, **changes: Any) -> Lesson:
    """A lesson with these deeds, one every 20 seconds; ``skips`` closes what has no answer."""
    name, skips = f"m{next(_NUMBERS):06}", changes.pop("skips", False)
    revision, too_hard = changes.pop("revision", 1), changes.pop("too_hard", False)
    row = Lesson(id=name, learner_id=who.id, **{"plan": [], "size": 1, "started_at": at, "ended_at": at, **changes})
    rows: list[Showing | Attempt] = []
    for place, (item_id, grade) in enumerate(deeds):
        shown_at = at + 20 * place * SECOND
        closed_at = shown_at + 10 * SECOND if grade or skips else None
        key = {"learner_id": who.id, "item_id": item_id, "revision": revision}
        showing = Showing(
            id=f"{name}.{place}",
            lesson_id=name,
            order=[],
            shown_at=shown_at,
            closed_at=closed_at,
            too_hard=too_hard,
            **key,
        )
        rows.append(showing)
        if grade and grade is not Grade.SEEN:
            answer = HEAD if grade is Grade.RIGHT else HANDS if grade is Grade.WRONG else ""
            graded = {"grade": grade.value, "correct": grade.recalled, "answer": answer}
            rows.append(Attempt(showing_id=showing.id, at=closed_at, update_id=1, **graded, **key))
    add(store, row, *rows)
    return row


def helmets(store: Store, grades: Sequence[Grade | None], language: str = "ar", **changes: Any) -> None:
    """Each by somebody else: they meet the helmet."""
    for who, grade in zip(people(store, len(grades), language), grades, strict=True):
        lesson(store, who, (HELMET, grade), **changes)
