"""What survives a restart of the simulator."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from telegram import Bot

from bot.simulator import create_app
from bot.simulator.errors import StateFileProblem
from bot.simulator.records import Phone, State
from bot.simulator.storage import StateFile
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.simulator.test_sending import KEYS, YES_NO
from tests.simulator.world import SAMPLES, Clock, called_bot, plain_client


@asynccontextmanager
async def simulator(state_file: Path, clock: Clock) -> AsyncIterator[tuple[Bot, httpx.AsyncClient]]:
    async with (
        served(create_app(state_file, clock)) as url,
        plain_client(url) as client,
        called_bot(url) as bot,
    ):
        yield bot, client


async def test_everything_goes_on_after_a_restart(tmp_path: Path, clock: Clock) -> None:
    state_file = tmp_path / "demo" / "simulator.json"
    async with simulator(state_file, clock) as (bot, client):
        phone = await Handset.new(client, "Selam", "ti")
        await phone.says("ሰላም 👋")
        await bot.set_my_name("Workmate")
        await bot.set_my_commands([("start", "Begin")], language_code="ti")
        asked = await bot.send_message(phone.id, "Klaar?", reply_markup=YES_NO)
        await bot.send_message(phone.id, "Kies", reply_markup=KEYS, disable_notification=True)
        photo = await bot.send_photo(phone.id, (SAMPLES / "photo.png").read_bytes())
        (waiting,) = await bot.get_updates()
        tapped = await phone.taps("Yes")
        before = await phone.messages(), await phone.chat()

    async with simulator(state_file, clock) as (bot, client):
        again = Handset(client, phone.phone)
        assert (await again.messages(), await again.chat()) == before
        assert await bot.answer_callback_query(tapped["query"])
        assert await bot.edit_message_text("Klaar!", phone.id, asked.message_id)
        file = await bot.get_file(photo.photo[-1].file_id)
        assert await file.download_as_bytearray() == (SAMPLES / "photo.png").read_bytes()

        await again.says("more")
        text, tap, more = await bot.get_updates()
        assert [text.update_id, tap.update_id, more.update_id] == [waiting.update_id + step for step in range(3)]
        assert more.message is not None
        assert more.message.message_id == photo.message_id + 1
        assert (await Handset.new(client, "Next")).id == phone.id + 1


async def test_a_webhook_goes_on_too(tmp_path: Path, clock: Clock) -> None:
    state_file = tmp_path / "simulator.json"
    async with simulator(state_file, clock) as (bot, _):
        await bot.set_webhook("http://127.0.0.1:9/hook", secret_token="s", allowed_updates=["message"])

    async with simulator(state_file, clock) as (bot, _):
        info = await bot.get_webhook_info()
        assert (info.url, info.allowed_updates) == ("http://127.0.0.1:9/hook", ("message",))


def test_a_state_is_replaced_as_a_whole(tmp_path: Path) -> None:
    state_file = StateFile(tmp_path / "simulator.json")
    state_file.save(State(phones={1: Phone(1, "Amina", "ar")}))
    with pytest.raises(TypeError):
        state_file.save(State(phones={1: Phone(1, "Amina", object())}))  # type: ignore[arg-type]

    assert state_file.load().phones == {1: Phone(1, "Amina", "ar")}


@pytest.mark.parametrize("content", ["{", "[]", '{"bots": {"x": {}}}', '{"phones": {"1": {"id": 1}}}'])
def test_a_broken_state_file_says_what_to_do(tmp_path: Path, clock: Clock, content: str) -> None:
    state_file = tmp_path / "simulator.json"
    state_file.write_text(content)

    with pytest.raises(StateFileProblem, match=r"simulator.json is not a state file .* move it away"):
        create_app(state_file, clock)
