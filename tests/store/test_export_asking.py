"""A counsellor asks once for a consent: kept as a no until it is answered, and told in the same transaction."""

from typing import Any

import pytest

from bot.store import Store, export_asking, learners
from bot.store.export_asking import Question
from bot.store.tables import Consent
from tests.fakes.stores import BEGINNING, add, add_learner, outbox_rows
from tests.store.rows import later

AMINA = "learner1001"


def question(ref: str = "r1") -> Question:
    return Question("sharing", "export", "2026-11", ref, {"lines": []})


def answered(store: Store, kind: str, given: bool) -> None:
    add(store, Consent(learner_id=AMINA, kind=kind, given=given, notice="2026-11", at=BEGINNING))


def test_it_is_put_once_and_counts_as_a_no(store: Store) -> None:
    before = add_learner(store).version
    answered(store, "sharing", True)
    assert export_asking.may_ask(store, AMINA, "sharing", "export")
    assert export_asking.ask(store, AMINA, question(), later(1))
    assert not export_asking.ask(store, AMINA, question("r2"), later(2))
    assert not export_asking.may_ask(store, AMINA, "sharing", "export")
    assert learners.consent(store, AMINA, "export") is False
    assert [(row.ref, row.kind, row.learner_id) for row in outbox_rows(store)] == [("r1", "reply", AMINA)]
    after = learners.by_id(store, AMINA)
    assert after
    assert after.version == before + 1


REFUSED: dict[str, tuple[dict[str, Any], list[tuple[str, bool]]]] = {
    "never asked to share": ({}, []),
    "shares nothing": ({}, [("sharing", False)]),
    "shares no more": ({}, [("sharing", True), ("sharing", False)]),
    "said no before": ({}, [("sharing", True), ("export", False)]),
    "said yes before": ({}, [("sharing", True), ("export", True)]),
    "blocked the bot": ({"blocked_at": BEGINNING}, [("sharing", True)]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_not_put_to_who(store: Store, name: str) -> None:
    changes, answers = REFUSED[name]
    add_learner(store, **changes)
    for kind, given in answers:
        answered(store, kind, given)
    assert not export_asking.ask(store, AMINA, question(), later(1))
    assert outbox_rows(store) == []


def test_nobody_is_asked_nothing(store: Store) -> None:
    assert not export_asking.ask(store, "nobody", question(), BEGINNING)


def test_the_question_is_known_again_by_its_ref_and_its_learner(store: Store) -> None:
    add_learner(store)
    add_learner(store, 1002)
    answered(store, "sharing", True)
    export_asking.ask(store, AMINA, question(), later(1))
    assert export_asking.was_asked(store, AMINA, "r1")
    assert not export_asking.was_asked(store, AMINA, "r2")
    assert not export_asking.was_asked(store, "learner1002", "r1")
