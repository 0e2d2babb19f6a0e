"""What the tests of this room share: a time that jumps, a Telegram that obeys, words in two directions."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest, RequestData

from bot.i18n import Catalogues
from bot.store.tables import OutboxRow
from bot.telegram import make_bot

TOKEN = "4242:a-token-for-tests"
CHAT = 1001
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class Time:
    """A clock and a sleep that takes no time."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return (self.now - START).total_seconds()

    def ticks(self) -> timedelta:
        return self.now - START

    async def sleep(self, seconds: float) -> None:
        until = self.now + timedelta(seconds=seconds)
        # Whatever else can go on, goes on first.
        for _ in range(20):
            await asyncio.sleep(0)
        self.now = max(self.now, until)


async def until(condition: Callable[[], bool]) -> None:
    """Let everything else go on until something has happened."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - what happens is not told to tests
            await asyncio.sleep(0.001)


@dataclass(frozen=True)
class Call:
    """One call that Telegram got."""

    method: str
    parameters: dict[str, Any]
    at: float
    file: tuple[str, bytes] | None = None


Answer = tuple[int, Any] | Exception


def ok(result: Any) -> Answer:
    return 200, {"ok": True, "result": result}


def refused(code: int, description: str, **parameters: Any) -> Answer:
    body = {"ok": False, "error_code": code, "description": description}
    return code, {**body, "parameters": parameters} if parameters else body


TOO_MANY = refused(429, "Too Many Requests: retry after 7", retry_after=7)
BLOCKED = refused(403, "Forbidden: bot was blocked by the user")
UNPARSED = refused(400, "Bad Request: can't parse entities: Unsupported start tag")
BAD_GATEWAY = (502, "<html>Bad Gateway</html>")


@dataclass
class Telegram(BaseRequest):
    """Takes every call. ``answers`` holds what it says instead of yes, by method, one call each."""

    time: Time
    latency: float = 0
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    idle: Callable[[], None] = lambda: None

    def of(self, *methods: str) -> list[Call]:
        return [call for call in self.calls if call.method in methods]

    def texts(self) -> list[str]:
        return [call.parameters["text"] for call in self.calls if "text" in call.parameters]

    @property
    def read_timeout(self) -> float:
        return 5

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        await self.time.sleep(self.latency)
        self.calls.append(self._call(name, request_data))
        waiting = self.answers.get(name)
        answer = waiting.pop(0) if waiting else self._yes(name)
        if isinstance(answer, Exception):
            raise answer
        code, body = answer
        return code, body.encode() if isinstance(body, str) else json.dumps(body).encode()

    def _call(self, name: str, data: RequestData | None) -> Call:
        files = data.multipart_data if data else None
        file = next(((part[0], part[1]) for part in (files or {}).values()), None)
        return Call(name, dict(data.parameters) if data else {}, self.time.seconds(), file)  # type: ignore[arg-type]

    def _yes(self, name: str) -> Answer:
        if name == "getUpdates":
            self.idle()
            return ok([])
        return ok({"message_id": 500 + len(self.calls)} if name.startswith("send") else True)


def bot_of(telegram: Telegram) -> Bot:
    return make_bot(TOKEN, "http://telegram.invalid", request=telegram)


MESSAGES = {
    "menu.practise": ("Practise", "تدرّب"),
    "menu.tip": ("Tip", "نصيحة"),
    "menu.progress": ("Progress", "تقدّمي"),
    "menu.counsellor": ("Counsellor", "مرافقي"),
    "telegram.fallback": ("Something went wrong.", "حدث خطأ."),
    "turn.apology": ("Please try again.", "حاول مرة أخرى."),
    "hello": ("Hello <b>{name}</b>", "مرحبا <b>{name}</b>"),
    "yes": ("Yes", "نعم"),
    "listen.number.1": ("One:", "واحد:"),
    "listen.number.2": ("Two:", "اثنان:"),
    "listen.number.3": ("Three:", "ثلاثة:"),
    "no": ("No", "لا"),
    "profile.short": ("Dutch for work", "هولندية للعمل"),
    "profile.description": ("Dutch for work, in your language", "هولندية للعمل بلغتك"),
}


def write_locales(folder: Path, commands: tuple[str, ...]) -> Catalogues:
    """Catalogues in English and Arabic that say as much as these tests need."""
    words = MESSAGES | {f"command.{name}": (f"About {name}", f"عن {name}") for name in commands}
    for number, language in enumerate(("en", "ar")):
        path = folder / language / "LC_MESSAGES"
        path.mkdir(parents=True)
        (path / "messages.po").write_text("\n\n".join(_po(language, number, words)), encoding="utf-8")
    return Catalogues.load(folder)


def _po(language: str, number: int, words: dict[str, tuple[str, str]]) -> Iterator[str]:
    yield f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"'
    for key, said in words.items():
        yield f'msgid "{key}"\nmsgstr "{said[number]}"'


def row_of(ref: str, payload: dict[str, Any], chat_id: int = CHAT, **changes: Any) -> OutboxRow:
    """A row that waits in the outbox."""
    values = {
        "learner_id": f"learner{chat_id}",
        "chat_id": chat_id,
        "language": "en",
        "ref": ref,
        "payload": payload,
        "created_at": START,
    }
    return OutboxRow(**{**values, **changes})
