"""Review: what waits for whom, and what was said."""

from random import Random

import pytest

from bot.store import Store, drafts, reviewing
from bot.store.drafts import Change, Overtaken, State
from bot.store.reviewing import Said, Waiting
from bot.store.tables import Draft, Organisation, Staff
from tests.fakes.stores import BEGINNING, HOME, add, staff_row
from tests.store.rows import later

ITEM = "construction.gear.gloves"


@pytest.fixture
def people(store: Store) -> dict[str, Staff]:
    """Three coordinators and others."""
    add(store, Organisation(id="elsewhere", name="Elsewhere", created_at=BEGINNING))
    rows = [staff_row(name, role="coordinator") for name in ("nadia", "piet", "ines")]
    rows += [staff_row("lien"), staff_row("gone", role="coordinator", disabled_at=BEGINNING)]
    rows.append(staff_row("far", role="coordinator", organisation_id="elsewhere"))
    add(store, *rows)
    return {row.id: row for row in rows}


def save(store: Store, entry_id: str = ITEM, version: int | None = None) -> Draft:
    change = Change(entry_id, "item", {"body": {"situation": "Koude handen"}})
    return drafts.save(store, change, "nadia", version, BEGINNING, Random(entry_id))


def ids(found: Waiting) -> list[str]:
    return [label.entry_id for _, label in found.shown]


def test_readers_are_the_other_coordinators_of_the_organisation(store: Store, people: dict[str, Staff]) -> None:
    assert [one.id for one in reviewing.readers(store, people["nadia"])] == ["ines", "piet"]
    assert people["nadia"].organisation_id == HOME


def test_a_draft_waits_for_its_reader_or_for_anybody_else(store: Store, people: dict[str, Staff]) -> None:
    one, other = save(store), save(store, "other")
    reviewing.hand_over(store, one.id, 1, "piet")
    reviewing.hand_over(store, other.id, 1, None)
    waits = {name: ids(reviewing.to_read(store, people[name], 9)) for name in ("nadia", "piet", "ines")}
    assert {name: sorted(found) for name, found in waits.items()} == {
        "nadia": [],
        "piet": sorted([ITEM, "other"]),
        "ines": ["other"],
    }
    assert reviewing.to_read(store, people["piet"], 1).count == 2
    assert len(reviewing.to_read(store, people["piet"], 1).shown) == 1


def test_what_was_approved_waits_to_be_published(store: Store, people: dict[str, Staff]) -> None:
    draft = save(store)
    assert not reviewing.approve(store, draft.id, 1, "nadia")
    assert reviewing.approve(store, draft.id, 1, "piet")
    found = drafts.of(store, ITEM)
    assert found is not None
    assert (found.state, found.reader_id) == (State.APPROVED, "piet")
    assert ids(reviewing.approved(store, 9)) == [ITEM]


def test_what_was_sent_back_waits_for_who_wrote_it_until_it_is_settled(store: Store, people: dict[str, Staff]) -> None:
    draft = save(store)
    reviewing.hand_over(store, draft.id, 1, "piet")
    reviewing.send_back(store, draft.id, 1, Said("situation", "Zeg waar"), "piet", later(1), Random(2))
    assert ids(reviewing.sent_back(store, people["nadia"], 9)) == [ITEM]
    assert ids(reviewing.sent_back(store, people["piet"], 9)) == []
    (one,) = reviewing.remarks(store, draft.id)
    assert (one.name, one.remark.text) == ("Piet", "Zeg waar")
    assert not reviewing.settle(store, "another", one.remark.id, later(2))
    assert reviewing.settle(store, draft.id, one.remark.id, later(2))
    assert ids(reviewing.sent_back(store, people["nadia"], 9)) == []


@pytest.mark.parametrize("version", [0, 2])
def test_a_draft_that_reads_otherwise_is_not_judged(version: int, store: Store, people: dict[str, Staff]) -> None:
    draft, said = save(store), Said("", "Nee")
    for deed in (
        lambda: reviewing.hand_over(store, draft.id, version, None),
        lambda: reviewing.approve(store, draft.id, version, "piet"),
        lambda: reviewing.send_back(store, draft.id, version, said, "piet", later(1), Random(1)),
        lambda: reviewing.remark(store, "nowhere", said, "piet", later(1), Random(1)),
    ):
        with pytest.raises(Overtaken):
            deed()
    assert reviewing.remarks(store, draft.id) == []
    assert ids(reviewing.mine(store, people["nadia"], 9)) == [ITEM]


def test_remarks_go_with_their_draft(store: Store, people: dict[str, Staff]) -> None:
    draft = save(store)
    reviewing.remark(store, draft.id, Said("", "Goed"), "piet", later(1), Random(1))
    drafts.throw_away(store, draft.id, 1)
    assert reviewing.remarks(store, draft.id) == []
    assert people
