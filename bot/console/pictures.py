"""A picture that is sent with a form: looked at, made small, kept."""

from bot.console.visit import Visit
from bot.pictures.sent_in import LARGEST, picture
from bot.store import studio_files

MOST = 2 * LARGEST
"""Bytes of a form with a picture: what is too large is told by the page, not by the door."""

TYPES = {b"\xff\xd8": "image/jpeg", b"\x89P": "image/png"}
"""What a browser calls a picture, by its first two bytes."""


def taken_in(visit: Visit) -> str | None:
    """Keep the picture that was sent. Returns its digest; None when none was sent. Raises NotSeen."""
    sent = visit.file("_picture")
    if sent is None:
        return None
    return studio_files.keep(visit.desk.store, picture(sent), visit.member.id, visit.now)


def kept(visit: Visit) -> str:
    """The digest of a picture that was sent before, when something else was wrong; empty when there is none."""
    digest = visit.field("_kept")
    return digest if media_type(studio_files.body(visit.desk.store, digest)) else ""


def media_type(body: bytes | None) -> str | None:
    """What a browser calls a picture; None of what is none."""
    return TYPES.get(body[:2]) if body else None
