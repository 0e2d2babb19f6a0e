"""The list of learners: looked up, filtered, paged; of who does not share only the name."""

import pytest

from bot.store.learner_list import A_PAGE
from bot.store.tables import Group, GroupMember, Staff
from tests.console.desks import Console, add_staff
from tests.console.pages.learners import noted, read
from tests.fakes.stores import HOME, add
from tests.fakes.watched import DAY, add_watched

ITEM = "construction.site.foreman"


@pytest.fixture
def lien(console: Console) -> Staff:
    """A counsellor of Amina, who shares what she practises, and of Dawit, who does not."""
    lien = add_staff(console.store, "lien")
    console.now += 30 * DAY
    add_watched(console.store, lien, console.now, 1, name="<b>Amina</b>").agrees().practises(ITEM, 3)
    add_watched(console.store, lien, console.now, 2, name="Dawit", language="ti", sector="care").practises(ITEM, 3)
    return lien


async def page(console: Console, member: Staff, query: str = "") -> str:
    answer = await console.visitor(member).get(f"/learners{query}")
    assert answer.status_code == 200
    return read(answer)


async def test_learners_are_listed_with_what_they_share(console: Console, lien: Staff) -> None:
    answer = await console.visitor(lien).get("/learners")
    assert "&lt;b&gt;Amina" in answer.text
    assert "<b>Amina" not in answer.text
    found = read(answer)
    assert "2 learners" in found
    assert "Practised on Nov 28" in found
    assert 'href="/learners/learner1"' in found
    assert ("learners.listed", None) in noted(console.store)


async def test_of_who_does_not_share_only_the_name_is_there(console: Console, lien: Staff) -> None:
    found = await page(console, lien, "?named=dawit")
    assert "Dawit" in found
    assert "Does not share practice" in found
    assert "Practised on" not in found
    assert "Tigrinya" not in found
    assert "Nobody found." in await page(console, lien, "?sector=care")
    assert "Nobody found." in await page(console, lien, "?language=ti")


async def test_groups_stand_above_the_list(console: Console, lien: Staff) -> None:
    theirs = Group(
        id="g2", organisation_id=HOME, name="Elders", staff_id=add_staff(console.store, "karim").id, made_at=console.now
    )
    mine = Group(id="g1", organisation_id=HOME, name="Klas <1>", staff_id=lien.id, made_at=console.now)
    add(console.store, mine, theirs, GroupMember(group_id="g1", learner_id="learner2", since=console.now))
    add(console.store, GroupMember(group_id="g2", learner_id="learner1", since=console.now))
    found = await page(console, lien, "?group=g1")
    assert ("Dawit" in found, "Amina" in found, "Klas <1>" in found) == (True, False, True)
    # A group that they do not lead is none of theirs to ask for.
    assert "2 learners" in await page(console, lien, "?group=g2")


async def test_a_long_list_has_ways_to_its_other_pages(console: Console, lien: Staff) -> None:
    for number in range(A_PAGE):
        add_watched(console.store, lien, console.now, 100 + number, name=f"Zoe {number:03}")
    first = await page(console, lien, "?named=zoe&sort=practised")
    assert 'rel="next"' not in first
    whole = await page(console, lien, "?sort=practised")
    assert "Page 1 of 2" in whole
    assert 'href="/learners?sort=practised&page=2"' in whole
    last = await page(console, lien, "?page=2")
    assert ("Page 2 of 2" in last, 'rel="prev" href="/learners?"' in last) == (True, True)


@pytest.mark.parametrize(
    "query", ["?page=0", "?page=-1", "?page=x", "?page=99999999", "?sort=age", "?page=²", "?language='"]
)
async def test_what_the_address_asks_in_vain_counts_for_nothing(query: str, console: Console, lien: Staff) -> None:
    await page(console, lien, query)


async def test_nobody_sees_the_learners_of_another(console: Console, lien: Staff) -> None:
    found = await page(console, add_staff(console.store, "karim"))
    assert "No learners yet." in found
    assert "Amina" not in found


@pytest.mark.parametrize(("language", "title"), [("nl", "Cursisten"), ("fr", "Apprenants"), ("en", "Learners")])
async def test_it_is_said_in_the_language_of_the_staff(language: str, title: str, console: Console) -> None:
    mia = add_staff(console.store, "mia", language=language)
    add_watched(console.store, mia, console.now).agrees().practises(ITEM, 3)
    found = (await console.visitor(mia).get("/learners?language=ar")).text
    main = found.partition("<main")[2]
    assert f"<h1>{title}</h1>" in main
    assert "console." not in main
    assert "{" not in main
