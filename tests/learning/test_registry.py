"""A module in bot/learning/items is a type, or its author is told what it lacks."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from bot.learning import items
from bot.learning.items import choose_word, item_types


def test_types_are_found_by_their_modules() -> None:
    assert {"choose_word", "fill_gap", "type_word"} <= set(item_types())


@pytest.mark.parametrize("content", ["", "TYPE = 3", "from bot.learning.items.choose_word import TYPE"])
def test_a_module_without_a_type_of_its_name_is_told(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tell_a_story.py").write_text(content)
    monkeypatch.setattr(items, "__path__", [*items.__path__, str(tmp_path)])
    item_types.cache_clear()
    try:
        with pytest.raises(TypeError, match=r"tell_a_story\.py must end with a TYPE whose name is"):
            item_types()
    finally:
        item_types.cache_clear()
        sys.modules.pop("bot.learning.items.tell_a_story", None)


def test_a_type_is_one_object() -> None:
    assert isinstance(choose_word, ModuleType)
    assert item_types()["choose_word"] is choose_word.TYPE
