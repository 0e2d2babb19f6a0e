"""The phrases of danger as published: each finds itself, and no harmless sentence is taken for one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.safeguarding.flags import ENDING, GAP, Flag, Phrasebook

FOLDER = Path(__file__).parents[2] / "content" / "safeguarding"
FILES = {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in sorted(FOLDER.glob("*.yml"))}
BOOK = Phrasebook.from_raw(FILES.values())
FILLINGS = ["", " x ", " x x x "]


@pytest.mark.parametrize("language", FILES)
def test_every_phrase_finds_itself_with_its_gaps_filled(language: str) -> None:
    for flag, entries in FILES[language]["flags"].items():
        for entry in entries:
            for filling in FILLINGS:
                text = entry["phrase"].replace(GAP, filling).replace(ENDING, "")
                found = {(phrase.flag.value, phrase.written) for phrase in BOOK.matches(text)}
                assert (flag, entry["phrase"]) in found, f"{language}: {text!r}"


@pytest.mark.parametrize("language", FILES)
def test_no_harmless_sentence_is_taken_for_danger(language: str) -> None:
    def told(sentence: str) -> list[tuple[str, str, str]]:
        return [(sentence, phrase.language, phrase.written) for phrase in BOOK.matches(sentence)]

    assert [match for sentence in FILES[language].get("benign", []) for match in told(sentence)] == []


@pytest.mark.parametrize("language", FILES)
def test_a_file_names_its_language_and_every_flag(language: str) -> None:
    raw: dict[str, Any] = FILES[language]
    assert raw["language"] == language
    assert set(raw["flags"]) == set(Flag)
