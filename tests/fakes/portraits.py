"""A learner of whom everything is kept that a counsellor could see, so that a test can say what is not shared."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.journeys import consent
from bot.store import Store
from bot.store.tables import (
    Alert,
    AssignedUnit,
    Attempt,
    Card,
    Caseload,
    CheckIn,
    Consent,
    Learner,
    Lesson,
    Message,
    Mission,
    Showing,
    SkillHeld,
    Staff,
    TipShown,
    WorkWord,
)
from tests.fakes.stores import add, add_learner, staff_row

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAY = timedelta(days=1)

SAID = "shared.instructions.break_type"
"""Typed: who is right can say it."""

FOUND = "construction.gear.helmet"
"""Chosen among others: who is right recognises it."""

HARD = "shared.understanding.again_speak"
CONFIRMED, DONE = "shared.instructions.mission_break", "shared.instructions.mission_where"
TIPS = ("tip.find_job.walk_in", "tip.find_job.too_good", "tip.find_job.walk_in", "tip.work_permit.read_card")
ROOFER = "job.construction.roofer"


def add_els(store: Store, **changes: Any) -> Staff:
    """Els, a counsellor."""
    els = staff_row("els", **changes)
    add(store, els)
    return els


def agrees(store: Store, learner: Learner, *kinds: str, given: bool = True, notice: str = consent.NOTICE) -> None:
    """A learner answers questions of consent."""
    for kind in kinds:
        add(store, Consent(learner_id=learner.id, kind=kind, given=given, notice=notice, at=NOW - 20 * DAY))


def practises(store: Store, learner: Learner, item_id: str, days_ago: float, right: bool = True) -> None:
    """An answer, and the card that is left by it."""
    key, at = f"{item_id[-12:]}{days_ago:g}", NOW - days_ago * DAY
    add(
        store,
        Lesson(id=key, learner_id=learner.id, plan=[], size=1, started_at=at, ended_at=at),
        Showing(
            id=key,
            learner_id=learner.id,
            lesson_id=key,
            item_id=item_id,
            revision=1,
            order=[],
            shown_at=at,
            closed_at=at,
        ),
        Attempt(
            showing_id=key,
            learner_id=learner.id,
            item_id=item_id,
            revision=1,
            answer="een geheim antwoord",
            grade="right" if right else "wrong",
            correct=right,
            at=at,
            update_id=1,
        ),
    )


def remembers(store: Store, learner: Learner, item_id: str, days_ago: float = 1, **changes: Any) -> None:
    """A card that should be recalled for long, unless it is changed."""
    memory = {"state": 2, "step": None, "stability": 100.0, "difficulty": 5.0, **changes}
    last = NOW - days_ago * DAY
    add(store, Card(learner_id=learner.id, item_id=item_id, due_at=NOW + DAY, last_review_at=last, **memory))


def add_amina(store: Store, **changes: Any) -> Learner:
    """Amina, a learner of Els, of whom there is something of everything; she has agreed to keep her record alone."""
    values = {"target_job": ROOFER, "level": "A1", "next_due_at": NOW + DAY, "language": "ar", **changes}
    amina = add_learner(store, **values)
    add(store, Caseload(staff_id="els", learner_id=amina.id, since=NOW - 60 * DAY))
    agrees(store, amina, consent.RECORD)
    practises(store, amina, SAID, 1)
    practises(store, amina, FOUND, 9)
    practises(store, amina, HARD, 2, right=False)
    remembers(store, amina, SAID)
    remembers(store, amina, FOUND, 9)
    remembers(store, amina, HARD, 2, state=1, step=0, stability=0.2)
    add(store, *_at_work(amina), *_beside(amina))
    return amina


def _at_work(amina: Learner) -> list[Mission]:
    when = {"taken_on_at": NOW - 6 * DAY, "done_at": NOW - 4 * DAY}
    made = {"learner_id": amina.id, "revision": 1, **when}
    return [
        Mission(id="m1", item_id=CONFIRMED, state="confirmed", confirmed_at=NOW - 3 * DAY, **made),
        Mission(id="m2", item_id=DONE, state="done", **made),
    ]


def _beside(amina: Learner) -> list[Any]:
    me = {"learner_id": amina.id}
    asked = {"asked_at": NOW - 2 * DAY, "answered_at": NOW - 2 * DAY}
    return [
        SkillHeld(id="k1", skill_id="skill.building.walls", source="card", at=NOW, **me),
        SkillHeld(id="k2", words="Ik hoed schapen.", source="words", at=NOW, **me),
        *(TipShown(tip_id=tip, at=NOW - DAY, **me) for tip in TIPS),
        Message(id="t1", text="Mag ik bellen?", at=NOW - DAY, **me),
        CheckIn(id="c1", mood=4, shared=True, **asked, **me),
        CheckIn(id="c2", mood=1, shared=False, **asked, **me),
        AssignedUnit(unit_id="shared.phone", staff_id="els", at=NOW - 8 * DAY, done_at=NOW - DAY, **me),
        Alert(id="a1", flag="violence", shows="call", shared_with="counsellor", at=NOW - DAY, **me),
        WorkWord(id="w1", text="een woord van haarzelf", at=NOW, state="waiting", **me),
        WorkWord(id="w2", text="de bekisting", meaning="le coffrage", staff_id="els", at=NOW, state="waiting", **me),
    ]
