"""The door for bots: /bot<token>/<method> and /file/bot<token>/<path>."""

import inspect
import re
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.botapi.parameters import decode
from bot.simulator.botapi.registry import Call, Noted, methods
from bot.simulator.botapi.requests import arguments
from bot.simulator.errors import Refusal
from bot.simulator.exchange import Exchange
from bot.simulator.files import Upload

TOKEN = re.compile(r"([1-9]\d{0,15}):[A-Za-z0-9_-]{1,64}")


def routes(exchange: Exchange) -> list[Route]:
    """Return the routes that bots call."""

    async def call(request: Request) -> Response:
        try:
            answer = await _answer(exchange, request)
        except Refusal as refusal:
            return _refused(refusal)
        if isinstance(answer, Noted):
            return JSONResponse({"ok": True, "result": answer.result, "description": answer.description})
        return JSONResponse({"ok": True, "result": answer})

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


async def _answer(exchange: Exchange, request: Request) -> Any:
    bot_id = _bot_id(request)
    found = methods().get(request.path_params["method"].lower())
    if not found:
        raise Refusal(404, "Not Found: method not found")
    raw = await arguments(request)
    uploads = {name: value for name, value in raw.items() if isinstance(value, Upload)}
    bot = exchange.calling_bot(bot_id)
    answer = found.run(Call(exchange, bot, decode(found.parameters, raw), uploads))
    return await answer if inspect.isawaitable(answer) else answer


def _bot_id(request: Request) -> int:
    token = TOKEN.fullmatch(request.path_params["token"])
    if not token:
        raise Refusal(401, "Unauthorized: invalid token specified")
    return int(token[1])


def _refused(refusal: Refusal) -> JSONResponse:
    body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    return JSONResponse(body, status_code=refusal.code)
