"""/healthz: whether everything runs, for a machine that watches over it; and how many rows were set aside."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.store import Store, counts
from bot.store.migrating import is_current

log = logging.getLogger(__name__)

AskHealth = Callable[[], Awaitable[Mapping[str, bool] | None]]


def route(store: Store, bot_health: AskHealth) -> Route:
    """Answer 200 when all holds, 503 when something does not; the body says what."""

    async def healthz(_: Request) -> Response:
        bot = await bot_health()
        found = {**_database(store), "bot_answers": bot is not None, **(bot or {})}
        status = 200 if all(found.values()) else 503
        # What was set aside is for the doctor: everything else goes on.
        return JSONResponse({**found, "parked": _parked(store)}, status, {"Cache-Control": "no-store"})

    return Route("/healthz", healthz)


def _database(store: Store) -> dict[str, bool]:
    try:
        return {"database_reachable": True, "migrated": is_current(store)}
    except Exception:  # whatever the database answers with
        log.exception("The database cannot be reached")
        return {"database_reachable": False, "migrated": False}


def _parked(store: Store) -> dict[str, int] | None:
    """How many rows of each queue were set aside; None when they cannot be counted."""
    try:
        counted = counts.of_queues(store)
    except Exception:  # the fields of the database say so
        return None
    return {queue: number for (queue, state), number in counted.items() if state == "parked"}
