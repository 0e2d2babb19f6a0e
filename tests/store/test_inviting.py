"""Making invitations."""

import re
from datetime import timedelta
from random import SystemRandom

import pytest

from bot.store import Store, inviting, learners, people
from bot.store.inviting import Known, Script
from bot.store.people import Refused, Role
from bot.store.tables import Invitation
from tests.fakes.stores import BEGINNING, HOME, add, add_learner, staff_row

RANDOM = SystemRandom()


def test_a_code_fits_telegrams_start_link_and_cannot_be_guessed(store: Store) -> None:
    codes = {made.code for made in inviting.invite(store, [Known()] * 20, BEGINNING, RANDOM)}
    assert len(codes) == 20
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22,64}", code) for code in codes)


def test_an_invitation_tells_what_the_counsellor_knows(store: Store) -> None:
    people.add_organisation(store, "Stad Genk", BEGINNING, RANDOM)
    els = people.add_staff(
        store, "Els", "els@example.org", Role.COUNSELLOR, BEGINNING, RANDOM, organisation="Stad Genk"
    )
    known = Known("ti", "care", Script.NONE)
    [made] = inviting.invite(store, [known], BEGINNING, RANDOM, staff_id=els.id)
    found = kept(store, made)
    assert (found.staff_id, found.organisation_id) == (els.id, els.organisation_id)
    assert (found.language, found.sector, found.script) == ("ti", "care", "none")
    assert (found.created_at, found.expires_at) == (BEGINNING, BEGINNING + timedelta(days=30))
    assert (found.used_at, found.learner_id) == (None, None)


def test_many_are_made_at_once_each_with_its_own(store: Store) -> None:
    add(store, staff_row("els"))
    each = [Known("ar", "construction", Script.OWN), Known("so"), Known()]
    made = inviting.invite(store, each, BEGINNING, RANDOM, staff_id="els")
    assert [(one.language, one.sector, one.script) for one in (kept(store, one) for one in made)] == [
        ("ar", "construction", "own"),
        ("so", None, None),
        (None, None, None),
    ]


def test_an_invitation_may_know_nothing(store: Store) -> None:
    [made] = inviting.invite(store, [Known()], BEGINNING, RANDOM, lasts=timedelta(days=1))
    assert (made.organisation_id, made.staff_id, made.language, made.script) == (HOME, None, None, None)
    assert made.expires_at == BEGINNING + timedelta(days=1)


def test_a_counsellor_who_is_not_there_invites_nobody(store: Store) -> None:
    with pytest.raises(Refused, match=r"There is no such member of staff"):
        inviting.invite(store, [Known()], BEGINNING, RANDOM, staff_id="els")
    add(store, staff_row("els", disabled_at=BEGINNING), staff_row("cor", role="coordinator"))
    with pytest.raises(Refused, match=r"Els \(els@example.org\) is disabled"):
        inviting.invite(store, [Known()], BEGINNING, RANDOM, staff_id="els")
    with pytest.raises(Refused, match=r"Cor \(cor@example.org\) is no counsellor or lead"):
        inviting.invite(store, [Known()], BEGINNING, RANDOM, staff_id="cor")


def test_a_link_for_a_new_phone_is_of_one_learner_and_lasts_a_day(store: Store) -> None:
    add(store, staff_row("els"))
    amina = add_learner(store)
    made = kept(store, inviting.for_new_phone(store, amina.id, BEGINNING, RANDOM, "els"))
    assert (made.for_learner_id, made.staff_id, made.organisation_id) == (amina.id, "els", HOME)
    assert made.expires_at == BEGINNING + timedelta(hours=24)


def test_of_two_links_for_a_new_phone_the_later_one_works(store: Store) -> None:
    amina, bilal = add_learner(store), add_learner(store, 1002)
    first, of_bilal = (inviting.for_new_phone(store, one.id, BEGINNING, RANDOM) for one in (amina, bilal))
    second = inviting.for_new_phone(store, amina.id, BEGINNING, RANDOM)
    works = [inviting.works(kept(store, one), BEGINNING) for one in (first, of_bilal, second)]
    assert works == [False, True, True]


def test_nobody_gets_a_new_phone_who_is_not_there(store: Store) -> None:
    with pytest.raises(Refused, match="no such learner"):
        inviting.for_new_phone(store, "nobody", BEGINNING, RANDOM)


def kept(store: Store, made: Invitation) -> Invitation:
    """An invitation as it was kept."""
    found = learners.invitation(store, made.code)
    assert found is not None
    return found
