"""The doctor and the files: model, translations, content, disk."""

import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.catalogue.publish import publish
from bot.dialogue import model
from bot.settings import CONTENT, LOCALES, Settings
from bot.store import Store, from_files
from bot.store.entries import Form
from bot.wiring.doctor import Machine, State, files
from tests.fakes.stores import BEGINNING
from tests.wiring.doctor.test_database import says

Usage = namedtuple("Usage", "total used free")

MODELS: dict[str, tuple[Callable[[Path], object], State, str]] = {
    "none": (lambda folder: (folder / model.RECORD).unlink(), State.ATTENTION, "none yet"),
    "another file": (lambda folder: (folder / model.MODEL).write_bytes(b"bad"), State.BROKEN, "not the one"),
    "a record that is none": (lambda folder: (folder / model.RECORD).write_text("{"), State.ATTENTION, "none yet"),
    "a record of another form": (lambda folder: (folder / model.RECORD).write_text("{}"), State.ATTENTION, "none yet"),
    "other data": (lambda folder: record(folder, "0" * 64), State.ATTENTION, "other data"),
    "in order": (lambda folder: None, State.OK, "trained here"),
}


def record(folder: Path, fingerprint: str) -> None:
    noted = model.Record(fingerprint, model.sha256_of(folder / model.MODEL))
    (folder / model.RECORD).write_text(json.dumps(asdict(noted)))


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_ours_and_current_or_not(name: str, tmp_path: Path) -> None:
    break_it, state, words = MODELS[name]
    examined = Machine(Settings(data_dir=tmp_path))
    folder = examined.settings.model_folder
    folder.mkdir()
    (folder / model.MODEL).write_bytes(b"a model")
    record(folder, model.fingerprint(model.ROOT))
    break_it(folder)
    says(files.model(examined), state, words)


DISKS = [(80 * 10**9, State.OK, "80.0 GB free"), (5 * 10**8, State.ATTENTION, "0.5 GB"), (10**7, State.BROKEN, "0.0")]


@pytest.mark.parametrize(("free", "state", "words"), DISKS)
def test_a_disk_has_room_or_not(
    free: int, state: State, words: str, bare: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**12, 0, free) if path.exists() else None)
    says(files.disk(bare), state, words)


@pytest.fixture
def languages(tmp_path: Path) -> Path:
    """English alone, in order."""
    for domain in ("messages", "content", "staff"):
        place = tmp_path / "locales" / "en" / "LC_MESSAGES"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(LOCALES / "en" / "LC_MESSAGES" / f"{domain}.po", place)
    return tmp_path / "locales"


LANGUAGES: dict[str, tuple[Callable[[str], str], State, str]] = {
    "in order": (lambda words: words, State.OK, "1 languages are complete"),
    "a message missing": (lambda words: words.replace('msgid "menu.', 'msgid "menus.', 1), State.ATTENTION, "en/"),
    "no translations at all": (lambda words: "This is no catalogue.\n", State.BROKEN, "cannot be read"),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_translations_are_complete_or_not(name: str, languages: Path) -> None:
    change, state, words = LANGUAGES[name]
    file = languages / "en" / "LC_MESSAGES" / "messages.po"
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    says(files.locales(Machine(Settings(), locales=languages)), state, words)


def test_content_in_order(machine: Machine) -> None:
    says(files.content(machine), State.OK)


def test_nothing_published(bare: Machine, store: Store) -> None:
    url = store.engine.url.render_as_string(hide_password=False)
    empty = Machine(bare.settings.model_copy(update={"database_url": url}))
    says(files.content(empty), State.BROKEN, "nothing is published")
    empty.store.close()


def test_files_that_changed_since(machine: Machine, store: Store) -> None:
    forms = [Form(one.id, one.kind, one.body, one.digest) for one in machine.folder.entries]
    from_files.publish(store, [*forms[2:], replace(forms[0], digest="other"), replace(forms[1], id="old")], BEGINNING)
    says(files.content(machine), State.ATTENTION, "2 changed, 1 gone")
    publish(CONTENT, store, BEGINNING)
    says(files.content(machine), State.OK)


def test_files_that_cannot_be_published(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "content" / "tips").mkdir(parents=True)
    (tmp_path / "content" / "tips" / "broken.yml").write_text("tips: [")
    says(files.content(replace(machine, content=tmp_path / "content")), State.ATTENTION, "content/tips/broken.yml")


@pytest.mark.parametrize(("year", "state"), [(2026, State.OK), (2040, State.ATTENTION)])
def test_facts_are_looked_at_again_or_not(year: int, state: State) -> None:
    says(
        files.facts(Machine(Settings(), clock=lambda: datetime(year, 11, 23, tzinfo=UTC))),
        state,
        "date" if year < 2040 else "first",
    )
