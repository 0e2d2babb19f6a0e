"""Serving HTTP inside a process that decides for itself when it stops."""

import asyncio
import json
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import uvicorn

from bot.wiring.process import CannotStart

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

PATIENCE = 3
"""Seconds for open requests at the end: a phone in the browser would listen for ever."""


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the process: more than this server has to stop."""
        yield


def listen(host: str, port: int, setting: str) -> socket.socket:
    """Take a port. Raises CannotStart, which names the setting to change."""
    try:
        taken = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise CannotStart(
            f"Port {port} of {host} cannot be used ({error.strerror}): set {setting} to another one"
        ) from None
    # asyncio sets this only for sockets that name their protocol; without it an answer waits some 40 ms.
    taken.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return taken


async def serve(app: App, taken: socket.socket, stop: asyncio.Event) -> None:
    """Answer requests on a port until ``stop`` is set."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    await stop.wait()
    # What is cut off now, such as a phone that listens, is no error.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    server.should_exit = True
    await serving


async def answer(send: Send, status: HTTPStatus, body: bytes, kind: str) -> None:
    """Answer a request with a whole body."""
    headers = [(b"content-type", kind.encode()), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def answer_json(send: Send, status: HTTPStatus, body: Any) -> None:
    """Answer a request with JSON."""
    await answer(send, status, json.dumps(body).encode(), "application/json")
