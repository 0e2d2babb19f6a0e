"""werkmaat content export and take-in."""

from pathlib import Path

import pytest

from bot.catalogue.exchange import yamls
from bot.speech.sound import Sound
from bot.store import Store, drafts, studio_recordings
from tests.catalogue.exchange.files import MEET, saved, sheet, workbook, zipped
from tests.cli.conftest import LIEN, Run
from tests.fakes.recordings import recording


@pytest.mark.usefixtures("published")
def test_what_goes_out_comes_in_again(run: Run, store: Store, tmp_path: Path) -> None:
    for name in ("care.xlsx", "care.csv", "care.yml", "care.zip"):
        file = str(tmp_path / name)
        assert run("content", "export", "nl/care/A1", file).exit_code == 0
        result = run("content", "take-in", file, "--by", LIEN)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "0 new, 0 changed" in result.stderr
    assert not drafts.all_of(store)


@pytest.mark.usefixtures("published")
def test_what_is_new_is_told_and_kept(run: Run, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "nieuw.xlsx"
    file.write_bytes(saved(workbook(meet=sheet({**MEET, "id": "care.comfort.meet_new"}))))
    told = run("content", "take-in", str(file), "--by", LIEN, "--dry")
    assert (told.exit_code, told.stdout) == (0, "new care.comfort.meet_new\n")
    assert not drafts.all_of(store)
    assert "Kept 1 drafts." in run("content", "take-in", str(file), "--by", LIEN).stderr
    assert [draft.entry_id for draft in drafts.all_of(store)] == ["care.comfort.meet_new"]


@pytest.mark.usefixtures("published")
def test_what_is_wrong_is_told_with_its_cell(run: Run, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "fout.xlsx"
    file.write_bytes(saved(workbook(meet=sheet({**MEET, "word": "=A1"}))))
    result = run("content", "take-in", str(file), "--by", LIEN)
    assert (result.exit_code, result.stdout) == (1, "meet!F2: This is a formula. Type the words themselves.\n")
    assert run("content", "take-in", str(file), "--by", "nobody@example.org").exit_code == 1
    for words in (("nl/x/A1", str(tmp_path / "x.csv")), ("tips", str(tmp_path / "x.zip"))):
        result = run("content", "export", *words)
        assert result.exit_code == 1
        assert "nl/care/A1" in result.stderr


@pytest.mark.usefixtures("published")
def test_recordings_need_the_word_of_who_speaks(run: Run, store: Store, tmp_path: Path) -> None:
    file, sound = tmp_path / "care.zip", Sound("slecht geslapen", "nl")
    said = {"text": sound.words, "file": "a.webm", "speaker": "Zoë", "licence": "CC0"}
    index = yamls.dumped({"language": "nl", "recordings": [said]}).encode()
    assert run("content", "export", "nl/care/A1", str(tmp_path / "pack.yml")).exit_code == 0
    pack = (tmp_path / "pack.yml").read_bytes()
    file.write_bytes(zipped({"pack.yml": pack, "recordings/nl/index.yml": index, "recordings/nl/a.webm": recording()}))
    result = run("content", "take-in", str(file), "--by", LIEN)
    assert (result.exit_code, "--agreed" in result.stderr) == (1, True)
    assert studio_recordings.digest(store, sound) is None
    assert run("content", "take-in", str(file), "--by", LIEN, "--agreed").exit_code == 0
    assert studio_recordings.digest(store, sound)
