"""/status: whether everything runs, for the administrator."""

from starlette.responses import Response

from bot.console.page import ADMINISTERING, Page
from bot.console.visit import Visit
from bot.store import alerts, counts, learners
from bot.store.migrating import is_current


def show(visit: Visit) -> Response:
    """What works, what waits, what was set aside; and what to do about it."""
    store = visit.desk.store
    queues = counts.of_queues(store)
    return visit.page(
        "status.html",
        checks={
            "migrated": is_current(store),
            "bot": visit.desk.bot_name() is not None,
            "mail": visit.desk.post is not None,
            "private": visit.desk.private or visit.desk.demo,
            "staffed": bool(visit.desk.shifts),
            "notices": not alerts.unsent(store),
            "parked": not any(number for (_, state), number in queues.items() if state == "parked"),
        },
        waiting={queue: queues.get((queue, "new"), 0) for queue in ("inbox", "outbox")},
        parked={queue: queues.get((queue, "parked"), 0) for queue in ("inbox", "outbox")},
        learners=learners.count(store),
    )


PAGES = (Page("/status", show, may=ADMINISTERING),)
