"""The door for bots: /bot<token>/<method> and /file/bot<token>/<path>."""

import inspect
import re
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.simulator.botapi.parameters import decode
from bot.simulator.botapi.registry import Call, Method, Noted, methods
from bot.simulator.botapi.requests import arguments
from bot.simulator.errors import Refusal
from bot.simulator.exchange import Exchange
from bot.simulator.faults.calls import CallFaults, Dropped, Rubbish
from bot.simulator.files import Upload
from bot.simulator.journal import Entry
from bot.simulator.records import Bot, Json

TOKEN = re.compile(r"([1-9]\d{0,15}):[A-Za-z0-9_-]{1,64}")


def routes(exchange: Exchange, faults: CallFaults) -> list[Route]:
    """Return the routes that bots call."""

    async def call(request: Request) -> Response:
        try:
            method, raw, bot = await _read(exchange, request)
        except Refusal as refusal:
            return _refused(refusal)
        entry = _noted(exchange, method, raw, bot)
        response = await _answer(faults, entry, lambda: _run(exchange, method, raw, bot))
        entry.status = 0 if isinstance(response, HangUp) else response.status_code
        return response

    async def download(request: Request) -> Response:
        try:
            bot = exchange.calling_bot(_bot_id(request))
        except Refusal as refusal:
            return _refused(refusal)
        for file in bot.files.values():
            if file.path == request.path_params["path"]:
                return Response(exchange.files.read(bot, file), media_type="application/octet-stream")
        return _refused(Refusal(404, "Not Found"))

    return [
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
    ]


class HangUp(Response):
    """No answer: the connection ends before its first byte of content."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # A server of ASGI ends the connection when what was announced does not come.
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]})


async def _read(exchange: Exchange, request: Request) -> tuple[Method, dict[str, Any], Bot]:
    bot_id = _bot_id(request)
    found = methods().get(request.path_params["method"].lower())
    if not found:
        raise Refusal(404, "Not Found: method not found")
    return found, await arguments(request), exchange.calling_bot(bot_id)


def _noted(exchange: Exchange, method: Method, raw: dict[str, Any], bot: Bot) -> Entry:
    chat = str(raw.get("chat_id", ""))
    unknown = {name for name, value in raw.items() if not isinstance(value, Upload)}
    unknown -= {parameter.name for parameter in method.parameters}
    chat_id = int(chat) if chat.removeprefix("-").isdigit() else 0
    return exchange.journal.note(exchange.moment(), bot.id, method.name, chat_id, tuple(sorted(unknown)))


async def _answer(faults: CallFaults, entry: Entry, run: Callable[[], Awaitable[Any]]) -> Response:
    try:
        await faults.before(entry)
        answer = await run()
        faults.after(entry)
    except Refusal as refusal:
        return _refused(refusal)
    except Dropped:
        return HangUp()
    except Rubbish:
        return HTMLResponse("<!doctype html><title>Sign in to the network</title>")
    if isinstance(answer, Noted):
        return JSONResponse({"ok": True, "result": answer.result, "description": answer.description})
    return JSONResponse({"ok": True, "result": answer})


async def _run(exchange: Exchange, method: Method, raw: dict[str, Any], bot: Bot) -> Any:
    uploads = {name: value for name, value in raw.items() if isinstance(value, Upload)}
    answer = method.run(Call(exchange, bot, decode(method.parameters, raw), uploads))
    return await answer if inspect.isawaitable(answer) else answer


def _bot_id(request: Request) -> int:
    token = TOKEN.fullmatch(request.path_params["token"])
    if not token:
        raise Refusal(401, "Unauthorized: invalid token specified")
    return int(token[1])


def _refused(refusal: Refusal) -> JSONResponse:
    body: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.retry_after:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return JSONResponse(body, status_code=refusal.code)
