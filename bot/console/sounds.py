"""A sound as an answer: whole, or the part of it that a browser asks for."""

import re

from starlette.responses import Response

from bot.console.visit import Visit

PART = re.compile(r"bytes=(\d{1,9})-(\d{0,9})")

OGG = b"OggS"


def sound(visit: Visit, body: bytes) -> Response:
    """Answer with a sound, which nobody keeps; what is no Ogg is only handed out as a file."""
    kind = {"Content-Type": "audio/ogg"} if body.startswith(OGG) else _as_file()
    headers = {**kind, "Cache-Control": "no-store", "Accept-Ranges": "bytes"}
    asked = PART.fullmatch(visit.request.headers.get("range", ""))
    if asked is None:
        return Response(body, headers=headers)
    start, end = int(asked[1]), min(int(asked[2] or len(body)), len(body) - 1)
    if start > end:
        return Response(b"", 416, {**headers, "Content-Range": f"bytes */{len(body)}"})
    return Response(body[start : end + 1], 206, {**headers, "Content-Range": f"bytes {start}-{end}/{len(body)}"})


def _as_file() -> dict[str, str]:
    return {"Content-Type": "application/octet-stream", "Content-Disposition": 'attachment; filename="sound"'}
