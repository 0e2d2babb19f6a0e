"""A browser without a network: it asks the console for pages, and reads them to the end."""

import asyncio
from dataclasses import dataclass
from functools import cache
from random import Random, SystemRandom
from typing import Any

from starlette.applications import Starlette

from bot.catalogue.course import Courses
from bot.catalogue.exchange.media import NO_MEDIA
from bot.catalogue.translating.files import Files
from bot.catalogue.translating.studio import Translating
from bot.console import Desk, create_app
from bot.console.visit import cookie_name
from bot.i18n import Catalogues
from bot.journeys.importing import Trials
from bot.journeys.studio.speaking import Speaking
from bot.settings import LOCALES
from bot.store import Store, staff_sessions
from bot.store.tables import Staff
from bot.telegram.attachments import TEXT_ALONE
from bot.wiring.preview import Phones
from bot.wiring.preview.stage import Props
from tests.console.desks import SPEECHLESS
from tests.fakes.course import REGION
from tests.fakes.house import MONDAY_NOON

HOST = "console"


class NotAnswered(Exception):
    """A page did not come: then its time says nothing."""


@dataclass(frozen=True)
class Answer:
    """What came: the status of HTTP, and how many bytes. None of it was kept."""

    status: int
    size: int


@dataclass(frozen=True)
class Pages:
    """The console as in service, on a store; its clock stands still, so that it is the same day for everybody."""

    desk: Desk
    app: Starlette


def console_on(store: Store) -> Pages:
    """The console on this store."""
    courses = Courses(store, REGION, lambda: MONDAY_NOON)
    translating = Translating(store, courses, Files(LOCALES))
    desk = Desk(
        store=store,
        catalogues=catalogues(),
        courses=courses,
        clock=lambda: MONDAY_NOON,
        random=Random(1),
        url=f"http://{HOST}",
        demo=False,
        shifts=(),
        post=None,
        fetch_file=lambda file_id: None,
        bot_name=lambda: None,
        translating=translating,
        previews=Phones(courses, lambda: MONDAY_NOON, _props),
        second_reader=False,
        media=NO_MEDIA,
        pack_up=lambda parcel: b"",
        trials=Trials(),
        picture=lambda _: None,
        speaking=Speaking(store, courses, translating, lambda: SPEECHLESS),
    )
    return Pages(desk, create_app(desk, _no_health, _no_numbers))


def _props() -> Props:
    """Without sound and pictures."""
    return Props(catalogues(), TEXT_ALONE, speaks=lambda _: True, random=Random(1))


@cache
def catalogues() -> Catalogues:
    """The words, read once."""
    return Catalogues.load(LOCALES)


class Browser:
    """A browser in which somebody is logged in. ``member`` is the id of who that is."""

    def __init__(self, pages: Pages, member: str) -> None:
        self._app = pages.app
        with pages.desk.store.writing() as session:
            who = session.get_one(Staff, member)
            token = staff_sessions.open_for(session, who, "a benchmark", True, MONDAY_NOON, SystemRandom())
        self._cookie = f"{cookie_name(pages.desk)}={token}"

    async def get(self, address: str) -> Answer:
        """Ask for a page and read it to its end. Raises NotAnswered when something else comes."""
        status, size = 0, 0

        async def send(message: Any) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))

        await self._app(self._scope(address), _stays, send)
        if status != 200:
            raise NotAnswered(f"{address}: {status}")
        return Answer(status, size)

    def _scope(self, address: str) -> dict[str, Any]:
        path, _, query = address.partition("?")
        headers = {"host": HOST, "cookie": self._cookie, "sec-fetch-site": "same-origin"}
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "http",
            "method": "GET",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "server": (HOST, 80),
            "client": ("127.0.0.1", 1),
        }


async def _stays() -> dict[str, Any]:
    """What else comes from the browser: nothing, it never goes away."""
    await asyncio.Event().wait()
    return {}


async def _no_health() -> None:
    """No bot runs here."""


async def _no_numbers() -> bytes:
    return b""
