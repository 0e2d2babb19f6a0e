"""Training when something changed, and loading no model but our own."""

import sys
from pathlib import Path

import pytest

from bot.dialogue import model, training

TRAINER = """#!/bin/sh
# In the place of Python: its last argument is the file to be trained into.
for last; do :; done
echo "Learning"
echo "Rasa says: $PWD" >&2
{end}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    for name in ("nlu_data/examples/nl", "bot/dialogue/components"):
        (folder / name).mkdir(parents=True)
    (folder / "config.yml").write_text("pipeline: []")
    (folder / "nlu_data/examples/nl/help.yml").write_text("nlu: []")
    return folder


def trains(monkeypatch: pytest.MonkeyPatch, folder: Path, end: str) -> None:
    program = folder / "trainer"
    program.write_text(TRAINER.format(end=end))
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))


def test_trains_only_when_something_changed(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trains(monkeypatch, tmp_path, 'echo model > "$last"')
    stages: list[str] = []
    kept = tmp_path / "model"
    assert training.train(kept, root=root, progress=stages.append)
    assert stages == ["Loading Rasa", "Learning"]
    assert not training.train(kept, root=root)
    assert training.train(kept, root=root, force=True)
    (root / "nlu_data/examples/nl/help.yml").write_text("nlu: [changed]")
    assert not model.is_current(kept, root)
    assert training.train(kept, root=root)
    assert model.own_model(kept).read_text() == "model\n"


def test_a_failed_training_says_why_and_keeps_the_model_of_before(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "model"
    trains(monkeypatch, tmp_path, 'echo model > "$last"')
    training.train(kept, root=root)
    trains(monkeypatch, tmp_path, "exit 1")
    with pytest.raises(training.TrainingFailed, match=f"Rasa says: {root}"):
        training.train(kept, root=root, force=True)
    assert model.own_model(kept).is_file()


def test_a_model_from_elsewhere_is_not_loaded(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "model"
    with pytest.raises(model.NoModel, match="Run `werkmaat train`"):
        model.own_model(kept)
    trains(monkeypatch, tmp_path, 'echo model > "$last"')
    training.train(kept, root=root)
    (kept / model.MODEL).write_text("another")
    with pytest.raises(model.NoModel, match="SHA-256 differs"):
        model.own_model(kept)
