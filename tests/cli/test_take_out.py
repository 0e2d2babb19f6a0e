"""werkmaat locales take-out: what staff translated comes into the files, or is told."""

import shutil
from pathlib import Path

import pytest

from bot.i18n.own import digest
from bot.settings import LOCALES
from bot.store import Store, people, translations
from bot.store.translations import Change, Domain
from tests.cli.conftest import NOW, Run

EVENING = 'msgid "command.start"\nmsgstr "'


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copied = Path(shutil.copytree(LOCALES, tmp_path / "locales"))
    monkeypatch.setattr("bot.cli.locales.LOCALES", copied)
    return copied


def write(store: Store, words: str) -> None:
    (lien,) = people.staff(store)
    start = Change(Domain.MESSAGES, "es", "command.start", digest(("Start",)), "en", "Start", (words,), 0)
    translations.save(store, [start], lien.id, NOW)


@pytest.mark.usefixtures("published")
def test_what_differs_is_told_first_and_then_written(run: Run, store: Store, locales: Path) -> None:
    file = locales / "es/LC_MESSAGES/messages.po"
    assert run("locales", "take-out", "--check").stderr == "The files say what the studio says.\n"
    write(store, "Vamos")
    told = run("locales", "take-out", "--check")
    assert (told.exit_code, told.stdout) == (1, "locales/es/LC_MESSAGES/messages.po: 1 entries would be changed\n")
    assert f"{EVENING}Vamos" not in file.read_text(encoding="utf-8")
    assert run("locales", "take-out").stdout == "locales/es/LC_MESSAGES/messages.po: 1 entries changed\n"
    assert f'{EVENING}Vamos"' in file.read_text(encoding="utf-8")
    assert run("locales", "take-out", "--check").exit_code == 0


@pytest.mark.usefixtures("published")
def test_a_file_that_cannot_be_read_is_told_and_none_is_touched(run: Run, store: Store, locales: Path) -> None:
    write(store, "Vamos")
    file = locales / "es/LC_MESSAGES/messages.po"
    file.write_text(file.read_text(encoding="utf-8") + '\nmsgid "x\n', encoding="utf-8")
    result = run("locales", "take-out")
    assert (result.exit_code, "No file was changed." in result.stderr) == (1, True)
