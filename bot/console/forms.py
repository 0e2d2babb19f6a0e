"""Reading what was sent, no more of it than a page takes."""

from collections.abc import AsyncGenerator

from starlette.datastructures import Headers, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.console.visit import Form

MOST_FIELDS = 3000
"""A region's form has five hundred, and grows."""


async def read_form(request: Request, most: int) -> Form:
    """The form of a request. Raises HTTPException: 413 when it is larger than ``most`` bytes, 400 when it is broken."""
    values: dict[str, list[str]] = {}
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    try:
        for name, value in await _parsed(request.headers, _limited(request, most), most):
            if isinstance(value, UploadFile):
                files[name], names[name] = await value.read(), value.filename or ""
            elif "\0" in value:
                # Nobody types it, and no database keeps it.
                raise HTTPException(400)
            else:
                values.setdefault(name, []).append(value)
    except (MultiPartException, UnicodeDecodeError) as error:
        raise HTTPException(400) from error
    if sum(map(len, values.values())) > MOST_FIELDS:
        raise HTTPException(413)
    return Form(values, files, names)


async def _parsed(
    headers: Headers, stream: AsyncGenerator[bytes, None], most: int
) -> list[tuple[str, UploadFile | str]]:
    kind = headers.get("content-type", "").partition(";")[0].strip()
    if kind == "multipart/form-data":
        parts = MultiPartParser(headers, stream, max_fields=MOST_FIELDS, max_part_size=most)
        return (await parts.parse()).multi_items()
    if kind == "application/x-www-form-urlencoded":
        fields = FormParser(headers, stream, max_fields=MOST_FIELDS, max_part_size=most)
        return (await fields.parse()).multi_items()
    async for chunk in stream:
        if chunk:
            raise HTTPException(415)
    return []


async def _limited(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    """The bytes of a request; what comes beyond ``most`` ends it."""
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > most:
            raise HTTPException(413)
        yield chunk
