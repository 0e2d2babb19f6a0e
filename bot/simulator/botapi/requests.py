"""Reads the parameters of a call from its address, JSON, form or multipart body."""

import json
import re
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from bot.simulator.errors import Refusal, bad_request
from bot.simulator.files import Upload

# An escape like this is half a character unless its other half follows.
LONE_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
MOST_UPLOAD_BYTES = 50 * 1024 * 1024


async def arguments(request: Request) -> dict[str, Any]:
    """Return parameters by name; files as `Upload`.

    Raises:
        Refusal: the body is not JSON, or a file is too big.
    """
    found: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        found |= await _from_json(request)
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form() as form:
            found |= await _from_form(form)
    return found


async def _from_json(request: Request) -> dict[str, Any]:
    raw = await request.body() or b"{}"
    try:
        body = json.loads(raw)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad_request("can't parse request body as JSON object")
    if LONE_SURROGATE.search(raw) and not _encodable(body):
        raise bad_request("strings must be encoded in UTF-8")
    return body


def _encodable(body: Any) -> bool:
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


async def _from_form(form: FormData) -> dict[str, Any]:
    return {name: await upload(value) if isinstance(value, UploadFile) else value for name, value in form.items()}


async def upload(part: UploadFile) -> Upload:
    """Return the file of a multipart body.

    Raises:
        Refusal: it is bigger than Telegram takes (50 MB).
    """
    data = await part.read()
    if len(data) > MOST_UPLOAD_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    return Upload(part.filename or "", data)
