"""Training that fails: what whoever started it reads."""

from pathlib import Path

import pytest

from bot.dialogue.training import TrainingFailed, train


def test_a_failure_tells_the_exit_code_and_what_was_said_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho No memory left >&2\nexit 3\n")
    python.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(python))
    with pytest.raises(TrainingFailed) as failed:
        train(tmp_path / "model")
    assert str(failed.value) == "Training failed with exit code 3. What Rasa said:\nNo memory left"
