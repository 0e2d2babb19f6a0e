"""Reading learners, their consents, invitations and counsellors."""

import pytest

from bot.store import Store, learners
from bot.store.tables import Caseload, Consent, Invitation, Organisation, Staff
from tests.fakes.stores import BEGINNING, HOME, add, add_learner
from tests.store.rows import later


def test_a_learner_is_found_by_the_telegram_account(store: Store) -> None:
    amina = add_learner(store, telegram_id=2**40)
    found = learners.by_telegram_id(store, 2**40)
    assert found is not None
    assert (found.id, found.version, found.created_at) == (amina.id, 1, amina.created_at)
    assert learners.by_telegram_id(store, 1) is None


def test_a_learner_is_found_by_id(store: Store) -> None:
    amina = add_learner(store)
    found = learners.by_id(store, amina.id)
    assert found is not None
    assert found.telegram_id == 1001
    assert learners.by_id(store, "nobody") is None


def test_organisations_do_not_see_each_others_learners(store: Store) -> None:
    add(store, Organisation(id="other", name="Elders", created_at=later(1)))
    add_learner(store, 1, created_at=later(2))
    add_learner(store, 2, organisation_id="other")
    add_learner(store, 3, created_at=later(1))
    add_learner(store, 4, enrolled_at=None)
    assert [one.telegram_id for one in learners.everyone(store)] == [2, 3, 1]
    assert [one.telegram_id for one in learners.everyone(store, HOME)] == [3, 1]
    assert learners.count(store) == 3


def test_those_who_are_due_come_longest_waiting_first(store: Store) -> None:
    add_learner(store, 1, next_due_at=later(10))
    add_learner(store, 2, next_due_at=later(5))
    add_learner(store, 3, next_due_at=later(11))
    add_learner(store, 4, next_due_at=None)
    add_learner(store, 5, next_due_at=later(1), blocked_at=BEGINNING)
    assert [one.telegram_id for one in learners.due(store, later(10))] == [2, 1]


def test_the_newest_answer_of_a_kind_is_in_force(store: Store) -> None:
    amina = add_learner(store)

    def answer(kind: str, given: bool) -> None:
        add(store, Consent(learner_id=amina.id, kind=kind, given=given, notice="1", at=BEGINNING))

    assert learners.consent(store, amina.id, "record") is None
    answer("record", True)
    answer("sharing", False)
    assert learners.consent(store, amina.id, "record") is True
    assert learners.consent(store, amina.id, "sharing") is False
    answer("record", False)
    assert learners.consent(store, amina.id, "record") is False


def test_an_invitation_is_found_used_or_not(store: Store) -> None:
    values = {"organisation_id": HOME, "created_at": BEGINNING, "expires_at": later(1)}
    add(store, Invitation(code="abc", **values), Invitation(code="ABC", used_at=BEGINNING, **values))
    found = learners.invitation(store, "ABC")
    assert found is not None
    assert found.used_at == BEGINNING
    assert learners.invitation(store, "x" * 500) is None


def test_the_counsellor_is_the_latest_who_is_still_there(store: Store) -> None:
    amina = add_learner(store)
    assert learners.counsellor(store, amina.id) is None
    for number in (1, 2, 3):
        add(store, member(number), Caseload(staff_id=f"staff{number}", learner_id=amina.id, since=later(number)))
    found = learners.counsellor(store, amina.id)
    assert found is not None
    assert found.id == "staff2"


def member(number: int) -> Staff:
    return Staff(
        id=f"staff{number}",
        organisation_id=HOME,
        name=f"Counsellor {number}",
        email=f"{number}@example.org",
        role="counsellor",
        created_at=BEGINNING,
        disabled_at=later(9) if number == 3 else None,
    )


def test_newcomers_belong_to_the_first_organisation(store: Store) -> None:
    add(store, Organisation(id="later", name="Later", created_at=later(1)))
    assert learners.home_organisation(store).id == HOME


def test_without_any_organisation_the_error_says_what_to_do(store: Store) -> None:
    with store.writing() as session:
        session.delete(learners.home_organisation(store))
    with pytest.raises(LookupError, match="Run: werkmaat db upgrade"):
        learners.home_organisation(store)
