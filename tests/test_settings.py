"""The settings: where they come from, what follows from them, and what is said of a wrong one."""

from pathlib import Path

import pytest

from bot.settings import ROOT, Settings, WrongSettings, load
from bot.settings.loading import variable

NAMES = sorted(variable(name) for name in Settings.model_fields)
WRONG = {
    "WERKMAAT_TELEGRAM_TOKEN": "secret-without-a-number",
    "WERKMAAT_TELEGRAM_API_URL": "api.telegram.org",
    "WERKMAAT_TELEGRAM_WEBHOOK_URL": "ftp://example.org",
    "WERKMAAT_TELEGRAM_WEBHOOK_SECRET": "a secret",
    "WERKMAAT_DATABASE_URL": "mysql://secret@host/name",
    "WERKMAAT_ENROLMENT": "closed",
    "WERKMAAT_REGION": "be-bru",
    "WERKMAAT_SECOND_READER": "perhaps",
    "WERKMAAT_STAFFED_HOURS": "on weekdays",
    "WERKMAAT_SPEECH_COMMAND": "espeak-ng -v {voice} --stdin",
    "WERKMAAT_SPEECH_SPEEDS": "150",
    "WERKMAAT_CONSOLE_HOST": "not a host",
    "WERKMAAT_CONSOLE_PORT": "80a",
    "WERKMAAT_CONSOLE_URL": "example.org",
    "WERKMAAT_SMTP_URL": "http://secret@example.org",
    "WERKMAAT_BOT_PORT": "70000",
    "WERKMAAT_LOG_FORMAT": "xml",
}


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def read(folder: Path, *lines: str) -> Settings:
    file = folder / ".env"
    file.write_text("\n".join(lines))
    return load(file)


@pytest.mark.parametrize("document", [".env.example", "docs/settings.md"])
def test_every_setting_is_documented(document: str) -> None:
    text = (ROOT / document).read_text()
    assert [name for name in NAMES if name not in text] == []


@pytest.mark.parametrize("document", [".env.example", "docs/settings.md"])
def test_no_setting_is_documented_that_does_not_exist(document: str) -> None:
    words = (ROOT / document).read_text().replace("=", " ").replace("`", " ").replace(";", " ").split()
    named = {word.strip("#.,:()") for word in words if word.strip("#").startswith("WERKMAAT_")}
    assert named <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_has_a_help_text(name: str) -> None:
    assert Settings.model_fields[name.removeprefix("WERKMAAT_").lower()].description


@pytest.mark.parametrize(("name", "value"), WRONG.items())
def test_a_wrong_value_is_told_in_one_line(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettings) as caught:
        load(Path("/nowhere/.env"))
    message = str(caught.value)
    assert message.count("\n") == 0
    assert message.startswith(f"{name} has a wrong value: it takes ")
    assert value not in message


def test_a_webhook_needs_its_secret(tmp_path: Path) -> None:
    with pytest.raises(WrongSettings, match=r"^WERKMAAT_TELEGRAM_WEBHOOK_SECRET is missing: it takes 1 to 256"):
        read(tmp_path, "WERKMAAT_TELEGRAM_WEBHOOK_URL=https://example.org/hook")


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKMAAT_ENROLMENT", "open")
    found = read(tmp_path, "WERKMAAT_ENROLMENT=invited", "WERKMAAT_LOG_FORMAT=json")
    assert (found.enrolment, found.log_format) == ("open", "json")


def test_an_empty_value_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKMAAT_TELEGRAM_TOKEN", "")
    found = read(tmp_path, "WERKMAAT_TELEGRAM_TOKEN=1:abc", "WERKMAAT_CONSOLE_PORT= ")
    assert (found.demo, found.console_port) == (True, 8080)


def test_without_a_token_everything_stays_on_this_machine(tmp_path: Path) -> None:
    found = read(
        tmp_path, "WERKMAAT_CONSOLE_HOST=0.0.0.0", "WERKMAAT_CONSOLE_PORT=9000", f"WERKMAAT_DATA_DIR={tmp_path}"
    )
    assert found.demo
    assert found.api_url == "http://127.0.0.1:9000"
    assert found.database == f"sqlite:///{tmp_path}/demo/werkmaat.db"
    assert found.model_folder == tmp_path / "model"


def test_with_a_token_it_is_the_real_thing(tmp_path: Path) -> None:
    found = read(tmp_path, "WERKMAAT_TELEGRAM_TOKEN=1:abc", f"WERKMAAT_DATA_DIR={tmp_path}")
    assert not found.demo
    assert (found.token, found.api_url) == ("1:abc", "https://api.telegram.org")
    assert found.database == f"sqlite:///{tmp_path}/werkmaat.db"


def test_another_api_server_is_used_as_given_also_without_a_token(tmp_path: Path) -> None:
    assert read(tmp_path, "WERKMAAT_TELEGRAM_API_URL=http://localhost:8000/").api_url == "http://localhost:8000"


def test_a_relative_folder_counts_from_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read(tmp_path, "WERKMAAT_DATA_DIR=data").data_dir == ROOT / "data"
