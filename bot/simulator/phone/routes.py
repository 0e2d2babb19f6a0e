"""The phones' own API below /phone/api: used by the page and by tests."""

from collections.abc import Awaitable, Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.botapi.requests import arguments
from bot.simulator.errors import PhoneProblem, Refusal
from bot.simulator.exchange import Exchange
from bot.simulator.phone import developers
from bot.simulator.phone.acts import ACTS
from bot.simulator.phone.events import event_stream
from bot.simulator.phone.talk import Talk, current_bot, known_phone
from bot.simulator.phone.views import bot_view, chat_view, message_view, phone_view, phones_view
from bot.simulator.records import Bot, Json, Message, Phone

PATH = "/phone/api"
# Files of others are shown only as what they cannot do harm with.
INLINE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "audio/mpeg", "audio/mp4"})

Handler = Callable[[Exchange, Request], Awaitable[Response]]

Understood = Callable[[int], Awaitable[list[Json]]]
"""Asks the bot what it understood of the last messages of a phone."""


def routes(exchange: Exchange, understood: Understood | None = None) -> list[Route]:
    """Return the routes of the phones."""
    table: list[tuple[str, str, Handler]] = [
        ("GET", "/bots", _bots),
        ("GET", "/phones", _phones),
        ("POST", "/phones", _add_phone),
        ("DELETE", "/phones/{phone:int}", _remove_phone),
        ("GET", "/phones/{phone:int}", _chat),
        ("GET", "/phones/{phone:int}/messages", _messages),
        ("GET", "/phones/{phone:int}/understood", partial(_understood, understood)),
        ("POST", "/phones/{phone:int}/{act}", _act),
        ("POST", "/updates", _raw_update),
        ("GET", "/files/{file}", _file),
        ("GET", "/events", _events),
        *developers.TABLE,
    ]
    return [Route(PATH + path, _guarded(exchange, run), methods=[verb]) for verb, path, run in table]


def _guarded(exchange: Exchange, run: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        # Another site open in the same browser must not write messages here.
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return _problem(403, "This API answers its own page only.")
        try:
            return await run(exchange, request)
        except PhoneProblem as problem:
            return _problem(problem.status, problem.text)
        except Refusal as refusal:
            return _problem(refusal.code, refusal.description)
        except (TypeError, ValueError) as error:
            return _problem(400, f"A value is not of its kind: {error}")

    return endpoint


async def _bots(exchange: Exchange, _: Request) -> Response:
    views = [bot_view(bot) for bot in exchange.state.bots.values()]
    return JSONResponse({"bots": views, "current": exchange.state.current_bot or None})


async def _phones(exchange: Exchange, _: Request) -> Response:
    return JSONResponse(phones_view(exchange))


async def _add_phone(exchange: Exchange, request: Request) -> Response:
    body = await arguments(request)
    fields = ("first_name", "language_code", "last_name", "username")
    first_name, language_code, last_name, username = (str(body.get(field) or "").strip() for field in fields)
    if not first_name or not language_code:
        raise PhoneProblem(400, "A phone needs first_name and language_code.")
    phone_id = int(body.get("id") or exchange.next_phone())
    phone = Phone(phone_id, first_name, language_code, last_name, username)
    exchange.add_phone(phone)
    return JSONResponse(phone_view(phone), status_code=201)


async def _remove_phone(exchange: Exchange, request: Request) -> Response:
    known_phone(exchange, request.path_params["phone"]).removed = True
    exchange.announce({"event": "phones"})
    return JSONResponse({})


async def _chat(exchange: Exchange, request: Request) -> Response:
    return JSONResponse(chat_view(_talk(exchange, request)))


async def _messages(exchange: Exchange, request: Request) -> Response:
    after = int(request.query_params.get("after", 0))
    messages = _talk(exchange, request).chat.messages
    return JSONResponse([message_view(message) for message in messages if message.id > after])


async def _understood(ask: Understood | None, exchange: Exchange, request: Request) -> Response:
    """The last turns of a phone; null where no bot can be asked."""
    phone = known_phone(exchange, request.path_params["phone"])
    return JSONResponse(await ask(phone.id) if ask else None)


async def _act(exchange: Exchange, request: Request) -> Response:
    act = ACTS.get(request.path_params["act"])
    if not act:
        raise PhoneProblem(404, f"A phone cannot {request.path_params['act']!r}; it can {', '.join(ACTS)}.")
    talk = _talk(exchange, request)
    done = act(talk, await arguments(request))
    return JSONResponse(message_view(done) if isinstance(done, Message) else done)


async def _raw_update(exchange: Exchange, request: Request) -> Response:
    update: Json = await arguments(request)
    bot = _bot(exchange, request)
    update.pop("bot", None)
    exchange.raw_update(bot, update)
    return JSONResponse({"update_id": bot.pending[-1].update["update_id"]})


async def _file(exchange: Exchange, request: Request) -> Response:
    for bot in exchange.state.bots.values():
        if file := bot.files.get(request.path_params["file"]):
            inline = file.mime_type in INLINE_TYPES
            headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=86400"}
            if not inline:
                headers["Content-Disposition"] = "attachment"
            kind = file.mime_type if inline else "application/octet-stream"
            return Response(exchange.files.read(bot, file), media_type=kind, headers=headers)
    raise PhoneProblem(404, "There is no such file.")


async def _events(exchange: Exchange, request: Request) -> Response:
    return event_stream(exchange, _bot_id(request))


def _talk(exchange: Exchange, request: Request) -> Talk:
    phone = known_phone(exchange, request.path_params["phone"])
    return Talk(exchange, _bot(exchange, request), phone)


def _bot(exchange: Exchange, request: Request) -> Bot:
    return current_bot(exchange, _bot_id(request))


def _bot_id(request: Request) -> int | None:
    return int(request.query_params["bot"]) if request.query_params.get("bot") else None


def _problem(status: int, text: str) -> JSONResponse:
    return JSONResponse({"error": text}, status_code=status)
