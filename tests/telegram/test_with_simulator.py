"""The whole room against a Bot API server, over HTTP: phones write and tap, the bot hears and answers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest_asyncio
from sqlalchemy import select

from bot.i18n import Catalogues, Text, Verbatim
from bot.journeys.incoming import Incoming, Kind
from bot.journeys.reply import Document, Reply, button
from bot.simulator import create_app
from bot.speech.sound import Sound
from bot.speech.speech import Speech
from bot.store import Store, inbox
from bot.store.tables import InboxRow, Learner
from bot.telegram import Intake, Poller, Sender, Webhook, make_bot, read, set_profile
from bot.telegram.attachments import Media
from tests.fakes import stores
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.fakes.speech import talker
from tests.simulator.world import SAMPLES
from tests.telegram.world import TOKEN, row_of, until

HELM = Sound("Zet uw helm op.", "nl")


def now() -> datetime:
    return datetime.now(UTC)


class World:
    """A running bot without a mind: the test reads the inbox and fills the outbox."""

    def __init__(self, url: str, client: httpx.AsyncClient, store: Store, catalogues: Catalogues, media: Media) -> None:
        self.url, self.client, self.store = url, client, store
        self.bot = make_bot(TOKEN, url)
        self.arrived = asyncio.Event()
        self.intake = Intake(self.bot, store, now, self.arrived.set)
        self.poller = Poller(self.bot, self.intake, now)
        self.sender = Sender(self.bot, store, catalogues, now, media=media)
        self.rows = 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        tasks = [asyncio.create_task(part.run(stop)) for part in (self.poller, self.sender)]
        try:
            yield
        finally:
            stop.set()
            await asyncio.gather(*tasks)

    async def hears(self) -> Incoming:
        """The next update, as a turn would read it."""
        async with asyncio.timeout(10):
            while (row := inbox.next_row(self.store, now())) is None:
                self.arrived.clear()
                await self.arrived.wait()
        with self.store.writing() as session:
            inbox.finish(session, row.id, now())
        return read(row.payload or {})

    def replies(self, chat_id: int, reply: Reply, language: str = "en") -> str:
        """Put a reply into the outbox. Returns its ref."""
        self.rows += 1
        ref = f"r{self.rows}"
        more = {"language": language, "edits": reply.edits, "created_at": now()}
        stores.add(self.store, row_of(ref, reply.as_json(), chat_id, **more))
        self.sender.wake()
        return ref

    async def phone(self, name: str, language: str) -> Handset:
        """A phone that pressed START, and its learner."""
        handset = await Handset.new(self.client, name, language)
        await handset.act("command", command="start")
        assert (await self.hears()).command == "start"
        stores.add_learner(self.store, handset.id)
        return handset


@pytest_asyncio.fixture
async def world(store: Store, catalogues: Catalogues, tmp_path: Path) -> AsyncIterator[World]:
    media = Media(Speech(tmp_path / "sound", talker(tmp_path)).file, lambda _: (SAMPLES / "photo.png").read_bytes())
    async with served(create_app(None, now)) as url, httpx.AsyncClient(base_url=url, trust_env=False) as client:
        await client.post(f"/bot{TOKEN}/getMe")
        built = World(url, client, store, catalogues, media)
        async with built.running():
            yield built


async def shows(phone: Handset, condition: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
    """The messages of a phone, as soon as they are as expected."""
    async with asyncio.timeout(10):
        messages = await phone.messages()
        while not condition(messages):
            messages = await phone.messages()
    return messages


async def test_words_buttons_edits_and_deletions(world: World) -> None:
    phone = await world.phone("Amina", "ar")
    question = Reply(
        lines=((Text("hello", {"name": "Amina"}),), (Verbatim("de helm"),)),
        buttons=((button("yes", "practice", "s1", "yes"), button("no", "practice", "s1", "no")),),
    )
    ref = world.replies(phone.id, question, "ar")
    messages = await shows(phone, lambda shown: len(shown) == 2)
    assert messages[-1]["text"] == "مرحبا \u2068Amina\u2069\n\u2068de helm\u2069"

    await phone.taps("نعم")
    tapped = await world.hears()
    assert tapped.pressed is not None
    assert (tapped.kind, tapped.pressed.choice, tapped.chat_id) == (Kind.BUTTON, "yes", phone.id)

    world.replies(phone.id, Reply(lines=((Text("yes"),),), edits=ref), "ar")
    messages = await shows(phone, lambda shown: shown[-1]["text"] == "نعم")
    assert len(messages) == 2

    world.replies(phone.id, Reply(deletes=True, edits=ref))
    await shows(phone, lambda shown: len([one for one in shown if not one.get("deleted")]) == 1)


async def test_the_menu_sends_its_labels(world: World) -> None:
    phone = await world.phone("Amina", "en")
    world.replies(phone.id, Reply(lines=((Text("yes"),),), menu=True))
    await shows(phone, lambda shown: len(shown) == 2)
    await phone.act("press", text="Practise")
    said = await world.hears()
    assert (said.kind, said.text, said.language_code, said.first_name) == (Kind.TEXT, "Practise", "en", "Amina")


async def test_a_file_arrives(world: World) -> None:
    phone = await world.phone("Amina", "en")
    document = Document("werkmaat.json", '{"name": "Amina"}')
    world.replies(phone.id, Reply(lines=((Text("yes"),),), document=document, menu=True))
    messages = await shows(phone, lambda shown: len(shown) == 2)
    assert "werkmaat.json" in str(messages[-1])


async def test_sound_arrives_is_known_and_its_caption_edited(world: World) -> None:
    phone = await world.phone("Amina", "en")
    question = Reply(lines=((Text("yes"),),), sound=HELM, image="helm")
    world.replies(phone.id, question)
    ref = world.replies(phone.id, question)
    photo, voice, photo_again, voice_again = (await shows(phone, lambda shown: len(shown) == 5))[1:]
    assert (voice["kind"], voice["text"], voice["content"]["mime_type"]) == ("voice", "Yes", "audio/ogg")
    assert voice["content"]["duration"] == 2
    assert (photo["kind"], photo["text"]) == ("photo", "")
    assert (photo_again["content"], voice_again["content"]) == (photo["content"], voice["content"])

    world.replies(phone.id, Reply(lines=((Text("no"),),), sound=HELM, image="helm", edits=ref))
    messages = await shows(phone, lambda shown: shown[-1]["text"] == "No")
    assert len(messages) == 5


async def test_a_long_message_arrives_whole(world: World) -> None:
    phone = await world.phone("Amina", "en")
    world.replies(phone.id, Reply(lines=tuple((Verbatim(f"{number} " + "😀" * 1000),) for number in range(5))))
    messages = await shows(phone, lambda shown: len(shown) == 4)
    assert "\n".join(message["text"] for message in messages[1:]).count("😀") == 5000


async def test_what_people_do_is_heard(world: World) -> None:
    phone = await world.phone("Amina", "en")
    await phone.says("Ik ben ziek")
    await phone.act("edit", text="Ik ben moe")
    await phone.act("block")
    await phone.act("unblock")
    heard = [await world.hears() for _ in range(4)]
    assert [one.kind for one in heard] == [Kind.TEXT, Kind.EDITED, Kind.BLOCKED, Kind.UNBLOCKED]
    assert heard[1].text == "Ik ben moe"


async def test_a_chat_that_blocks_the_bot_is_marked(world: World) -> None:
    phone = await world.phone("Amina", "en")
    await phone.act("block")
    world.replies(phone.id, Reply(lines=((Text("yes"),),)))

    def blocked() -> bool:
        with world.store.reading() as session:
            return session.scalars(select(Learner.blocked_at)).one() is not None

    await until(blocked)


async def test_a_malformed_update_does_not_stop_the_next(world: World) -> None:
    phone = await world.phone("Amina", "en")
    await world.client.post("/phone/api/updates", json={"message": {"text": ["x"]}})
    await phone.says("after")
    assert [(await world.hears()).kind for _ in range(2)] == [Kind.SILENT, Kind.TEXT]
    assert world.poller.healthy()


async def test_a_webhook_takes_over(world: World, store: Store) -> None:
    phone = await world.phone("Amina", "en")
    door = Webhook(world.bot, world.intake, "known only when it is served", "s3cret")
    async with served(door) as address:
        webhook = Webhook(world.bot, world.intake, f"{address}/", "s3cret")
        stop = asyncio.Event()
        running = asyncio.create_task(webhook.run(stop))
        await until(webhook.healthy)
        await phone.says("through the webhook")
        assert (await world.hears()).text == "through the webhook"
        stop.set()
        await running
    assert kept(store) == 2


def kept(store: Store) -> int:
    with store.reading() as session:
        return len(session.scalars(select(InboxRow.id)).all())


async def test_the_profile_is_set_once(world: World, catalogues: Catalogues) -> None:
    await set_profile(world.bot, catalogues)
    answer = await world.client.post(f"/bot{TOKEN}/getMyCommands", json={"language_code": "ar"})
    assert answer.json()["result"][1] == {"command": "practise", "description": "عن practise"}
    answer = await world.client.post(f"/bot{TOKEN}/getMyShortDescription", json={})
    assert answer.json()["result"] == {"short_description": "Dutch for work"}
