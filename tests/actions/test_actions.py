"""Each action calls one use case, with what was understood."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import create_autospec

import pytest

import actions
from actions.base import JourneyAction
from actions.fallback import ActionFallback
from bot.dialogue.model import ROOT
from bot.journeys.turn import deciding
from bot.journeys.understanding import Understood


def action_classes() -> Iterator[type[JourneyAction]]:
    for module in pkgutil.iter_modules(actions.__path__):
        members = vars(importlib.import_module(f"actions.{module.name}")).values()
        yield from (
            one
            for one in members
            if inspect.isclass(one) and issubclass(one, JourneyAction) and not inspect.isabstract(one)
        )


ACTIONS = {action().name(): action for action in action_classes()}


class Stub:
    failure: Exception | None = None


class Message:
    latest_message: dict[str, Any] = {  # noqa: RUF012
        "intent": {"name": "answer", "confidence": 0.9},
        "entities": [{"entity": "choice", "value": "b"}, {"entity": "topic", "value": "contract"}],
    }


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Any, ...]]]:
    """Calls of the journeys' functions, which do nothing here but check how they are called."""
    made: list[tuple[str, tuple[Any, ...]]] = []
    for module in _journeys():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                spec = create_autospec(function, side_effect=lambda *given, name=name: made.append((name, given)))
                monkeypatch.setattr(module, name, spec)
    return made


def _journeys() -> Iterator[ModuleType]:
    for action in ACTIONS.values():
        yield from (value for value in vars(inspect.getmodule(action)).values() if inspect.ismodule(value))


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_an_action_calls_one_use_case(action: type[JourneyAction], calls: list[tuple[str, tuple[Any, ...]]]) -> None:
    turn: Any = Stub()
    action().act(turn, Understood("affirm", "contract", {"asked": "q1", "argument": "c", "flag": "f", "media": "m"}))
    assert len(calls) == 1
    assert calls[0][1][0] is turn


def test_a_typed_yes_is_a_choice_and_a_button_goes_first(calls: list[tuple[str, tuple[Any, ...]]]) -> None:
    turn: Any = Stub()
    action = ACTIONS["action_delete_answer"]()
    action.act(turn, Understood("deny"))
    action.act(turn, Understood("answer", entities={"asked": "q1", "choice": "erase"}))
    assert [given[1:] for _, given in calls] == [(None, "no"), ("q1", "erase")]


def test_the_actions_are_those_of_the_domain() -> None:
    lines = [line for file in _domain() for line in file.read_text().splitlines()]
    assert set(ACTIONS) == {line.removeprefix("- ") for line in lines if line.startswith("- action_")}


def _domain() -> list[Path]:
    return sorted((ROOT / "nlu_data/domain").glob("*.yml"))


async def test_what_was_heard_comes_from_the_tracker(calls: list[tuple[str, tuple[Any, ...]]]) -> None:
    turn, tracker, nothing = _any(Stub()), _any(Message()), _any(None)
    with deciding(turn):
        assert await ACTIONS["action_tip_ask"]().run(nothing, tracker, {}) == []
        assert await ACTIONS["action_tip_answer"]().run(nothing, tracker, {}) == []
    assert [given[1:] for _, given in calls] == [("contract",), ("b",)]
    assert turn.failure is None


async def test_a_failure_is_noted_in_the_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    error = ValueError("what was typed")
    monkeypatch.setattr("bot.journeys.help.show", create_autospec(lambda turn: None, side_effect=error))
    turn = _any(Stub())
    with deciding(turn):
        assert await ACTIONS["action_help_show"]().run(_any(None), _any(Message()), {}) == []
    assert turn.failure is error


async def test_the_fallback_takes_the_message_back(calls: list[tuple[str, tuple[Any, ...]]]) -> None:
    with deciding(_any(Stub())):
        events = await ActionFallback().run(_any(None), _any(Message()), {})
    assert [event["event"] for event in events] == ["rewind"]
    assert [name for name, _ in calls] == ["not_understood"]


def _any(value: Any) -> Any:
    return value
