"""A group's page: figures that name nobody, and a unit for all of it."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import httpx
import pytest

from bot.store import Store, assigning, audit
from bot.store.tables import Group, Learner, Staff
from tests.console.desks import Console, add_staff
from tests.fakes.statements import statements
from tests.fakes.stores import HOME, outbox_rows
from tests.journeys.practised import an_item, practise, remember, share
from tests.store.groups import add_client, add_group, add_members

NOW = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)


@pytest.fixture
def els(console: Console) -> Staff:
    console.now = NOW
    return add_staff(console.store, "els")


@pytest.fixture
def group(store: Store, els: Staff) -> Group:
    return add_group(store, els)


def join(store: Store, els: Staff, group: Group, number: int, shares: bool = True, **changes: Any) -> Learner:
    learner = add_client(store, els, number, name=f"Learner {number}", **changes)
    add_members(store, group, learner)
    share(store, learner, shares)
    return learner


async def page(console: Console, member: Staff, group: Group) -> str:
    answer = await console.visitor(member).get(f"/groups/{group.id}")
    return said(answer)


def said(answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    return unescape(re.sub(r"\s+", " ", answer.text))


async def test_an_empty_group_leads_to_choosing_who_is_in_it(console: Console, els: Staff, group: Group) -> None:
    found = await page(console, els, group)
    assert "Nobody is in this group yet" in found
    assert f"/groups/{group.id}/members" in found


async def test_figures_are_of_those_who_share_and_have_a_table(console: Console, els: Staff, group: Group) -> None:
    store, item = console.store, an_item(console.desk.courses.current())
    for number in range(1, 7):
        learner = join(store, els, group, number, shares=number < 6)
        practise(store, learner, item, NOW, grade="wrong")
        remember(store, learner, NOW, item)
    found = await page(console, els, group)
    assert "5 learners share what they practise" in found
    assert "1 learner keeps it to themselves" in found
    assert found.count('<svg class="drawn') == 2
    assert "<td>5</td> <td>5 days</td>" in found
    assert "holds for 0 of 5" in found
    assert "5 began it" in found
    assert "Nothing stands out" not in found
    assert [(one.what, one.about) for one in audit.page(store, HOME)] == [("group.seen", group.id)]


async def test_of_four_nothing_hard_is_told(console: Console, els: Staff, group: Group) -> None:
    item = an_item(console.desk.courses.current())
    for number in range(1, 5):
        practise(console.store, join(console.store, els, group, number), item, NOW, grade="wrong")
    assert "Nothing stands out" in await page(console, els, group)


async def test_nobody_is_named_for_sharing_or_not(console: Console, els: Staff, group: Group) -> None:
    store = console.store
    for number in (1, 2):
        join(store, els, group, number, shares=number == 1)
    found = await page(console, els, group)
    one, two = (re.search(rf"(<a[^>]*>)?<bdi>Learner {number}</bdi>(</a>)?", found) for number in (1, 2))
    assert one
    assert two
    assert one[0].replace("1", "2") == two[0]
    assert len(re.findall(r"Learner \d", found)) == 2


async def test_without_anybody_who_shares_there_is_no_figure(console: Console, els: Staff, group: Group) -> None:
    join(console.store, els, group, 1, shares=False)
    found = await page(console, els, group)
    assert "<figure" not in found
    assert "1 learner keeps it to themselves. That is fine." in found


async def test_only_who_may_be_opened_is_linked(console: Console, els: Staff, group: Group) -> None:
    store = console.store
    join(store, els, group, 1)
    handed_over = add_client(store, add_staff(store, "omar"), 2)
    add_members(store, group, handed_over)
    found = await page(console, els, group)
    assert ("/learners/learner1" in found, "/learners/learner2" in found) == (True, False)


async def test_a_unit_is_chosen_for_all_and_each_is_told(console: Console, els: Staff, group: Group) -> None:
    store, unit = console.store, next(iter(console.desk.courses.current().units))
    told = join(store, els, group, 1)
    paused = join(store, els, group, 2, paused_until=NOW + timedelta(days=1))
    had_it = join(store, els, group, 3)
    assigning.assign(store, had_it.id, unit, els.id, NOW, "ref", None)
    answer = await console.visitor(els).send_form(f"/groups/{group.id}/assign", unit=unit)
    found = said(answer)
    assert "1 learner got the unit and was told" in found
    assert "1 learner takes a pause" in found
    assert "1 learner had it already" in found
    assert [row.learner_id for row in outbox_rows(store)] == [told.id]
    assert all(assigning.of(store, learner.id) for learner in (told, paused, had_it))
    again = await console.visitor(els).send_form(f"/groups/{group.id}/assign", unit=unit)
    assert "3 learners had it already" in said(again)
    detail = audit.page(store, HOME)[-1].detail
    assert detail == {"unit": unit, "told": 1, "in_pause": 1, "had_it": 1}


async def test_a_unit_that_is_none_is_refused(console: Console, els: Staff, group: Group) -> None:
    learner = join(console.store, els, group, 1)
    answer = await console.visitor(els).send_form(f"/groups/{group.id}/assign", unit="nothing")
    assert answer.status_code == 422
    assert assigning.of(console.store, learner.id) == []


async def test_names_cannot_bring_markup_along(console: Console, els: Staff) -> None:
    group = add_group(console.store, els, "<script>alert(1)</script>", id="g1")
    add_members(console.store, group, add_client(console.store, els, 1, name="<img src=x onerror=a>"))
    answer = await console.visitor(els).get(f"/groups/{group.id}")
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text


async def test_it_asks_the_same_of_the_database_for_few_and_for_many(
    console: Console, els: Staff, group: Group
) -> None:
    store, item = console.store, an_item(console.desk.courses.current())
    asked = []
    for numbers in (range(1, 3), range(3, 13)):
        for number in numbers:
            practise(store, join(store, els, group, number), item, NOW)
        visitor = console.visitor(els)
        with statements(store) as meanwhile:
            await visitor.get(f"/groups/{group.id}")
        asked.append(sum(one.startswith("SELECT") for one in meanwhile))
    assert asked[0] == asked[1]
