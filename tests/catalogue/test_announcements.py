"""The words of an announcement, as an administrator writes them."""

from pathlib import Path

import pytest

from bot.catalogue.announcements import LONGEST, read_words
from bot.catalogue.problems import BrokenContent

LANGUAGES = ("nl", "en", "ar")

GOOD = """
nl: |
  Vrijdag gesloten.

  Tot maandag: 9:00!
en: "We are closed: see you on Monday"
"""

BROKEN = {
    "empty": ("nl:\n", "is empty"),
    "no file of texts": ("- nl\n", "should hold named fields"),
    "nothing": ("", "is empty"),
    "language": ("nl: Dag\nnd: Dag\n", "`nd` is no own language: use nl, en, ar"),
    "long": (f"nl: {'😀' * (LONGEST // 2 + 1)}\n", f"has {LONGEST + 2} characters: at most {LONGEST} fit"),
    "placeholder": ("nl: Dag {name}\n", "has {name}: nothing is filled in"),
    "list": ("nl: [Dag]\n", "should be text"),
    "twice": ("nl: Dag\nnl: Hoi\n", "twice"),
    "yaml": ("nl: Let op: bel\n", "look for a colon"),
}


def write(folder: Path, text: str) -> Path:
    path = folder / "closed.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_in_each_language_is_read_as_it_is_written(tmp_path: Path) -> None:
    found = read_words(write(tmp_path, GOOD), LANGUAGES)
    assert found == {
        "nl": "Vrijdag gesloten.\n\nTot maandag: 9:00!",
        "en": "We are closed: see you on Monday",
    }


@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BrokenContent) as caught:
        read_words(write(tmp_path, text), LANGUAGES)
    assert [str(one) for one in caught.value.problems if told in one.message]
    assert all(str(one).startswith("closed.yml:") for one in caught.value.problems)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BrokenContent) as caught:
        read_words(write(tmp_path, "nl: Dag {name}\nen:\nxx: Hi\n"), LANGUAGES)
    assert [one.line for one in caught.value.problems] == [1, 2, 3]
