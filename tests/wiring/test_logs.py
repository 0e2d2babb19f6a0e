"""Log lines say what happened and where, and never a word of a learner."""

import json
import logging
import sys

import pytest

from bot.wiring.logs import AsJson, AsText, WithoutWords

WORDS = "ik wil dood"


def record() -> logging.LogRecord:
    try:
        raise ValueError(WORDS)
    except ValueError:
        return logging.LogRecord("bot.store", logging.ERROR, __file__, 1, "Row %s failed", (7,), sys.exc_info())


@pytest.mark.parametrize("form", [AsText(), AsJson()])
def test_an_exception_is_told_without_its_words(form: WithoutWords) -> None:
    line = form.format(record())
    assert WORDS not in line
    assert "ValueError (test_logs.py:" in line
    assert "\n" not in line


def test_a_line_for_programs_is_one_json_object() -> None:
    line = json.loads(AsJson().format(record()))
    assert (line["level"], line["from"], line["message"]) == ("error", "bot.store", "Row 7 failed")
    assert line["at"].endswith("Z")


def test_a_line_for_people_names_the_room() -> None:
    assert " ERROR   bot.store: Row 7 failed: ValueError (" in AsText().format(record())
