"""werkmaat report: what was not understood, and what learners say about Werkmaat."""

import asyncio
import json
from datetime import date
from pathlib import Path

import httpx
import pytest

from bot import settings, simulator
from bot.store import Store
from bot.store.tables import Message, NotUnderstood, Voice
from bot.telegram.bot import make_bot
from tests.cli.conftest import Run
from tests.fakes.house import VOICE
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.fakes.stores import BEGINNING, add, add_learner


@pytest.mark.usefixtures("published")
def test_what_was_not_understood_is_counted(run: Run, store: Store) -> None:
    amina = add_learner(store, 1001)
    add(
        store,
        NotUnderstood(id="1", language="ar", guessed=["pause"], chosen="pause", at=BEGINNING),
        NotUnderstood(id="2", language="ar", guessed=[], at=BEGINNING, learner_id=amina.id, words="geheimwoord"),
    )
    lines = run("report", "--not-understood").stdout.splitlines()
    assert [line.strip() for line in lines[1:]] == ["ar: zonder voorstel: 1, 0", "ar: pause: 1, 1"]
    assert "geheimwoord" not in run("report").stdout
    assert "ar: pause: 1, 1" in run("report").stdout
    found = json.loads(run("report", "--not-understood", "--json").stdout)
    assert {"language": "ar", "label": "pause", "offered": 1, "chosen": 1} in found["counts"]
    assert found["words"] == [{"language": "ar", "words": "geheimwoord"}]


def test_voices_have_no_name(run: Run, store: Store) -> None:
    amina = add_learner(store, 1001)
    add(
        store,
        Voice(id="1", language="ar", week=date(2026, 11, 2), text="langer\nlezen"),
        Voice(id="2", language="nl", week=date(2026, 11, 9), voice_file_id="V1"),
        Voice(id="3", learner_id=amina.id, language="nl", week=date(2026, 11, 9), text="nog niet"),
        Message(id="m1", learner_id=amina.id, about="problem", text="antwoord?", at=BEGINNING),
    )
    lines = run("report", "--voices").stdout.splitlines()
    assert lines[0] == "2026-11-02  ar  langer lezen"
    assert lines[1] == "2026-11-09  nl  (voice message 2.ogg)"
    assert lines[2].endswith("antwoord?  [werkmaat learner reply m1]")
    assert len(lines) == 3
    found = json.loads(run("report", "--voices", "--json").stdout)
    assert amina.id not in json.dumps(found)
    assert [one["text"] for one in found] == ["langer\nlezen", None, "antwoord?"]
    assert [one["sound"] for one in found] == [None, "2.ogg", None]


async def test_what_was_spoken_can_be_heard(
    run: Run, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina, folder = add_learner(store, 1001), tmp_path / "heard"
    said = {"language": "nl", "week": date(2026, 11, 9)}
    async with served(simulator.create_app(None, lambda: BEGINNING)) as address:
        monkeypatch.setenv("WERKMAAT_TELEGRAM_API_URL", address)
        at_telegram = await _sent(address)
        add(
            store,
            Voice(id="v1", voice_file_id=at_telegram, text="luister", **said),
            Voice(id="v2", voice_file_id="gone", **said),
            Voice(id="v3", voice_file_id=at_telegram, learner_id=amina.id, **said),
            Voice(id="v4", text="geschreven", **said),
            Message(id="m1", learner_id=amina.id, about="problem", voice_file_id=at_telegram, at=BEGINNING),
        )
        result = await asyncio.to_thread(run, "report", "--voices", "--save", str(folder))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "v1.ogg": VOICE.read_bytes(),
        "m1.ogg": VOICE.read_bytes(),
    }
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 4)
    assert "luister (voice message v1.ogg)" in result.stdout
    assert result.stderr.startswith("Telegram does not give v2.ogg.")
    assert "report --voices --save" in run("learner", "reply").stderr


async def _sent(address: str) -> str:
    """A voice message at the simulator. Returns its id there."""
    bot = make_bot(settings.load().token, address)
    await bot.initialize()
    async with httpx.AsyncClient(base_url=address) as client:
        phone = await Handset.new(client, "Amina", "ar")
        await phone.says("/start")
    sent = await bot.send_voice(phone.id, VOICE.read_bytes())
    await bot.shutdown()
    assert sent.voice
    return sent.voice.file_id


def test_sounds_are_of_what_learners_say_alone(run: Run, store: Store, tmp_path: Path) -> None:
    assert run("report", "--save", str(tmp_path)).exit_code == 2


def test_nothing_was_said(run: Run, store: Store) -> None:
    for words in ("--voices", "--not-understood"):
        result = run("report", words)
        assert (result.exit_code, result.stdout) == (0, "")
