"""The example in docs/add-an-item-type.md works as it stands there."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.learning import items
from bot.learning.items import ItemType, item_types
from tests.learning.specimens import broken
from tests.learning.test_items import shown

HOWTO = (Path(__file__).parents[2] / "docs" / "add-an-item-type.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", HOWTO, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def so_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ItemType]:
    (tmp_path / "so_or_not.py").write_text(block("python"), "utf-8")
    monkeypatch.setattr(items, "__path__", [*items.__path__, str(tmp_path)])
    item_types.cache_clear()
    yield item_types()["so_or_not"]
    item_types.cache_clear()
    del sys.modules["bot.learning.items.so_or_not"]


def test_the_type_of_the_howto_does_what_its_cases_say(so_or_not: ItemType) -> None:
    for specimen in yaml.load(block("yaml"), yaml.BaseLoader):
        body = specimen["body"]
        assert list(so_or_not.problems(body)) == []
        for case in specimen["answers"]:
            assert so_or_not.grade(body, case["answer"]).grade == case["grade"]
        for case in specimen["broken"]:
            problems = [(problem.field, problem.message) for problem in so_or_not.problems(broken(body, case))]
            assert problems == [*case["problems"].items()]
        assert [part.field for part in so_or_not.explained(body)] == specimen["explained"]
        assert [shown(line) for line in so_or_not.question(body, ["yes", "no"]).lines] == specimen["lines"]
