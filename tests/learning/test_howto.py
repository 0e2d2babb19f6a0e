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
def true_false(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ItemType]:
    (tmp_path / "true_false.py").write_text(block("python"), "utf-8")
    monkeypatch.setattr(items, "__path__", [*items.__path__, str(tmp_path)])
    item_types.cache_clear()
    yield item_types()["true_false"]
    item_types.cache_clear()
    del sys.modules["bot.learning.items.true_false"]


def test_the_type_of_the_howto_does_what_its_cases_say(true_false: ItemType) -> None:
    for specimen in yaml.load(block("yaml"), yaml.BaseLoader):
        body = specimen["body"]
        assert list(true_false.problems(body)) == []
        for case in specimen["answers"]:
            assert true_false.grade(body, case["answer"]).grade == case["grade"]
        for case in specimen["broken"]:
            problems = [(problem.field, problem.message) for problem in true_false.problems(broken(body, case))]
            assert problems == [*case["problems"].items()]
        assert [part.field for part in true_false.explained(body)] == specimen["explained"]
        assert [shown(line) for line in true_false.question(body, ["yes", "no"]).lines] == specimen["lines"]
