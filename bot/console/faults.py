"""What somebody reads when a page cannot be had: what happened, and what to do."""

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from bot.catalogue.course import NotPublished
from bot.console.desk import Desk
from bot.console.doorway import visit
from bot.console.navigation import Frame
from bot.store import Conflict

log = logging.getLogger(__name__)

EXPLAINED = (400, 403, 404, 405, 409, 413, 500, 503)
"""Statuses with words of their own: ``console.fault.<status>``."""


def fault_page(desk: Desk, request: Request, templates: Jinja2Templates, frame: Frame, error: Exception) -> Response:
    """The page that tells of a failure."""
    status = _status(error)
    if status == 500:
        log.error("A page of the console failed: %s %s", request.method, request.scope["path"], exc_info=error)
    asked = visit(desk, request, templates, frame)
    return asked.page("fault.html", status, status_code=status if status in EXPLAINED else 400)


def _status(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    known = {Conflict: 409, NotPublished: 503}
    return known.get(type(error), 500)
