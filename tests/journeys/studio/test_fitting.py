"""What keeps drafts from being published: whatever a running bot would miss, or a colleague would not see."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from bot.catalogue.course import Course
from bot.journeys.studio import fitting, publishing
from bot.journeys.studio.publishing import Hindered
from bot.store import Store, drafts, entries, reviewing
from bot.store import publishing as published
from bot.store.drafts import Change
from bot.store.publishing import Deed, NoSuchDraft
from bot.store.reviewing import Said
from bot.store.tables import Draft
from tests.fakes.stores import BEGINNING as NOW
from tests.fakes.stores import add, staff_row
from tests.store.rows import later

UNIT, OTHER = "construction.site", "construction.tools"
FOREMAN = f"{UNIT}.foreman"
DEED = Deed("nadia")

Save = Callable[..., Draft]


@pytest.fixture
def studio(store: Store) -> Store:
    """The course, and two coordinators."""
    add(store, staff_row("nadia", role="coordinator"), staff_row("piet", role="coordinator"))
    return store


def body(store: Store, entry_id: str = FOREMAN) -> dict[str, Any]:
    row = entries.newest(store, entry_id)
    assert row is not None
    return dict(row.body)


def course(store: Store) -> Course:
    return Course.read(store, "be-vlg", NOW.date())


def save(store: Store, entry_id: str, kind: str, new: dict[str, Any] | None) -> Draft:
    there = drafts.of(store, entry_id)
    version = there.version if there else None
    return drafts.save(store, Change(entry_id, kind, new), "nadia", version, NOW, Random(entry_id))


def hindered(store: Store, *looked_at: Draft) -> list[list[str]]:
    found = fitting.look(store, course(store), looked_at, second_reader=False)
    return [[one.name for one in each.hindrances] for each in found]


def publish(store: Store, *these: Draft) -> None:
    found = fitting.look(store, course(store), these, second_reader=False)
    publishing.publish(store, found, DEED, later(1))


def items_of(store: Store, unit: str) -> list[str]:
    return [row.id for row in entries.current(store) if row.kind == "item" and row.body["unit"] == unit]


def retired(store: Store, *entry_ids: str) -> list[Draft]:
    return [save(store, one, body_kind(store, one), None) for one in entry_ids]


def body_kind(store: Store, entry_id: str) -> str:
    row = entries.newest(store, entry_id)
    assert row is not None
    return row.kind


def test_a_picture_that_is_shown_is_not_retired_and_told_with_what(studio: Store) -> None:
    item = next(row for row in entries.current(studio) if row.kind == "item" and row.body["body"].get("image"))
    name = item.body["body"]["image"]
    shown = [
        row.id
        for row in entries.current(studio)
        if name in (row.body.get("image"), row.body.get("body", {}).get("image"))
    ]
    picture = save(studio, f"image.{name}", "image", None)
    (found,) = fitting.look(studio, course(studio), [picture], second_reader=False)
    assert [(one.name, sorted(one.entries)) for one in found.hindrances] == [("shown", sorted(shown))]
    # Together with all that shows it, it may go.
    assert not any(hindered(studio, picture, *retired(studio, *shown)))


def test_a_unit_is_missed_by_items_that_only_their_drafts_move_away(studio: Store) -> None:
    ids = items_of(studio, UNIT)
    moved = [save(studio, one, "item", {**body(studio, one), "unit": OTHER}) for one in ids]
    gone = save(studio, UNIT, "unit", None)
    assert hindered(studio, gone) == [["in_use"]]
    assert hindered(studio, gone, *moved)[0] == []


def test_an_item_needs_its_picture(studio: Store) -> None:
    item = body(studio)
    draft = save(studio, FOREMAN, "item", {**item, "body": {**item["body"], "image": "no_such_picture"}})
    assert hindered(studio, draft) == [["no_picture"]]


def test_a_region_keeps_the_facts_that_tips_tell(studio: Store) -> None:
    tip = next(row for row in entries.current(studio) if row.kind == "tip" and row.body["facts"])
    region_id = f"region.{tip.body['region']}"
    region = body(studio, region_id)
    facts = {name: fact for name, fact in region["facts"].items() if name not in tip.body["facts"]}
    draft = save(studio, region_id, "region", {**region, "facts": facts})
    (found,) = fitting.look(studio, course(studio), [draft], second_reader=False)
    assert [one.name for one in found.hindrances] == ["facts_missed"]
    assert tip.id in found.hindrances[0].entries


def test_nobody_goes_back_to_an_item_without_its_unit(studio: Store) -> None:
    ids = items_of(studio, UNIT)
    publish(studio, *retired(studio, *ids, UNIT))
    with pytest.raises(Hindered):
        publishing.roll_back(studio, course(studio), FOREMAN, 1, DEED, later(2))
    assert FOREMAN not in course(studio).items
    publishing.roll_back(studio, course(studio), UNIT, 1, DEED, later(2))
    publishing.roll_back(studio, course(studio), FOREMAN, 1, DEED, later(2))
    assert FOREMAN in course(studio).items


def test_nobody_goes_back_to_a_region_without_the_facts_of_its_tips(studio: Store) -> None:
    tip = next(row for row in entries.current(studio) if row.kind == "tip" and row.body["facts"])
    region_id = f"region.{tip.body['region']}"
    region = body(studio, region_id)
    names = [*region["facts"]]
    with_more = {**region["facts"], "quite_new": region["facts"][names[0]]}
    publish(studio, save(studio, region_id, "region", {**region, "facts": with_more}))
    new = {**tip.body, "facts": [*tip.body["facts"], "quite_new"], "turn_to": tip.body["turn_to"] + " {quite_new}"}
    publish(studio, save(studio, tip.id, "tip", new))
    with pytest.raises(Hindered):
        publishing.roll_back(studio, course(studio), region_id, 1, DEED, later(2))


def test_what_was_said_of_a_draft_is_not_lost_by_publishing_it(studio: Store) -> None:
    item = body(studio)
    draft = save(studio, FOREMAN, "item", {**item, "body": {**item["body"], "situation": "Wie is de baas?"}})
    looked_at = fitting.look(studio, course(studio), [draft], second_reader=False)
    reviewing.remark(studio, draft.id, Said("", "De ploegbaas is geen baas."), "piet", NOW, Random(1))
    with pytest.raises(NoSuchDraft):
        publishing.publish(studio, looked_at, DEED, later(1))
    assert hindered(studio, draft) == [["remarked"]]
    (said,) = reviewing.remarks(studio, draft.id)
    reviewing.settle(studio, draft.id, said.remark.id, NOW)
    assert hindered(studio, draft) == [[]]
    publishing.publish(studio, looked_at, DEED, later(1))


def test_a_draft_of_what_was_published_anew_meanwhile_is_looked_at_again(studio: Store) -> None:
    item = body(studio)
    mine = {**item, "body": {**item["body"], "situation": "Wie is de baas?"}}
    draft = save(studio, FOREMAN, "item", mine)
    published.roll_back(studio, FOREMAN, 1, DEED, later(1))
    assert hindered(studio, draft) == [["overtaken"]]
    assert hindered(studio, save(studio, FOREMAN, "item", mine)) == [[]]
