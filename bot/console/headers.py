"""What every answer of the console tells the browser to keep from doing."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
}

ONLY_PRIVATE = "max-age=31536000"
"""A year: what was reached over https once is reached over https alone."""


class WithHeaders:
    """Puts the headers on every answer; nothing but the files of ``/static`` is kept by a browser."""

    def __init__(self, app: ASGIApp, private: bool) -> None:
        self._app = app
        self._private = private

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                kept = "max-age=3600" if scope["path"].startswith("/static/") else "no-store"
                headers.setdefault("Cache-Control", kept)
                if self._private:
                    headers["Strict-Transport-Security"] = ONLY_PRIVATE
            await send(message)

        await self._app(scope, receive, with_headers)
