"""/groups/{group}/broadcasts/{broadcast}: a message to all of a group, taken back in time, or what came of it."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.pages.group import found
from bot.console.visit import Visit
from bot.journeys import broadcasting
from bot.store import broadcasts

STATES = ("sent", "new", "dropped", "expired", "parked")
"""Of messages in the outbox, in the order in which their numbers stand."""


def show(visit: Visit) -> Response:
    """The message and where it stands."""
    listed = found(visit)
    signed = broadcasts.find(visit.desk.store, listed.group.id, visit.path("broadcast"))
    if signed is None:
        raise HTTPException(404)
    visit.detail["broadcast"] = signed.broadcast.id
    return visit.page(
        "broadcast.html",
        listed=listed,
        signed=signed,
        broadcast=signed.broadcast,
        part=broadcasting.part_of(signed.broadcast),
        stage=broadcasting.stage(signed.broadcast, visit.now).value,
        results=broadcasting.results(visit.desk.store, signed.broadcast, visit.now),
        states=STATES,
    )


def cancel(visit: Visit) -> Response:
    """Take it back, if it is not too late."""
    group, broadcast = found(visit).group, visit.path("broadcast")
    done = broadcasts.cancel(visit.desk.store, group.id, broadcast, visit.now)
    visit.detail["broadcast"] = broadcast
    here = f"/groups/{group.id}/broadcasts/{broadcast}"
    return visit.go(here, told="broadcast_cancelled" if done else "broadcast_too_late")


PAGES = (
    Page("/groups/{group}/broadcasts/{broadcast}", show, may=COUNSELLING, noted="broadcast.seen"),
    Page(
        "/groups/{group}/broadcasts/{broadcast}/cancel",
        cancel,
        may=COUNSELLING,
        noted="broadcast.cancelled",
        method="POST",
    ),
)
