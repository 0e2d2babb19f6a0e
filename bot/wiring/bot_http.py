"""What the bot process answers on its own port: /healthz, /metrics, and Telegram's deliveries."""

import re
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from bot.wiring.serving import App, Receive, Scope, Send, answer, answer_json

PROMETHEUS = "text/plain; version=1.0.0; charset=utf-8"

Checks = dict[str, Callable[[], bool] | None]
"""What must hold, and how to find out."""

UNDERSTOOD = "/understood/"
"""Before the number of a chat: what was understood of its last messages."""

NUMBER = re.compile(r"\d{1,19}", re.ASCII)

Understood = Callable[[int], Sequence[dict[str, Any]]]


class BotHttp:
    """An ASGI application. It answers from the start: what is not there yet (None) counts as not well."""

    def __init__(self, metrics: Callable[[], bytes]) -> None:
        self.checks: Checks = {"model_loaded": None, "receiving": None}
        self.webhook: App | None = None
        self.understood: Understood | None = None
        self._metrics = metrics

    def health(self) -> dict[str, bool]:
        """What holds now and what does not."""
        return {name: check is not None and check() for name, check in self.checks.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/healthz":
            found = self.health()
            well = all(found.values())
            await answer_json(send, HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE, found)
        elif scope["path"] == "/metrics":
            await answer(send, HTTPStatus.OK, self._metrics(), PROMETHEUS)
        elif self.understood and scope["path"].startswith(UNDERSTOOD):
            chat = scope["path"].removeprefix(UNDERSTOOD)
            await answer_json(send, HTTPStatus.OK, [*self.understood(int(chat))] if NUMBER.fullmatch(chat) else [])
        elif self.webhook:
            # Whatever the path: a web server in front may keep it or take it away; the secret decides.
            await self.webhook(scope, receive, send)
        else:
            await answer_json(send, HTTPStatus.NOT_FOUND, {"error": "not found"})
