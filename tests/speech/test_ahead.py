"""Making sounds ahead: what is there is kept, what fails is counted, what nobody needs goes."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.speech.ahead import Outcome, build, prune
from bot.speech.sound import Sound
from bot.speech.speech import Speech
from tests.fakes.speech import said, talker

ONE, TWO, NOBODY = Sound("een", "nl"), Sound("twee", "nl", slow=True), Sound("drie", "zz")


@pytest.fixture
def speech(tmp_path: Path) -> Speech:
    return Speech(tmp_path / "sound", talker(tmp_path))


def test_it_makes_what_is_missing_and_counts_what_became_of_each(speech: Speech, tmp_path: Path) -> None:
    recorded = speech.file(ONE).rename(tmp_path / "an.ogg")
    with_person = replace(speech, recordings={ONE: recorded})
    steps: list[None] = []

    first = build(with_person, [ONE, TWO, NOBODY], 2, lambda: steps.append(None))
    again = build(with_person, [ONE, TWO], 2)

    assert first.heard == {Outcome.RECORDED: 1, Outcome.MADE: 1}
    assert [(language, count) for (language, _), count in first.failed.items()] == [("zz", 1)]
    assert next(iter(first.failed))[1].endswith("ended with 1 (There is no voice zz.)")
    assert again.heard == {Outcome.RECORDED: 1, Outcome.KEPT: 1}
    assert len(steps) == 3
    assert sorted(said(tmp_path)) == ["nl|100|een", "nl|50|twee", "zz|100|drie"]


def test_pruning_removes_what_no_text_needs_and_what_was_cut_off(speech: Speech) -> None:
    assert prune(speech, [ONE]) == 0
    needed, other = speech.file(ONE), speech.file(TWO)
    (speech.folder / "tmpabc").mkdir()
    (speech.folder / "tmpabc" / "said.wav").write_bytes(b"RIFF")

    assert prune(speech, [ONE]) == 2

    assert [*speech.folder.iterdir()] == [needed]
    assert not other.exists()
