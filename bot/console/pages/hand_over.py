"""/learners/{learner}/hand-over: a learner goes to a colleague, and is told."""

from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.visit import Visit
from bot.journeys import handing_over
from bot.journeys.consent import SHARING
from bot.store import caseloads, consents, learners
from bot.store.people import Refused


def show(visit: Visit, fault: str | None = None) -> Response:
    """To whom, and what the learner reads."""
    store, learner = visit.desk.store, visit.learner()
    now_with = learners.counsellor(store, learner.id)
    colleagues = [one for one in caseloads.colleagues(store, visit.member) if now_with is None or one.id != now_with.id]
    return visit.page(
        "hand_over.html",
        422 if fault else 200,
        fault=fault,
        learner=learner,
        name=learner.name or visit.words("console.no_name"),
        now_with=now_with,
        colleagues=colleagues,
        shares=bool(consents.who_agreed(store, [learner.id], SHARING)),
        blocked=learner.blocked_at is not None,
    )


def give(visit: Visit) -> Response:
    """The learner goes, with their messages and alerts."""
    learner = visit.learner()
    try:
        handed = handing_over.hand_over(
            visit.desk.store, [learner.id], visit.member, visit.field("to"), visit.now, visit.desk.random
        )
    except Refused:
        return show(visit, visit.words("console.staff.nobody_takes"))
    if not handed.learners:
        return show(visit, visit.words("console.hand_over.there_already"))
    visit.detail.update(handed.detail)
    return visit.go("/learners", told="learner_handed_over")


PAGES = (
    Page("/learners/{learner}/hand-over", show, may=COUNSELLING, noted="learner.hand_over_opened"),
    Page("/learners/{learner}/hand-over", give, may=COUNSELLING, noted="learner.handed_over", method="POST"),
)
