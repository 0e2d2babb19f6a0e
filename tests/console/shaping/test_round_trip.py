"""What an entry holds comes back from its form unchanged: so the description of its fields is whole."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.catalogue import kinds
from bot.catalogue.judging import judge
from bot.learning.items import item_types
from tests.console.shaping.browser import fields, page, sent
from tests.fakes.course import course_forms
from tests.learning.specimens import specimens

CASES = [(name, case["body"]) for name in item_types() for case in specimens(name)]
CAPTIONS = ("id", "type")


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_every_entry_of_the_course_comes_back_from_its_form(kind: str) -> None:
    entries = [entry for entry in course_forms() if entry.kind == kind]
    assert entries
    for entry in entries:
        found = sent(kind, entry.body, fields(page(kind, entry.body)))
        judged = judge(kind, entry.id, found.body, "nl")
        assert not judged.faults
        assert judged.entry
        assert judged.entry.digest == entry.digest, entry.id


@pytest.mark.parametrize(("name", "written"), CASES)
def test_every_specimen_of_an_item_type_comes_back_from_its_form(name: str, written: Mapping[str, Any]) -> None:
    fielded = {field: value for field, value in written.items() if field not in CAPTIONS}
    body = {"type": name, "unit": "care.food", "body": fielded}
    assert sent("item", body, fields(page("item", body))).body == body
