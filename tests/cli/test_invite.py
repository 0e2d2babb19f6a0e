"""werkmaat learner invite and move: a link and a picture of it."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot import simulator
from bot.store import Store, inviting, learners
from tests.cli.conftest import LIEN, NOW, Run
from tests.fakes.served import served
from tests.fakes.stores import add_learner


@pytest.mark.usefixtures("published")
async def test_an_invitation_is_a_link_and_a_picture(
    run: Run, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "code.png"
    words = ("--language", "ar", "--sector", "construction", "--listen", "--counsellor", LIEN)
    async with served(simulator.create_app(None, lambda: NOW)) as address:
        monkeypatch.setenv("WERKMAAT_TELEGRAM_API_URL", address)
        result = await asyncio.to_thread(run, "learner", "invite", *words, "--png", str(picture))
    link, code = result.stdout.strip().split("=")
    kept = learners.invitation(store, code)
    assert link == "https://t.me/werkmaat_1_bot?start"
    assert kept is not None
    assert (kept.language, kept.sector, kept.script) == ("ar", "construction", "none")
    assert kept.expires_at > NOW + inviting.LASTS - timedelta(minutes=1)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "█" in result.stderr


@pytest.mark.parametrize("words", [("--language", "xx"), ("--sector", "xx"), ("--script", "xx")])
@pytest.mark.usefixtures("published")
def test_an_invitation_for_what_is_not_here_is_called_wrongly(words: tuple[str, ...], run: Run) -> None:
    assert run("learner", "invite", *words).exit_code == 2


@pytest.mark.usefixtures("published")
def test_without_a_server_no_invitation_is_made(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKMAAT_TELEGRAM_API_URL", "http://127.0.0.1:1")
    result = run("learner", "invite")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "start the demo with `werkmaat run`" in result.stderr


@pytest.mark.usefixtures("published")
async def test_a_new_phone_gets_a_link_that_lasts_a_day(
    run: Run, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina, picture = add_learner(store), tmp_path / "code.png"
    async with served(simulator.create_app(None, lambda: NOW)) as address:
        monkeypatch.setenv("WERKMAAT_TELEGRAM_API_URL", address)
        words = ("learner", "move", "--telegram-id", "1001", "--json", "--png", str(picture))
        result = await asyncio.to_thread(run, *words)
    shown = json.loads(result.stdout)
    kept = learners.invitation(store, shown["code"])
    assert kept is not None
    assert (kept.for_learner_id, kept.expires_at.isoformat()) == (amina.id, shown["expires_at"])
    assert kept.expires_at < NOW + timedelta(hours=25)
    assert shown["link"] == f"https://t.me/werkmaat_1_bot?start={shown['code']}"
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.usefixtures("published")
def test_nobody_gets_a_new_phone_who_is_not_there(run: Run) -> None:
    result = run("learner", "move", "--telegram-id", "77")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no learner with the Telegram account 77" in result.stderr
