"""Serves an ASGI application on this machine for as long as a test needs it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn


class _Server(uvicorn.Server):
    """Uvicorn without its waits of a tenth of a second, which hundreds of tests would add up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.stopped = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.stopped.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for task in self.server_state.tasks:
            task.cancel()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)
        for connection in list(self.server_state.connections):
            connection.transport.close()
        await self.lifespan.shutdown()


@asynccontextmanager
async def served(app: Any) -> AsyncIterator[str]:
    """Serve `app` on a free port of 127.0.0.1 and give its base URL, without a slash at the end.

    Open streams and long polls are cut at the end, so that no test waits for them.
    """
    # The websockets library that Rasa pins is too old for uvicorn, which would import it by default.
    config = uvicorn.Config(app, port=0, log_config=None, ws="none")
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    ready = asyncio.create_task(server.ready.wait())
    await asyncio.wait({serving, ready}, return_when=asyncio.FIRST_COMPLETED)
    if serving.done():
        ready.cancel()
        raise RuntimeError("the application did not start; its log says why") from serving.exception()
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.stopped.set()
        await serving
