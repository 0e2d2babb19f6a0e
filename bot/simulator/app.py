"""Puts the simulator together as one web application."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.simulator.botapi import endpoint
from bot.simulator.exchange import Exchange
from bot.simulator.faults.calls import CallFaults
from bot.simulator.files import Files
from bot.simulator.phone import page
from bot.simulator.phone import routes as phone
from bot.simulator.phone.routes import Understood
from bot.simulator.storage import FileFolder, StateFile
from bot.simulator.webhook import Courier, Sleep


def create_app(
    state_file: Path | None,
    clock: Callable[[], datetime],
    *,
    sleep: Sleep = asyncio.sleep,
    understood: Understood | None = None,
) -> Starlette:
    """Return the simulator: /bot<token>/<method>, /file/bot<token>/<path> and /phone.

    Args:
        state_file: where chats, phones and waiting updates are kept as JSON, files in a folder beside it;
            None keeps them in memory.
        clock: returns the time, with its zone.
        sleep: how a failing webhook and a stall are waited for.
        understood: asks the bot what it understood of a phone's messages; None where that is not known.

    Raises:
        StateFileProblem: the state file cannot be read.
    """
    folder = state_file.with_name(f"{state_file.stem}-files") if state_file else None
    exchange = Exchange(StateFile(state_file) if state_file else None, Files(FileFolder(folder)), clock)
    courier = Courier(exchange, sleep)
    app = Starlette(
        routes=[
            *endpoint.routes(exchange, CallFaults(exchange.faults, sleep)),
            *phone.routes(exchange, understood),
            *page.routes(),
        ],
        middleware=[Middleware(_SettledFirst, exchange=exchange, courier=courier)],
    )
    app.state.exchange = exchange
    return app


class _SettledFirst:
    """Lets no answer out before the state is saved, and sends the courier on its way."""

    def __init__(self, app: ASGIApp, exchange: Exchange, courier: Courier) -> None:
        self._app = app
        self._exchange = exchange
        self._courier = courier

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def settle_and_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._exchange.save()
                self._courier.wake()
            await send(message)

        await self._app(scope, receive, settle_and_send)
