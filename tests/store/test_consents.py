"""Who agreed to what, of many at once: the newest answer counts, each kind by itself."""

import pytest

from bot.store import Store, consents, learners
from bot.store.tables import Consent
from tests.fakes.stores import BEGINNING, add, add_learner

ANSWERS = {
    "never asked": ([], False),
    "yes": ([("sharing", True)], True),
    "no": ([("sharing", False)], False),
    "taken back": ([("sharing", True), ("sharing", False)], False),
    "given anew": ([("sharing", True), ("sharing", False), ("sharing", True)], True),
    "another kind": ([("skills", True)], False),
    "another kind refused later": ([("sharing", True), ("skills", False)], True),
}


def answer(store: Store, number: int, *answers: tuple[str, bool]) -> str:
    """A learner who answered questions of consent, in this order. Returns their id."""
    learner = add_learner(store, number)
    add(store, *(Consent(learner_id=learner.id, kind=k, given=g, notice="test", at=BEGINNING) for k, g in answers))
    return learner.id


@pytest.mark.parametrize("case", ANSWERS)
def test_the_newest_answer_to_a_question_counts(store: Store, case: str) -> None:
    given, agreed = ANSWERS[case]
    learner_id = answer(store, 1, *given)
    assert consents.who_agreed(store, [learner_id], "sharing") == ({learner_id} if agreed else set())
    assert bool(learners.consent(store, learner_id, "sharing")) is agreed


def test_only_those_who_are_asked_about_are_told(store: Store) -> None:
    one, _two, three = (answer(store, number, ("sharing", True)) for number in (1, 2, 3))
    four = answer(store, 4, ("sharing", False))
    assert consents.who_agreed(store, [one, three, four, "nobody"], "sharing") == {one, three}
    assert consents.who_agreed(store, [], "sharing") == set()


def test_of_one_learner_every_answer_in_force_is_told(store: Store) -> None:
    learner_id = answer(store, 1, ("sharing", True), ("skills", True), ("sharing", False))
    answer(store, 2, ("moods", True))
    found = consents.in_force(store, learner_id)
    assert {kind: one.given for kind, one in found.items()} == {"sharing": False, "skills": True}
