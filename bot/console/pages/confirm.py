"""/confirm: a colleague confirms that something was done at work. No account, and nothing about the learner."""

from starlette.responses import Response

from bot.console.page import EVERYBODY, Page
from bot.console.visit import Visit
from bot.journeys import confirming


def show(visit: Visit, pressed: bool = False) -> Response:
    """Show what is asked; looking confirms nothing, since programs look at links too."""
    task = confirming.look(visit.desk.store, visit.path("code"), visit.now)
    asked = visit.say(task.words) if task else ""
    return visit.page("confirm.html", 200 if task else 404, task=task, asked=asked, pressed=pressed)


def confirm(visit: Visit) -> Response:
    """Confirm it, once."""
    return show(visit, confirming.confirm(visit.desk.store, visit.path("code"), visit.now, visit.desk.random))


PAGES = (
    Page("/confirm/{code}", show, may=EVERYBODY),
    Page("/confirm/{code}", confirm, may=EVERYBODY, method="POST"),
)
