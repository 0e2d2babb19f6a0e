"""The phrases of danger as published: each finds itself, and no harmless sentence is taken for one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.safeguarding.flags import Flag
from bot.safeguarding.phrasebook import Phrasebook
from bot.safeguarding.phrases import ENDING, GAP, LIST, Reader

FOLDER = Path(__file__).parents[2] / "content" / "safeguarding"
FILES = {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in sorted(FOLDER.glob("*.yml"))}
BOOK = Phrasebook.from_raw(FILES.values())
FILLINGS = ["", " x ", " x x x "]


def said(written: str, filling: str, lists: dict[str, list[str]]) -> str:
    """A phrase as somebody may say it: the first way of each list, something in the gaps."""
    chosen = LIST.sub(lambda named: lists[named[1]][0], written)
    return chosen.replace(GAP, filling).replace(ENDING, "")


@pytest.mark.parametrize("language", FILES)
def test_every_phrase_finds_itself_with_its_gaps_filled(language: str) -> None:
    raw = FILES[language]
    lists = raw.get("words", {})
    for flag, entries in raw["flags"].items():
        for entry in entries:
            alone = Phrasebook(
                [Reader(language, lists).phrase(flag, entry["phrase"], whole=entry.get("whole") == "yes")]
            )
            for filling in FILLINGS:
                text = said(entry["phrase"], filling, lists)
                assert alone.find(text) == flag, f"{language}: {text!r}"


@pytest.mark.parametrize("language", FILES)
def test_every_way_of_a_list_is_searched_for(language: str) -> None:
    for name, ways in FILES[language].get("words", {}).items():
        alone = Phrasebook([Reader(language, {name: ways}).phrase("violence", f"<{name}>")])
        assert [way for way in ways if not alone.find(way.replace(ENDING, ""))] == []


@pytest.mark.parametrize("language", FILES)
def test_a_plain_phrase_is_not_taken_back_by_a_harmless_one(language: str) -> None:
    raw = FILES[language]
    phrases = [(flag, entry["phrase"]) for flag, entries in raw["flags"].items() for entry in entries]
    texts = [(flag, said(phrase, " ", raw.get("words", {}))) for flag, phrase in phrases]
    assert [text for flag, text in texts if not BOOK.find(text)] == []


@pytest.mark.parametrize("language", FILES)
def test_no_harmless_sentence_is_taken_for_danger(language: str) -> None:
    def told(sentence: str) -> list[tuple[str, str, str]]:
        return [(sentence, one.phrase.language, one.phrase.written) for one in BOOK.matches(sentence)]

    assert [match for sentence in FILES[language].get("benign", []) for match in told(sentence)] == []


@pytest.mark.parametrize("language", FILES)
def test_a_file_names_its_language_and_every_flag(language: str) -> None:
    raw: dict[str, Any] = FILES[language]
    assert raw["language"] == language
    assert set(raw["flags"]) == set(Flag)
