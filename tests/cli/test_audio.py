"""werkmaat audio build: what it makes, keeps and prunes, and what it says of what cannot be made."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app, audio
from tests.catalogue.conftest import course
from tests.fakes.speech import said, talker

__all__ = ["course"]

WITHOUT_VOICE = "import sys; sys.exit('The specified voice does not exist.')"


@pytest.fixture(autouse=True)
def house(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo with its own data, the small course, and a speech program."""
    monkeypatch.setattr("bot.settings.loading.ENV_FILE", tmp_path / ".env")
    monkeypatch.setattr(audio, "CONTENT", course / "content")
    monkeypatch.setattr(audio, "LOCALES", course / "locales")
    monkeypatch.setattr("bot.wiring.logs.set_up", lambda _: None)
    monkeypatch.setenv("WERKMAAT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("WERKMAAT_SPEECH_COMMAND", talker(tmp_path).command)


def build(*words: str) -> Result:
    return CliRunner().invoke(app, ["audio", "build", *words])


def test_it_makes_what_is_missing_and_keeps_the_rest(tmp_path: Path) -> None:
    first, again = build("--json"), build()
    told = json.loads(first.stdout)
    # To know whether a language has a voice, one message of it is said before.
    made = told["made"] + told["kept"]
    assert told["kept"] == 3
    assert (first.exit_code, first.stderr) == (0, "")
    assert made == len([*(tmp_path / "data" / "sound").iterdir()]) == len(set(said(tmp_path))) > 10
    assert "nl|150|Goedemorgen, Els!" in said(tmp_path)
    assert "nl|95|Goedemorgen, Els!" in said(tmp_path)
    assert again.stdout.splitlines() == ["made      0", f"kept      {made}", "recorded  0", "pruned    0"]


def test_pruning_leaves_what_is_needed(tmp_path: Path) -> None:
    build()
    stray = tmp_path / "data" / "sound" / "0123.ogg"
    stray.write_bytes(b"old")
    assert json.loads(build("--json").stdout)["pruned"] == 0
    pruned = json.loads(build("--prune", "--json").stdout)
    assert (pruned["pruned"], pruned["made"]) == (1, 0)
    assert not stray.exists()


def test_what_cannot_be_made_is_counted_by_reason(tmp_path: Path) -> None:
    talker(tmp_path, WITHOUT_VOICE)
    result = build("--languages", "nl", "--json")
    (failed,) = json.loads(result.stdout)["failed"]
    assert result.exit_code == 1
    assert failed["language"] == "nl"
    assert failed["reason"].endswith("ended with 1 (The specified voice does not exist.)")
    assert "docs/record-sound.md" in result.stderr


def test_a_missing_program_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKMAAT_SPEECH_COMMAND", "no-such-program {file}")
    result = build()
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].endswith("in nl: no-such-program is not installed")
    assert result.stderr.count("\n") == 1
    assert "apt-get install no-such-program" in result.stderr


def test_a_language_that_nobody_learns_is_told() -> None:
    result = build("--languages", "nl,xx")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "There is nothing to say in xx. There is: nl, ar, en\n"


@pytest.mark.parametrize(("program", "line"), [("", "Sound: "), ("no-such-program {file}", "without sound")])
def test_beside_a_running_bot_it_is_nice_and_only_logs(
    program: str, line: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.cli.audio")
    nice: list[int] = []
    monkeypatch.setattr(os, "nice", nice.append)
    if program:
        monkeypatch.setenv("WERKMAAT_SPEECH_COMMAND", program)
    result = build("--aside")
    assert (result.exit_code, result.stdout, nice) == (0, "", [19])
    assert [line in message for message in caplog.messages] == [True]
