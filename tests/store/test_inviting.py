"""Making invitations."""

import re
from datetime import timedelta
from random import SystemRandom

import pytest

from bot.store import Store, inviting, learners, people
from bot.store.inviting import Script
from bot.store.people import Refused, Role
from tests.fakes.stores import BEGINNING, HOME

RANDOM = SystemRandom()


def test_a_code_fits_telegrams_start_link_and_cannot_be_guessed(store: Store) -> None:
    codes = {inviting.invite(store, BEGINNING, RANDOM).code for _ in range(20)}
    assert len(codes) == 20
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22,64}", code) for code in codes)


def test_an_invitation_tells_what_the_counsellor_knows(store: Store) -> None:
    people.add_organisation(store, "Stad Genk", BEGINNING, RANDOM)
    els = people.add_staff(
        store, "Els", "els@example.org", Role.COUNSELLOR, BEGINNING, RANDOM, organisation="Stad Genk"
    )
    made = inviting.invite(
        store,
        BEGINNING,
        RANDOM,
        counsellor="Els@example.org",
        language="ti",
        sector="care",
        script=Script.NONE,
    )
    found = learners.invitation(store, made.code)
    assert found is not None
    assert (found.staff_id, found.organisation_id) == (els.id, els.organisation_id)
    assert (found.language, found.sector, found.script) == ("ti", "care", "none")
    assert (found.created_at, found.expires_at) == (BEGINNING, BEGINNING + timedelta(days=30))
    assert (found.used_at, found.learner_id) == (None, None)


def test_an_invitation_may_know_nothing(store: Store) -> None:
    made = inviting.invite(store, BEGINNING, RANDOM, lasts=timedelta(days=1))
    assert (made.organisation_id, made.staff_id, made.language, made.script) == (HOME, None, None, None)
    assert made.expires_at == BEGINNING + timedelta(days=1)


def test_a_counsellor_who_is_not_there_invites_nobody(store: Store) -> None:
    with pytest.raises(Refused, match=r"Nobody on the staff has the address els@example\.org"):
        inviting.invite(store, BEGINNING, RANDOM, counsellor="els@example.org")
    people.add_staff(store, "Els", "els@example.org", Role.COUNSELLOR, BEGINNING, RANDOM)
    people.disable_staff(store, "els@example.org", BEGINNING)
    with pytest.raises(Refused, match=r"Els \(els@example.org\) is disabled"):
        inviting.invite(store, BEGINNING, RANDOM, counsellor="els@example.org")
