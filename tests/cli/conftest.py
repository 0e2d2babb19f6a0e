"""What the commands' tests share: a demo with its own data, in which they are typed."""

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.store import Store, people
from bot.store.migrating import upgrade
from bot.store.tables import Message
from tests.fakes.stores import add, add_learner

NOW = datetime.now(UTC)
LIEN = "lien@example.org"

Run = Callable[..., Result]


@pytest.fixture
def logs_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logs_as_before: None) -> Run:
    """Types a command, in a demo with its own data."""
    monkeypatch.setattr("bot.settings.loading.ENV_FILE", tmp_path / ".env")
    monkeypatch.setenv("WERKMAAT_DATA_DIR", str(tmp_path))
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "LOG_FORMAT"):
        monkeypatch.setenv(f"WERKMAAT_{name}", "")

    def typed(*words: str, input: str | None = None) -> Result:  # noqa: A002 - as the runner calls it
        return CliRunner().invoke(app, words, input=input)

    return typed


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Iterator[Store]:
    """The store that the commands use, up to date, with a counsellor."""
    (tmp_path / "demo").mkdir()
    opened = Store(f"sqlite:///{tmp_path}/demo/werkmaat.db")
    upgrade(opened, NOW)
    people.add_staff(opened, "Lien", LIEN, people.Role.COUNSELLOR, NOW, Random(1))
    yield opened
    opened.close()


@pytest.fixture
def published(run: Run, store: Store) -> None:
    assert run("content", "import").exit_code == 0


def write(store: Store, **changes: Any) -> Message:
    learner = add_learner(store, **changes)
    message = Message(id="m1", learner_id=learner.id, text="Wanneer?", at=NOW - timedelta(days=3))
    add(store, message)
    return message
