"""/studio and its lists: what waits for whom, packs with their counts, and entries page by page."""

import re
from datetime import timedelta
from random import Random

import pytest

from bot.catalogue import kinds
from bot.learning.items import item_types
from bot.store import drafts, entries, planning, reviewing
from bot.store.drafts import Change
from bot.store.publishing import Deed
from bot.store.reviewing import Said
from bot.store.shelves import A_PAGE
from tests.console.desks import Console, Visitor, catalogues
from tests.console.pages.learners import read
from tests.console.pages.studio import FOREMAN, UNIT, changed, coordinator, written


async def test_all_there_is_stands_by_sector_and_level(console: Console) -> None:
    found = read(await console.visitor(coordinator(console)).get("/studio"))
    assert 'href="/studio/entries?pack=nl/construction/A1"' in found
    for kind in ("tip", "skill", "region", "job"):
        assert f'href="/studio/entries?kind={kind}"' in found
    assert "Nothing waits for you." in found


async def test_the_regions_own_target_language_stands_first(console: Console) -> None:
    found = read(await console.visitor(coordinator(console)).get("/studio"))
    assert re.findall(r"<h3><bdi>([^<]*)</bdi></h3>", found) == ["Dutch", "Bulgarian"]


async def test_what_waits_is_told_to_whom_it_waits_for(console: Console) -> None:
    nadia, piet, store = coordinator(console), coordinator(console, "piet"), console.store
    draft = written(console, nadia, situation="Wie is de baas?")
    hers, his = console.visitor(nadia), console.visitor(piet)
    assert "Your drafts" in read(await hers.get("/studio"))
    assert "For you to read" not in read(await his.get("/studio"))
    reviewing.hand_over(store, draft.id, draft.version, piet.id)
    assert "For you to read" not in read(await hers.get("/studio"))
    assert "For you to read" in read(await his.get("/studio"))
    said = Said("situation", "Too short")
    reviewing.send_back(store, draft.id, draft.version, said, piet.id, console.now, Random(1))
    assert "Sent back with a remark" in read(await hers.get("/studio"))
    reviewing.approve(store, draft.id, draft.version, piet.id)
    assert "Approved, ready to be published" in read(await his.get("/studio"))


async def test_what_is_planned_stands_there_until_it_is_seen(console: Console) -> None:
    nadia, store = coordinator(console), console.store
    draft = written(console, nadia, situation="Wie is de baas?")
    at = console.now + timedelta(hours=3)
    planned = planning.plan(store, [FOREMAN], {draft.id: 1}, Deed(nadia.id, "For Monday"), at, Random(1))
    visitor = console.visitor(nadia)
    found = read(await visitor.get("/studio"))
    assert ("For Monday" in found, "12:00" in found) == (True, True)
    planning.fail(store, planned.id, "changed", console.now)
    assert "This was not published: a draft was changed meanwhile" in read(await visitor.get("/studio"))
    assert (await visitor.send_form(f"/studio/planned/{planned.id}/cancel")).status_code == 303
    assert "For Monday" not in read(await visitor.get("/studio"))
    assert (await visitor.send_form(f"/studio/planned/{planned.id}/cancel")).status_code == 404


async def links(visitor: Visitor, address: str) -> list[str]:
    """The entries of a page of the list."""
    page = read(await visitor.get(address))
    return re.findall(r'<h2><a href="/studio/entries/([^"]+)"', page)


async def test_a_list_goes_on_page_by_page_in_the_authors_order(console: Console) -> None:
    visitor = console.visitor(coordinator(console))
    wanted = [row.id for row in entries.current(console.store) if row.kind == "item"]
    address, found = "/studio/entries?kind=item", []
    while address:
        page = await visitor.get(address)
        found += re.findall(r'<h2><a href="/studio/entries/([^"]+)"', page.text)
        onward = re.search(r'rel="next" href="([^"]+)"', page.text)
        address = onward[1].replace("&amp;", "&") if onward else ""
    assert found == wanted
    assert len(wanted) > A_PAGE


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        (f"unit={UNIT}", True),
        ("pack=nl/construction/A1", True),
        ("pack=nl/care/A1", False),
        ("q=PLOEGBAAS+site", True),
        ("q=foreman", True),
        ("q=nowhere", False),
        ("state=draft", True),
        ("state=retired", False),
        ("kind=tip", False),
        ("after=nothing&unit=" + UNIT, True),
    ],
)
async def test_a_list_is_narrowed(asked: str, there: bool, console: Console) -> None:
    nadia = coordinator(console)
    written(console, nadia, situation="Wie is de baas?")
    found = await links(console.visitor(nadia), f"/studio/entries?{asked}")
    assert (FOREMAN in found) is there


async def test_what_is_new_stands_in_lists_before_it_is_published(console: Console) -> None:
    nadia, new = coordinator(console), f"{UNIT}.new"
    change = Change(new, "item", changed(console.store, situation="Iets nieuws"))
    drafts.save(console.store, change, nadia.id, None, console.now, Random(1))
    visitor = console.visitor(nadia)
    assert await links(visitor, "/studio/entries?state=draft") == [new]
    draft = drafts.of(console.store, new)
    assert draft is not None
    drafts.throw_away(console.store, draft.id, draft.version)
    assert await links(visitor, "/studio/entries?state=draft") == []


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("path", ["/studio", "/studio/entries?kind=item", "/studio/entries?pack=nl/care/A1"])
async def test_every_word_is_there(path: str, language: str, console: Console) -> None:
    main = (await console.visitor(coordinator(console, language=language)).get(path)).text.partition("<main")[2]
    assert "console." not in main


def test_every_kind_and_type_has_a_name() -> None:
    for name in (*(f"kind.{kind}" for kind in kinds.KINDS), *(f"type.{name}" for name in item_types())):
        assert catalogues().has(f"console.studio.{name}")
