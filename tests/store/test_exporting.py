"""What a learner can take away."""

import json
from random import Random
from typing import Any

import pytest
from sqlalchemy import inspect
from sqlalchemy.orm import InstrumentedAttribute

from bot.store import Store, exporting, people
from bot.store.exporting import export
from bot.store.people import Role
from bot.store.tables import (
    Alert,
    AlertEvent,
    AlertNotice,
    Base,
    Caseload,
    CheckIn,
    Consent,
    Learner,
    Message,
    Mission,
    Placement,
    Recording,
    SkillHeld,
    TipShown,
    WorkWord,
)
from tests.fakes.lives import live
from tests.fakes.stores import BEGINNING, add, add_learner
from tests.store.rows import attempt_row, card_row, later, lesson_row, showing_row

AT = BEGINNING.isoformat()


@pytest.fixture
def document(store: Store) -> dict[str, Any]:
    """What Amina takes away, as it comes back from JSON."""
    amina = add_learner(store, 1001, paused_until=later(90))
    els = people.add_staff(store, "Els", "els@example.org", Role.COUNSELLOR, BEGINNING, Random(1))
    lesson = lesson_row(amina.id, ended_at=later(2))
    first, second = showing_row(lesson, "s1"), showing_row(lesson, "s2", item_id="b", revision=3, shown_at=later(1))
    skipped = showing_row(lesson, "s3", item_id="c", too_hard=True, steps=["1"], shown_at=later(2), closed_at=later(2))
    add(
        store,
        *(lesson, first, second, skipped, attempt_row(first), card_row(amina.id)),
        attempt_row(second, answer="ik weet niet", grade="wrong", correct=False, at=later(1), update_id=2**40),
        Consent(learner_id=amina.id, kind="record", given=True, notice="2026-11", at=BEGINNING),
        Consent(learner_id=amina.id, kind="sharing", given=False, notice="2026-11", at=later(1)),
        TipShown(learner_id=amina.id, tip_id="contract.1", at=BEGINNING),
        Message(id="m2", learner_id=amina.id, staff_id=els.id, text="Dag Amina", at=later(1)),
        Message(id="m1", learner_id=amina.id, text="مرحبا", at=BEGINNING, answered_at=later(1)),
        Mission(id="m1", learner_id=amina.id, item_id="c", revision=2, state="done", taken_on_at=BEGINNING),
        Recording(learner_id=amina.id, item_id="a", showing_id="s1", file_id="V1", seconds=4, at=BEGINNING),
        Placement(
            lesson_id=lesson.id,
            learner_id=amina.id,
            at=BEGINNING,
            ability=1.5,
            error=0.9,
            answers=6,
            misses=1,
            level="A1",
            ended_at=later(1),
        ),
        CheckIn(id="c1", learner_id=amina.id, asked_at=BEGINNING, mood=2, answered_at=later(1), shared=True),
        SkillHeld(id="k1", learner_id=amina.id, skill_id="skill.a.b", source="card", at=BEGINNING),
        SkillHeld(id="k2", learner_id=amina.id, words="خياطة", source="words", at=later(1)),
        WorkWord(id="w1", learner_id=amina.id, text="tang", state="waiting", at=BEGINNING),
        WorkWord(
            id="w2", learner_id=amina.id, staff_id=els.id, text="boor", picture=b"JPEG", state="waiting", at=later(1)
        ),
        Alert(id="a1", learner_id=amina.id, flag="violence", shows="call", at=BEGINNING),
        AlertEvent(alert_id="a1", learner_id=amina.id, what="raised", at=BEGINNING),
        AlertEvent(alert_id="a1", learner_id=amina.id, staff_id=els.id, what="closed", note="gebeld", at=later(1)),
        AlertNotice(alert_id="a1", learner_id=amina.id, staff_id=els.id, at=BEGINNING, how="mail", sent_at=later(1)),
        Caseload(staff_id=els.id, learner_id=amina.id, since=BEGINNING),
    )
    found: dict[str, Any] = json.loads(json.dumps(export(store, 1001)))
    return found


def test_the_document_has_the_parts_that_scripts_rely_on(document: dict[str, Any]) -> None:
    parts = ["profile", "consents", "lessons", "showings", "attempts", "cards", "missions", "placements", "recordings"]
    parts += [
        "tips",
        "check_ins",
        "messages",
        "alerts",
        "skills",
        "work_words",
        "not_understood",
        "voices",
        "steps",
        "groups",
        "hand_overs",
        "doubts",
        "assigned_units",
    ]
    assert list(document) == parts


def test_the_profile_is_complete(document: dict[str, Any]) -> None:
    profile = document["profile"]
    assert (profile["telegram_id"], profile["name"], profile["language"]) == (1001, "Amina", "ar")
    assert (profile["organisation"], profile["team"], profile["counsellors"]) == ("Werkmaat", None, ["Els"])
    assert (profile["created_at"], profile["paused_until"]) == (AT, later(90).isoformat())
    columns = {column.key for column in inspect(Learner).column_attrs}
    assert set(profile) >= columns - {"organisation_id", "team_id"}


def test_a_lesson_is_there_with_what_was_only_seen_in_it(document: dict[str, Any]) -> None:
    [lesson] = document["lessons"]
    assert (lesson["kind"], lesson["to_come"], lesson["started_at"]) == ("lesson", ["b"], AT)
    assert lesson["ended_at"] == later(2).isoformat()
    assert [one["item"] for one in document["showings"]] == ["a", "b", "c"]
    skipped = document["showings"][-1]
    assert (skipped["too_hard"], skipped["steps"], skipped["closed_at"]) == (True, ["1"], later(2).isoformat())
    assert "c" not in {one["item"] for one in document["attempts"]}


def test_a_word_from_work_names_the_files_that_staff_added(document: dict[str, Any]) -> None:
    own, of_staff = document["work_words"]
    assert (own["text"], own["by"], own["picture"], own["sound"]) == ("tang", "learner", False, False)
    assert (of_staff["text"], of_staff["by"], of_staff["picture"], of_staff["sound"]) == ("boor", "staff", True, False)


def test_attempts_come_one_an_answer(document: dict[str, Any]) -> None:
    assert document["attempts"] == [
        {
            "item": "a",
            "revision": 1,
            "answer": "de hamer",
            "grade": "right",
            "correct": True,
            "at": AT,
            "update_id": 1,
        },
        {
            "item": "b",
            "revision": 3,
            "answer": "ik weet niet",
            "grade": "wrong",
            "correct": False,
            "at": later(1).isoformat(),
            "update_id": 2**40,
        },
    ]


def test_all_other_parts_are_there(document: dict[str, Any]) -> None:
    due_at, answered_at = later(60).isoformat(), later(1).isoformat()
    assert document["consents"] == [
        {"kind": "record", "given": True, "notice": "2026-11", "at": AT},
        {"kind": "sharing", "given": False, "notice": "2026-11", "at": answered_at},
    ]
    assert [tuple(card.values()) for card in document["cards"]] == [("a", 2, None, 2.3, 5.0, due_at, AT)]
    assert document["tips"] == [{"tip": "contract.1", "at": AT}]
    assert [(one["from"], one["text"], one["answered_at"]) for one in document["messages"]] == [
        ("learner", "مرحبا", answered_at),
        ("staff", "Dag Amina", None),
    ]
    [mission] = document["missions"]
    assert (mission["item"], mission["revision"], mission["state"], mission["taken_on_at"]) == ("c", 2, "done", AT)
    found = {"ability": 1.5, "error": 0.9, "answers": 6, "misses": 1, "level": "A1"}
    assert document["placements"] == [{"at": AT, **found, "ended_at": answered_at}]
    assert document["recordings"] == [{"item": "a", "voice_file_id": "V1", "seconds": 4, "at": AT}]
    answered = {"asked_at": AT, "mood": 2, "answered_at": answered_at, "shared": True}
    assert document["check_ins"] == [answered]
    assert [tuple(one.values()) for one in document["skills"]] == [
        ("skill.a.b", None, None, "card", AT),
        (None, "خياطة", None, "words", answered_at),
    ]
    [alert] = document["alerts"]
    assert (alert["flag"], alert["shows"], alert["shared_with"], alert["at"]) == ("violence", "call", None, AT)
    assert alert["events"] == [
        {"what": "raised", "by": "learner", "note": None, "at": AT},
        {"what": "closed", "by": "staff", "note": "gebeld", "at": answered_at},
    ]
    assert alert["told"] == [{"how": "mail", "at": AT, "sent_at": answered_at}]


def test_nobody_else_is_in_it(store: Store, document: dict[str, Any]) -> None:
    live(store, 0x5A6B7C8D9E, "kwispelstaart")
    assert json.loads(json.dumps(export(store, 1001))) == document
    theirs = json.dumps(export(store, 0x5A6B7C8D9E))
    assert "Amina" not in theirs
    assert theirs.count("kwispelstaart") > 3


def test_there_is_nothing_of_nobody(store: Store) -> None:
    assert export(store, 1) is None


def test_every_table_about_learners_is_in_it_or_left_out_on_purpose() -> None:
    exported = {"learner", "caseload", "consent", "attempt", "card", "tip_shown", "message"}
    exported |= {"alert", "alert_event", "alert_notice", "check_in"}
    exported |= {"mission", "placement", "recording", "skill", "work_word", "assigned_unit", "not_understood", "voice"}
    exported |= {"doubt", "step_taken", "group_member", "hand_over", "lesson", "showing"}
    # What is sent stands in the chat; an invitation is the counsellor's.
    left_out = {"outbox", "invitation", "spoken_message"}
    about_learners = {table.name for table in Base.metadata.sorted_tables if "learner_id" in table.c} | {"learner"}
    assert about_learners == exported | left_out


def test_every_column_about_learners_is_in_it_or_left_out_on_purpose() -> None:
    # Whose a row is, and what it is of; how a message or a link is sent; files of staff, which are named.
    left_out = {"id", "ref", "said", "link_hash", "link_expires_at", "tries", "error", "not_before", "picture", "sound"}
    for columns in (value for name, value in vars(exporting).items() if name.isupper() and isinstance(value, dict)):
        taken = [column for column in columns.values() if isinstance(column, InstrumentedAttribute)]
        kept = {column.key for column in taken[0].class_.__table__.c}
        missing = kept - {column.key for column in taken} - left_out
        assert {name for name in missing if not name.endswith(("_id", "_by"))} == set()
