"""Groups on their pages: made, looked at, changed and ended by those who may."""

import re
from html import unescape

import pytest

from bot.store import Store, audit, groups
from bot.store.tables import Group, Staff
from tests.console.desks import Console, Visitor, add_staff
from tests.fakes.stores import HOME, add_learner
from tests.store.groups import add_client, add_elsewhere, add_group, add_members


@pytest.fixture
def els(store: Store) -> Staff:
    return add_staff(store, "els")


@pytest.fixture
def visitor(console: Console, els: Staff) -> Visitor:
    return console.visitor(els)


def noted(store: Store) -> list[tuple[str, str | None]]:
    """What the audit keeps, oldest first."""
    return [(one.what, one.about) for one in reversed(audit.page(store, HOME))]


async def text(visitor: Visitor, path: str) -> str:
    answer = await visitor.get(path)
    assert answer.status_code == 200, answer.text
    return unescape(re.sub(r"\s+", " ", answer.text))


async def test_a_counsellor_makes_a_group_and_puts_learners_into_it(console: Console, els: Staff) -> None:
    store, visitor = console.store, console.visitor(els)
    client = add_client(store, els, 1, name="Amina <b>")
    assert "There is no group yet" in await text(visitor, "/groups")
    made = await visitor.send_form("/groups", name=" Bouw & zorg ")
    (listed,) = groups.all_of(store, els, console.now)
    assert (made.status_code, listed.group.name) == (303, "Bouw & zorg")
    members = f"/groups/{listed.group.id}/members"
    assert made.headers["location"].startswith(members)
    assert "Amina <b>" in await text(visitor, members)
    assert (await visitor.send_form(members, learner=[client.id, "nobody"])).status_code == 303
    assert [one.learner.id for one in groups.members(store, els, listed.group.id, console.now)] == [client.id]
    assert "Bouw & zorg" in await text(visitor, "/groups")
    assert noted(store) == [
        ("group.made", None),
        ("group.members_seen", listed.group.id),
        ("group.joined", listed.group.id),
    ]


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "a\x00b", "a\nb", "a\u202eb"])
async def test_a_name_that_is_none_is_refused(visitor: Visitor, name: str) -> None:
    answer = await visitor.send_form("/groups", name=name)
    assert answer.status_code in (400, 422)
    assert "There is no group yet" in await text(visitor, "/groups")


async def test_somebody_is_taken_out_again(console: Console, els: Staff, visitor: Visitor) -> None:
    group, client = add_group(console.store, els), add_client(console.store, els, 1)
    add_members(console.store, group, client)
    answer = await visitor.send_form(f"/groups/{group.id}/members/{client.id}/remove")
    assert answer.status_code == 303
    assert groups.members(console.store, els, group.id, console.now) == []
    assert noted(console.store) == [("group.left", client.id)]


async def test_a_group_that_would_be_too_large_stays_as_it_is(
    console: Console, els: Staff, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "MOST", 1)
    group, clients = add_group(console.store, els), [add_client(console.store, els, number).id for number in (1, 2)]
    answer = await visitor.send_form(f"/groups/{group.id}/members", learner=clients)
    assert answer.status_code == 422
    assert "Nobody was added" in answer.text


async def test_of_many_learners_one_looks_up_a_name(console: Console, els: Staff, visitor: Visitor) -> None:
    group = add_group(console.store, els)
    for number in range(1, 53):
        add_client(console.store, els, number, name=f"Learner {number:02}")
    page = await text(visitor, f"/groups/{group.id}/members")
    assert ("Learner 50" in page, "Learner 52" in page, "search by name" in page) == (True, False, True)
    assert "Learner 52" in await text(visitor, f"/groups/{group.id}/members?named=52")


async def test_it_gets_another_name_and_leader_and_an_end(console: Console, els: Staff, visitor: Visitor) -> None:
    store, group = console.store, add_group(console.store, els)
    add_staff(store, "omar")
    refused = await visitor.send_form(f"/groups/{group.id}", name="Tuesday", leader="nobody")
    assert refused.status_code == 422
    renamed = await visitor.send_form(f"/groups/{group.id}", name="Tuesday", leader="els")
    assert renamed.headers["location"] == f"/groups/{group.id}?told=saved"
    given_away = await visitor.send_form(f"/groups/{group.id}", name="Tuesday", leader="omar")
    assert given_away.headers["location"] == "/groups?told=saved"
    assert (await visitor.send_form(f"/groups/{group.id}/end")).status_code == 404
    ended = await console.visitor(store_member(store, "omar")).send_form(f"/groups/{group.id}/end")
    assert ended.status_code == 303
    with store.reading() as session:
        kept = session.get_one(Group, group.id)
    assert (kept.name, kept.staff_id, kept.ended_at) == ("Tuesday", "omar", console.now)


def store_member(store: Store, name: str) -> Staff:
    with store.reading() as session:
        return session.get_one(Staff, name)


async def test_nobody_else_sees_or_changes_a_group(console: Console, els: Staff) -> None:
    store, group = console.store, add_group(console.store, els)
    learner = add_client(store, els, 1)
    add_members(store, group, learner)
    add_elsewhere(store)
    strangers = [add_staff(store, "omar"), add_staff(store, "lena", role="lead", organisation_id="elsewhere")]
    for stranger in strangers:
        visitor = console.visitor(stranger)
        for path in ("", "/members", "/write", "/broadcasts/any"):
            assert (await visitor.get(f"/groups/{group.id}{path}")).status_code == 404
        for path in ("", "/end", "/assign", "/members", f"/members/{learner.id}/remove", "/write", "/broadcasts"):
            assert (
                await visitor.send_form(f"/groups/{group.id}{path}", name="Mine", leader=stranger.id)
            ).status_code == 404
    assert noted(store) == []
    with store.reading() as session:
        assert session.get_one(Group, group.id).name == "Monday"


async def test_only_candidates_whom_one_sees_are_offered(console: Console, els: Staff, visitor: Visitor) -> None:
    group = add_group(console.store, els)
    add_learner(console.store, 5, name="Stranger")
    assert "Stranger" not in await text(visitor, f"/groups/{group.id}/members")
