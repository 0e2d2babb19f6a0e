"""The list of learners: who is in it, found, sorted and paged, and what is kept back of who does not share."""

from typing import Any

import pytest

from bot.journeys import consent
from bot.store import Store
from bot.store.learner_list import A_PAGE, Choices, LearnerList, Sort, Wish
from bot.store.tables import Group, GroupMember, Staff, Team
from tests.fakes.stores import BEGINNING, HOME, add, staff_row
from tests.fakes.watched import DAY, add_watched

NOW = BEGINNING + 30 * DAY
ITEM = "construction.site.foreman"


@pytest.fixture
def lien(store: Store) -> Staff:
    """A counsellor of four learners, of whom Dawit shares nothing and Bo has not begun."""
    lien, karim = staff_row("lien"), staff_row("karim")
    add(store, lien, karim, Team(id="t1", organisation_id=HOME, name="Onthaal"))
    add_watched(store, lien, NOW, 1, name="amina", team_id="t1").agrees().practises(ITEM, 5, 9)
    add_watched(store, lien, NOW, 2, name="Bo", language="uk", sector="care").agrees()
    add_watched(store, lien, NOW, 3, name="Cem", language="tr", sector=None).agrees().practises(ITEM, 2)
    add_watched(store, lien, NOW, 4, name="Dawit", language="ti", sector="care").practises(ITEM, 1)
    add_watched(store, karim, NOW, 5, name="Elif").agrees()
    group = Group(id="g1", organisation_id=HOME, name="Klas", staff_id="lien", made_at=NOW)
    add(store, group, GroupMember(group_id="g1", learner_id="learner4", since=NOW))
    return lien


def names(store: Store, member: Staff, **wish: Any) -> list[str | None]:
    with store.reading() as session:
        theirs = LearnerList(session, member, NOW, consent.SHARING)
        found = theirs.page(Wish(**wish))
        assert theirs.count(Wish(**wish)) >= len(found)
    return [one.name for one in found]


def test_the_list_is_in_the_order_of_names(store: Store, lien: Staff) -> None:
    assert names(store, lien) == ["amina", "Bo", "Cem", "Dawit"]


def test_who_practised_last_comes_first_and_who_does_not_share_last(store: Store, lien: Staff) -> None:
    assert names(store, lien, sort=Sort.PRACTISED) == ["Cem", "amina", "Bo", "Dawit"]


def test_of_who_does_not_share_there_is_the_name_alone(store: Store, lien: Staff) -> None:
    with store.reading() as session:
        found = LearnerList(session, lien, NOW, consent.SHARING).page(Wish())
    told = {one.name: (one.shares, one.language, one.sector, one.practised_at) for one in found}
    assert told["amina"] == (True, "ar", "construction", NOW - 5 * DAY)
    assert told["Bo"] == (True, "uk", "care", None)
    assert told["Dawit"] == (False, None, None, None)


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({"named": "MIN"}, ["amina"]),
        ({"named": "dawit"}, ["Dawit"]),
        ({"named": "%"}, []),
        ({"language": "uk"}, ["Bo"]),
        ({"language": "ti"}, []),
        ({"sector": "care"}, ["Bo"]),
        ({"team": "t1"}, ["amina"]),
        ({"group": "g1"}, ["Dawit"]),
        ({"group": "g1", "language": "uk"}, []),
        ({"page": 2}, []),
    ],
)
def test_what_is_looked_for_is_found(wish: dict[str, Any], found: list[str], store: Store, lien: Staff) -> None:
    assert names(store, lien, **wish) == found


def test_only_what_is_shared_can_be_filtered_by(store: Store, lien: Staff) -> None:
    with store.reading() as session:
        choices = LearnerList(session, lien, NOW, consent.SHARING).choices()
    assert choices == Choices(("ar", "tr", "uk"), ("care", "construction"), (("t1", "Onthaal"),))


@pytest.mark.parametrize(("role", "count"), [("lead", 5), ("counsellor", 0), ("administrator", 0)])
def test_everybody_sees_their_own(role: str, count: int, store: Store, lien: Staff) -> None:
    assert len(names(store, staff_row("ines", role=role))) == count


def test_a_long_list_has_pages(store: Store, lien: Staff) -> None:
    for number in range(A_PAGE):
        add_watched(store, lien, NOW, 100 + number, name=f"Zoe {number:03}")
    assert names(store, lien)[:5] == ["amina", "Bo", "Cem", "Dawit", "Zoe 000"]
    assert names(store, lien, page=2) == [f"Zoe {number:03}" for number in range(A_PAGE - 4, A_PAGE)]
