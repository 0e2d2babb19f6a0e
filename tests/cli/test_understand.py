"""werkmaat understand: a line in, what is understood of it out."""

import json

import pytest

from bot.dialogue import loading
from bot.journeys.understanding import Understood
from tests.cli.conftest import Run


class Echo:
    """A brain that takes a text of the form ``intent/topic confidence`` at its word."""

    async def read(self, text: str) -> Understood:
        meant, _, confidence = text.partition(" ")
        intent, _, topic = meant.partition("/")
        return Understood(intent or "out_of_scope", topic or None, confidence=float(confidence or 0))

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        raise NotImplementedError


def test_each_line_is_understood_and_blank_ones_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "load", lambda model_dir: Echo())
    result = run("understand", "--lang", "nl", input="ask_tip/contract 0.91234\n\ngreet 0.3\r\n")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "text": "ask_tip/contract 0.91234",
            "intent": "ask_tip",
            "topic": "contract",
            "confidence": 0.9123,
            "flag": None,
        },
        {"text": "", "intent": "out_of_scope", "topic": None, "confidence": 0.0, "flag": None},
        {"text": "greet 0.3", "intent": "out_of_scope", "topic": None, "confidence": 0.3, "flag": None},
    ]


class Deaf(Echo):
    """A brain that understands nothing."""

    async def read(self, text: str) -> Understood:
        return Understood("out_of_scope", confidence=0.0)


def test_danger_is_told_even_when_nothing_is_understood(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "load", lambda model_dir: Deaf())
    assert json.loads(run("understand", input="ik wil dood\n").stdout)["flag"] == "self_harm"


class Alarmed(Deaf):
    """A brain that learned that everything speaks of danger, and knows not what else of it."""

    async def read(self, text: str) -> Understood:
        return Understood("out_of_scope", confidence=0.0, flag="exploitation")


def test_learned_danger_is_told_even_when_nothing_is_understood(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "load", lambda model_dir: Alarmed())
    assert json.loads(run("understand", input="he keeps my card\n").stdout)["flag"] == "exploitation"


def test_without_a_model_it_says_how_to_get_one(run: Run) -> None:
    result = run("understand", input="dag\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "werkmaat train" in result.stderr
