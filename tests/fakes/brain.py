"""The real brain, loaded once for all tests, and what its actions did."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue import model
from bot.dialogue.loading import load
from bot.dialogue.training import train

VAR = model.ROOT / "var"


@dataclass
class Played:
    """The actions that ran instead of the real ones, and the tracker that each was given."""

    names: list[str] = field(default_factory=list)
    trackers: list[Any] = field(default_factory=list)

    def events(self) -> list[str]:
        """The kinds of event in the tracker of the last action."""
        return [event["event"] for event in self.trackers[-1].events]


def model_dir() -> Path:
    """A folder with a current model: the program's own, if it is, or else one for tests."""
    if model.is_current(VAR / "model"):
        return VAR / "model"
    train(VAR / "tests" / "model")
    return VAR / "tests" / "model"


@cache
def real_brain() -> Any:
    """``RasaBrain`` with the trained model and the real actions, loaded at the first call."""
    brain = load(model_dir())
    # However busy the machine is: here it counts what is read, not how fast.
    brain.patience = 600
    return brain


@pytest.fixture(scope="session")
def brain() -> Any:
    """``RasaBrain`` with the trained model and the real actions."""
    return real_brain()


@contextmanager
def recorded(brain: Any) -> Iterator[Played]:
    """The brain's actions do nothing here but be recorded."""
    actions = brain._agent.action_endpoint.executor.actions
    real, played = dict(actions), Played()
    actions.update({name: _stand_in(name, played) for name in real})
    yield played
    actions.update(real)


def _stand_in(name: str, played: Played) -> Any:
    def run(dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
        played.names.append(name)
        played.trackers.append(tracker)
        return []

    return run
