"""What a counsellor can do for a learner: units, the target job, words from work, a pause, questions to ask."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.pages.learner import page_of
from bot.console.visit import Visit
from bot.journeys import assigning, export_sharing, guiding
from bot.journeys.pause import LENGTHS
from bot.journeys.portrait.shares import shares
from bot.store import assigning as assigned
from bot.store import consents
from bot.store.tables import Learner


def assign(visit: Visit) -> Response:
    """Choose a unit, which then comes first."""
    learner = visit.learner()
    unit = visit.desk.courses.current().units.get(visit.field("unit"))
    if unit is None:
        return page_of(visit, learner, visit.words("console.learner.choose_unit"))
    visit.detail["unit"] = unit.id
    done = assigning.assign(visit.desk.store, learner, unit, visit.member, visit.now, visit.desk.random)
    return _back(visit, learner, done, "unit_assigned")


def take_back(visit: Visit) -> Response:
    """Take a chosen unit back: what was practised of it stays."""
    learner = visit.learner()
    visit.detail["unit"] = visit.field("unit")[:120]
    return _back(
        visit, learner, assigned.take_back(visit.desk.store, learner.id, visit.field("unit")), "unit_taken_back"
    )


def set_target(visit: Visit) -> Response:
    """Choose the target job."""
    learner = _who_shares(visit, in_detail=True)
    job = visit.desk.courses.current().jobs.get(visit.field("job"))
    if job is None:
        return page_of(visit, learner, visit.words("console.learner.choose_job"))
    visit.detail["job"] = job.id
    done = guiding.set_target(visit.desk.store, visit.member, learner.id, job, visit.now, visit.desk.random)
    return _back(visit, learner, done, "target_set")


def pause(visit: Visit) -> Response:
    """Let the learner rest."""
    learner, length = _who_shares(visit), visit.field("length")
    if length not in LENGTHS:
        return page_of(visit, learner, visit.words("console.learner.choose_length"))
    visit.detail["length"] = length
    random = visit.desk.random
    done = guiding.pause(visit.desk.store, visit.member, learner.id, length, visit.zone, visit.now, random)
    return _back(visit, learner, done, "paused")


def end_pause(visit: Visit) -> Response:
    """The pause is over."""
    learner = _who_shares(visit)
    done = guiding.end_pause(visit.desk.store, visit.member, learner.id, visit.zone, visit.now, visit.desk.random)
    return _back(visit, learner, done, "pause_ended")


def offer_placement(visit: Visit) -> Response:
    """Ask whether Werkmaat may find out which exercises fit."""
    learner = _who_shares(visit, in_detail=True)
    done = guiding.offer_placement(visit.desk.store, visit.member, learner.id, visit.now, visit.desk.random)
    return _back(visit, learner, done, "placement_offered")


def ask_for_export(visit: Visit) -> Response:
    """Ask, once, whether progress may leave Werkmaat with the learner's name."""
    learner = visit.learner()
    done = export_sharing.ask_for_export_consent(visit.desk.store, learner, visit.member, visit.now, visit.desk.random)
    return _back(visit, learner, done, "export_asked")


def _who_shares(visit: Visit, in_detail: bool = False) -> Learner:
    """The learner of the address. Raises HTTPException (403) where the page does not show what would be changed."""
    learner = visit.learner()
    answers = shares(consents.in_force(visit.desk.store, learner.id))
    if not (answers.in_detail if in_detail else answers.practice):
        raise HTTPException(403)
    return learner


def _back(visit: Visit, learner: Learner, done: bool, told: str) -> Response:
    return visit.go(f"/learners/{learner.id}", told=told if done else "nothing_changed")


PAGES = (
    Page("/learners/{learner}/units", assign, may=COUNSELLING, noted="learner.unit_assigned", method="POST"),
    Page("/learners/{learner}/units/back", take_back, may=COUNSELLING, noted="learner.unit_taken_back", method="POST"),
    Page("/learners/{learner}/target", set_target, may=COUNSELLING, noted="learner.target_set", method="POST"),
    Page("/learners/{learner}/pause", pause, may=COUNSELLING, noted="learner.paused", method="POST"),
    Page("/learners/{learner}/pause/end", end_pause, may=COUNSELLING, noted="learner.pause_ended", method="POST"),
    Page(
        "/learners/{learner}/placement",
        offer_placement,
        may=COUNSELLING,
        noted="learner.placement_offered",
        method="POST",
    ),
    Page("/learners/{learner}/export", ask_for_export, may=COUNSELLING, noted="learner.export_asked", method="POST"),
)
