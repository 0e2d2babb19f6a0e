"""Long lists, page by page: each answer names the place from which the next one goes on."""

import base64
import binascii
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.console.api import problems
from bot.console.api.calls import Call, Parameter, is_id

USUAL, MOST = 50, 200
"""How many things a page holds when nobody says so, and at most."""

OPAQUE = "[A-Za-z0-9_-]{1,200}"

LIMIT = Parameter(
    "limit",
    "query",
    "How many entries a page has at most.",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
)
CURSOR = Parameter(
    "cursor",
    "query",
    "Where the page begins: `next` of the page before. Without it, it is the first page.",
    {"type": "string", "pattern": f"^{OPAQUE}$"},
)
PARAMETERS = (LIMIT, CURSOR)

T = TypeVar("T")


def limit(call: Call) -> int:
    """How many things the page holds at most. Raises Problem (400)."""
    raw = call.query("limit")
    if raw is None:
        return USUAL
    if not re.fullmatch(r"[0-9]{1,4}", raw) or not 1 <= int(raw) <= MOST:
        raise problems.bad("limit", f"a whole number from 1 to {MOST}")
    return int(raw)


def after(call: Call, known: Callable[[str], bool] = is_id) -> str:
    """The key of the last thing of the page before; empty on the first page. Raises Problem (400)."""
    raw = call.query("cursor")
    if raw is None:
        return ""
    key = _key(raw) if re.fullmatch(OPAQUE, raw) else ""
    if not known(key):
        raise problems.bad("cursor", "what `next` of the page before holds")
    return key


def cut(found: Sequence[T], most: int, key: Callable[[T], str]) -> tuple[Sequence[T], str | None]:
    """The page and what ``next`` says, of one thing more than the page holds; None on the last page."""
    page = found[:most]
    return page, _cursor(key(page[-1])) if len(found) > most else None


def _key(cursor: str) -> str:
    """What ``_cursor`` made this of; empty when it did not."""
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (UnicodeError, binascii.Error):
        return ""


def _cursor(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")
