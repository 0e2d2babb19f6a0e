"""The speech program as it is called, and everything that it may do instead of speaking."""

import sys
from pathlib import Path

import pytest

from bot.speech import program
from bot.speech.program import Program
from bot.speech.sound import NoSound, Sound
from tests.fakes.speech import said, talker

HELLO = Sound("Goedemorgen", "nl")
FAILS = "import sys; sys.exit('one\\nno such voice\\n')"
HANGS = "import time; time.sleep(60)"


def test_voice_and_speed_are_filled_in_and_the_words_are_input(tmp_path: Path) -> None:
    speaks = talker(tmp_path)
    speaks.render(HELLO, tmp_path / "a.wav")
    speaks.render(Sound("صباح الخير", "fa_AF", slow=True), tmp_path / "b.wav")
    assert said(tmp_path) == ["nl|100|Goedemorgen", "fa|50|صباح الخير"]


@pytest.mark.parametrize("words", ["--version", "$(touch pwned)", "'; touch pwned; '", "{file} {voice}"])
def test_words_are_never_a_command_nor_an_option(words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    talker(tmp_path).render(Sound(words, "nl"), tmp_path / "a.wav")
    assert said(tmp_path) == [f"nl|100|{words}"]
    assert not (tmp_path / "pwned").exists()


def test_a_missing_program_is_told() -> None:
    speaks = Program("no-such-program {file}", "1", "2")
    assert not speaks.is_there()
    with pytest.raises(NoSound, match=r"^no-such-program is not installed$"):
        speaks.render(HELLO, Path("a.wav"))


def test_a_program_that_fails_is_told_with_its_last_line_apart(tmp_path: Path) -> None:
    with pytest.raises(NoSound, match=r"ended with 1$") as caught:
        talker(tmp_path, FAILS).render(HELLO, tmp_path / "a.wav")
    assert caught.value.detail == "no such voice"


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "PATIENCE", 0.3)
    with pytest.raises(NoSound, match=f"^{sys.executable} took longer than 0.3 seconds$"):
        talker(tmp_path, HANGS).render(HELLO, tmp_path / "a.wav")
