"""The console process: pages for staff and, without a token, the simulator beside them."""

import asyncio
import re
from collections.abc import Mapping
from functools import cache, partial
from typing import Any

import httpx

from bot import console, simulator
from bot.catalogue.translating.files import Files
from bot.catalogue.translating.studio import Translating
from bot.journeys.importing import Trials
from bot.journeys.studio.speaking import Speaking
from bot.mail import MailServer
from bot.settings import CONTENT, LOCALES, Settings
from bot.store import Store
from bot.wiring import exchanging, sound, telegram
from bot.wiring.images import pictures
from bot.wiring.metrics import queues_as_text
from bot.wiring.parts import Parts, clock
from bot.wiring.preview import Phones, props
from bot.wiring.serving import App, Receive, Scope, Send, listen, serve

OF_SIMULATOR = re.compile(r"/phone(/.*)?|/bot\d+:.*|/file/bot\d+:.*")

PATIENCE = 2.0
"""Seconds that the bot process has to answer."""


class BotProcess:
    """The bot process, as the console sees it: over HTTP on this machine."""

    def __init__(self, address: str, store: Store) -> None:
        self._address = address
        self._store = store

    async def health(self) -> Mapping[str, bool] | None:
        """What holds there; None when it does not answer."""
        answer = await self._ask("/healthz")
        return answer.json() if answer else None

    async def metrics(self) -> bytes:
        """Its numbers; when it does not answer, those of the queues."""
        answer = await self._ask("/metrics")
        return answer.content if answer else queues_as_text(self._store)

    async def understood(self, chat_id: int) -> list[dict[str, Any]]:
        """What it understood of the last messages of a chat; nothing when it does not answer."""
        answer = await self._ask(f"/understood/{chat_id}")
        return answer.json() if answer and answer.is_success else []

    async def _ask(self, path: str) -> httpx.Response | None:
        async with httpx.AsyncClient(base_url=self._address, timeout=PATIENCE, trust_env=False) as client:
            try:
                return await client.get(path)
            except httpx.HTTPError:
                return None


async def run_console(parts: Parts, stop: asyncio.Event) -> None:
    """Serve the pages until ``stop`` is set. Raises CannotStart."""
    settings = parts.settings
    with listen(settings.console_host, settings.console_port, "WERKMAAT_CONSOLE_PORT") as taken:
        await serve(console_app(parts), taken, stop)


async def run_simulator(settings: Settings, stop: asyncio.Event) -> None:
    """Serve the simulator alone until ``stop`` is set. Raises CannotStart."""
    with listen(settings.console_host, settings.console_port, "WERKMAAT_CONSOLE_PORT") as taken:
        await serve(_simulator(settings), taken, stop)


def console_app(parts: Parts) -> App:
    """The console; with the simulator beside it when there is no token."""
    bot = BotProcess(parts.settings.bot_address, parts.store)
    pages = console.create_app(desk(parts), bot.health, bot.metrics)
    return beside(pages, _simulator(parts.settings, bot.understood)) if parts.settings.demo else pages


def desk(parts: Parts) -> console.Desk:
    """What the pages work with."""
    settings = parts.settings
    # Looking at recordings takes a moment, and nobody may ever ask.
    heard = cache(partial(sound.everything, settings, parts.store))
    translating = Translating(parts.store, parts.courses, Files(LOCALES))
    picture = pictures(CONTENT, parts.store)
    media = exchanging.media(parts.store, parts.courses, picture)
    return console.Desk(
        store=parts.store,
        catalogues=parts.catalogues,
        courses=parts.courses,
        clock=parts.clock,
        random=parts.random,
        url=settings.console_link,
        demo=settings.demo,
        shifts=parts.shifts,
        post=MailServer(settings.smtp_url).send if settings.smtp_url else None,
        fetch_file=lambda file_id: telegram.fetch_file(settings, file_id),
        bot_name=lambda: telegram.name_or_none(settings),
        translating=translating,
        previews=Phones(parts.courses, parts.clock, lambda: props(parts, heard())),
        second_reader=settings.second_reader,
        media=media,
        pack_up=exchanging.packer(media, translating),
        trials=Trials(),
        picture=picture,
        speaking=Speaking(parts.store, parts.courses, translating, heard),
    )


def beside(pages: App, phones: App) -> App:
    """Both applications under one address; the simulator's own paths lead to the simulator."""

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        app = phones if OF_SIMULATOR.fullmatch(scope["path"]) else pages
        await app(scope, receive, send)

    return both


def _simulator(settings: Settings, understood: simulator.Understood | None = None) -> App:
    settings.records.mkdir(mode=0o700, parents=True, exist_ok=True)
    return simulator.create_app(settings.simulator_state, clock, understood=understood)
