"""An entry by itself is judged as it would be in its file."""

from typing import Any

import pytest

from bot.catalogue.authored import Authored
from bot.catalogue.folder import read_folder
from bot.catalogue.judging import PLACES, Fault, judge
from bot.settings import CONTENT

ENTRIES = {entry.id: entry for entry in read_folder(CONTENT).entries}


def first(kind: str, **changes: Any) -> Authored:
    """The first entry of a kind whose fields have these values."""
    return next(e for e in ENTRIES.values() if e.kind == kind and changes.items() <= e.body.items())


def faults(entry: Authored, **changes: Any) -> list[Fault]:
    """What is found when the fields of an entry read otherwise; those that become None are left out."""
    body = {name: value for name, value in {**entry.body, **changes}.items() if value is not None}
    return [*judge(entry.kind, entry.id, body, "nl").faults]


@pytest.mark.parametrize("kind", PLACES)
def test_every_entry_of_the_course_is_in_order_and_becomes_what_it_is(kind: str) -> None:
    of_kind = [entry for entry in ENTRIES.values() if entry.kind == kind]
    assert of_kind
    for entry in of_kind:
        judged = judge(kind, entry.id, entry.body, entry.written_in)
        assert judged.faults == ()
        assert judged.entry is not None
        assert (judged.entry.body, judged.entry.words) == (entry.body, entry.words)


def test_a_fault_names_the_field_that_it_is_about() -> None:
    item = first("item", type="fill_gap")
    options = {key: {**one, "word": "w" * 31} for key, one in item.body["body"]["options"].items()}
    found = faults(item, body={**item.body["body"], "meaning": "", "options": options, "reson": "x"})
    assert {"meaning", "reson"} <= {fault.field for fault in found}
    assert any(fault.field.startswith("options.") and fault.field.endswith(".word") for fault in found)
    assert all(not fault.message.startswith("`") for fault in found)


@pytest.mark.parametrize(
    ("kind", "changes", "field"),
    [
        ("tip", {"title": "t" * 41}, "title"),
        ("tip", {"check_by": "soon"}, "check_by"),
        ("tip", {"facts": ["no_such"]}, "facts"),
        ("skill", {"say": None}, "say"),
        ("skill_field", {"name": ""}, "name"),
        ("unit", {"can_do": None}, "can_do"),
        ("job", {"units": []}, "units"),
        ("region", {"timezone": "Europe/Gent"}, "timezone"),
        ("image", {"alt": ""}, "alt"),
        ("image", {"file": "../../etc/passwd"}, "file"),
    ],
)
def test_other_kinds_are_judged_too(kind: str, changes: dict[str, Any], field: str) -> None:
    assert {fault.field for fault in faults(first(kind), **changes)} == {field}


def test_a_fault_deep_within_a_region_is_found_there() -> None:
    region = first("region")
    helpline = {**region.body["helplines"][0], "number": ""}
    found = faults(region, helplines=[helpline, *region.body["helplines"][1:]])
    assert [fault.field for fault in found] == ["helplines.0.number"]


def test_what_is_no_kind_that_stands_by_itself_is_refused() -> None:
    with pytest.raises(KeyError):
        judge("announcement", "announcement.fair", {}, "nl")
