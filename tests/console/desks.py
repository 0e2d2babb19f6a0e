"""The console for tests: on a store, with a clock that moves only when told to, and somebody who is logged in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.catalogue.course import Courses
from bot.catalogue.exchange.media import Media
from bot.catalogue.translating.files import Files
from bot.catalogue.translating.studio import Translating
from bot.console import Desk, create_app
from bot.console.desk import Post
from bot.console.visit import HIDDEN_FIELD, SESSION
from bot.i18n import Catalogues
from bot.journeys.importing import Trials
from bot.journeys.studio.speaking import Speaking
from bot.safeguarding.hours import Shift
from bot.settings import CONTENT, LOCALES
from bot.speech.program import Program
from bot.speech.speech import Speech
from bot.store import Store, staff_sessions
from bot.store.secrets import hashed
from bot.store.tables import Staff
from bot.telegram.attachments import TEXT_ALONE
from bot.wiring import exchanging
from bot.wiring.images import pictures
from bot.wiring.preview import Phones
from bot.wiring.preview.stage import Props
from tests.fakes.course import REGION, CoursesReadOnce
from tests.fakes.stores import BEGINNING, add, staff_row

URL = "http://console"
_SESSIONS = count()
_CATALOGUES: list[Catalogues] = []
_FILES = Files(LOCALES)

SPEECHLESS = Speech(Path("no-sound"), Program("no-such-program {file}", "1", "2"))


def catalogues() -> Catalogues:
    """The project's words, read once for all tests."""
    if not _CATALOGUES:
        _CATALOGUES.append(Catalogues.load(LOCALES))
    return _CATALOGUES[0]


@dataclass
class Console:
    """The console in a test. ``now`` is its time, ``mails`` what it sent, ``files`` what Telegram would give."""

    store: Store
    now: datetime = BEGINNING
    demo: bool = False
    bot: Mapping[str, bool] | None = None
    mails: list[tuple[str, str, str]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    courses: Courses | None = None
    url: str = URL
    shifts: Sequence[Shift] = ()
    post: Post | None = None
    bot_name: str | None = "werkmaat_bot"
    second_reader: bool = False
    speech: Speech = SPEECHLESS

    @property
    def app(self) -> Starlette:
        """The application, made anew."""
        return create_app(self.desk, self._health, self._metrics)

    @property
    def desk(self) -> Desk:
        """What its pages work with."""
        return Desk(
            store=self.store,
            catalogues=catalogues(),
            courses=self.courses or CoursesReadOnce(self.store, REGION, lambda: self.now),
            clock=lambda: self.now,
            random=Random(self.now.timestamp()),
            url=self.url,
            demo=self.demo,
            shifts=self.shifts,
            post=self.post or (lambda *mail: self.mails.append(mail)),
            fetch_file=self.files.get,
            bot_name=lambda: self.bot_name,
            translating=self.translating,
            previews=self.previews,
            second_reader=self.second_reader,
            media=self.media,
            pack_up=exchanging.packer(self.media, self.translating),
            trials=Trials(),
            picture=pictures(CONTENT, self.store),
            speaking=self.speaking,
        )

    @property
    def media(self) -> Media:
        """What learners see and hear."""
        courses = self.courses or CoursesReadOnce(self.store, REGION, lambda: self.now)
        return exchanging.media(self.store, courses, pictures(CONTENT, self.store))

    @cached_property
    def translating(self) -> Translating:
        """What each language says."""
        courses = self.courses or CoursesReadOnce(self.store, REGION, lambda: self.now)
        return Translating(self.store, courses, _FILES)

    @cached_property
    def speaking(self) -> Speaking:
        """What learners hear."""
        courses = self.courses or CoursesReadOnce(self.store, REGION, lambda: self.now)
        return Speaking(self.store, courses, self.translating, lambda: self.speech)

    @cached_property
    def previews(self) -> Phones:
        """Phones without sound and pictures."""
        courses = self.courses or CoursesReadOnce(self.store, REGION, lambda: self.now)
        props = Props(catalogues(), TEXT_ALONE, speaks=lambda _: True, random=Random(1))
        return Phones(courses, lambda: self.now, lambda: props)

    async def _health(self) -> Mapping[str, bool] | None:
        return self.bot

    async def _metrics(self) -> bytes:
        return b"werkmaat_queue_rows 0\n"

    def visitor(self, member: Staff | None = None) -> "Visitor":
        """Somebody with a browser, logged in as ``member`` if one is given."""
        return Visitor(self, member)


class Visitor(httpx.AsyncClient):
    """A browser: it keeps cookies, and sends forms as the pages do."""

    def __init__(self, console: Console, member: Staff | None = None) -> None:
        super().__init__(transport=httpx.ASGITransport(console.app, raise_app_exceptions=False), base_url=console.url)
        self.console = console
        if member:
            self.hold(logged_in(console.store, member, console.now))

    def hold(self, token: str) -> None:
        """Carry this cookie, wherever it comes from."""
        # A host without a dot gets this name in Python's jar of cookies.
        self.cookies.set(SESSION, token, domain=f"{self.base_url.host}.local")

    async def send_form(self, path: str, files: Mapping[str, Any] | None = None, /, **values: Any) -> httpx.Response:
        """POST a form with the hidden field of this session."""
        token = self.cookies.get(SESSION) or ""
        form = {HIDDEN_FIELD: hashed(f"csrf {token}"), **values}
        return await self.post(path, data=form, files=files, headers={"sec-fetch-site": "same-origin"})


def logged_in(store: Store, member: Staff, now: datetime) -> str:
    """The cookie of a session that was begun now."""
    with store.writing() as session:
        return staff_sessions.open_for(session, member, "a test", True, now, Random(next(_SESSIONS)))


def add_staff(store: Store, name: str = "lien", role: str = "counsellor", **changes: Any) -> Staff:
    """Keep a member of staff of the first organisation, whose pages are in English."""
    member = staff_row(name, role=role, **{"language": "en", **changes})
    add(store, member)
    return member
