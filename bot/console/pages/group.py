"""/groups/{group}: what a group does together, drawn; units for all of it; its name, leader and end."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.figures import About, Mark, bars, columns
from bot.console.page import COUNSELLING, Page
from bot.console.pages.groups import LONGEST_NAME, is_name
from bot.console.visit import Visit
from bot.i18n import Text
from bot.journeys import assigning, broadcasting, question
from bot.journeys.assigning import Outcome
from bot.journeys.groups import Overview, overview
from bot.store import broadcasts, caseloads, groups
from bot.store.groups import Listed

MOST_DRAWN = 8
"""So many units are drawn; the table behind the figure has all of them."""

SHOWN = 5
"""So many of the last broadcasts stand on the page."""


def found(visit: Visit) -> Listed:
    """The group of the address. Raises HTTPException (404) when it is not one that they see."""
    group = groups.find(visit.desk.store, visit.member, visit.path("group"), visit.now)
    if group is None:
        raise HTTPException(404)
    return group


def show(visit: Visit, fault: str | None = None, outcome: Outcome | None = None) -> Response:
    """The whole page; ``outcome`` is what came of a unit that was just chosen."""
    listed, store, course = found(visit), visit.desk.store, visit.desk.courses.current()
    members = groups.members(store, visit.member, listed.group.id, visit.now)
    seen = overview(store, course, [one.learner for one in members], visit.now)
    weeks, units = _weeks(visit, seen), _units(visit, seen)
    return visit.page(
        "group.html",
        422 if fault else 200,
        fault=fault,
        listed=listed,
        members=members,
        seen=seen,
        weeks=weeks,
        weeks_drawn=columns(_about(visit, "weeks"), weeks),
        units=units,
        units_drawn=bars(_about(visit, "units"), _most_begun(seen, units), seen.in_detail),
        hard=[(question.words(item), item.target, course.units[item.unit].title) for item in seen.hard],
        outcome=outcome,
        all_units=course.units.values(),
        broadcasts=broadcasts.of_group(store, listed.group.id, SHOWN),
        stage=lambda broadcast: broadcasting.stage(broadcast, visit.now),
        colleagues=caseloads.colleagues(store, visit.member),
        longest=LONGEST_NAME,
    )


def change(visit: Visit) -> Response:
    """Another name, or another leader."""
    group, name = found(visit).group, visit.field("name")
    if not is_name(name):
        return show(visit, visit.words("console.group.name_refused"))
    if not groups.change(visit.desk.store, visit.member, group.id, name, visit.field("leader"), visit.now):
        return show(visit, visit.words("console.group.leader_refused"))
    still_seen = groups.find(visit.desk.store, visit.member, group.id, visit.now)
    return visit.go(f"/groups/{group.id}" if still_seen else "/groups", told="saved")


def end(visit: Visit) -> Response:
    """End the group."""
    groups.end(visit.desk.store, visit.member, found(visit).group.id, visit.now)
    return visit.go("/groups", told="group_ended")


def assign(visit: Visit) -> Response:
    """Choose a unit for all of the group, who are told; the page says for how many."""
    group, desk = found(visit).group, visit.desk
    unit = desk.courses.current().units.get(visit.field("unit"))
    if unit is None:
        return show(visit, visit.words("console.group.unit_missing"))
    members = groups.members(desk.store, visit.member, group.id, visit.now)
    learners = [one.learner for one in members]
    outcome = assigning.assign_all(desk.store, learners, unit, visit.member, visit.now, desk.random)
    visit.detail.update({"unit": unit.id, **vars(outcome)})
    return show(visit, outcome=outcome)


def _about(visit: Visit, name: str) -> About:
    title = visit.say(Text(f"console.group.figure.{name}"))
    return About(name, title, visit.say(Text(f"console.group.figure_says.{name}")))


def _weeks(visit: Visit, seen: Overview) -> list[Mark]:
    """How many people practised in each week."""
    return [
        Mark(
            visit.formats.day(week.monday),
            week.people,
            visit.formats.number(week.people),
            visit.words("console.group.days", count=week.days),
        )
        for week in seen.weeks
    ]


def _units(visit: Visit, seen: Overview) -> list[Mark]:
    """For how many each unit holds."""
    return [
        Mark(
            visit.say(one.unit.title),
            one.held,
            visit.words("console.group.held", count=one.held, whole=seen.in_detail),
            visit.words("console.group.begun", count=one.begun),
        )
        for one in seen.units
    ]


def _most_begun(seen: Overview, marks: list[Mark]) -> list[Mark]:
    """The marks of the units that most began, in the order of the course."""
    ranked = sorted(range(len(marks)), key=lambda place: (-seen.units[place].begun, place))
    return [marks[place] for place in sorted(ranked[:MOST_DRAWN])]


PAGES = (
    Page("/groups/{group}", show, may=COUNSELLING, noted="group.seen"),
    Page("/groups/{group}", change, may=COUNSELLING, noted="group.changed", method="POST"),
    Page("/groups/{group}/end", end, may=COUNSELLING, noted="group.ended", method="POST"),
    Page("/groups/{group}/assign", assign, may=COUNSELLING, noted="group.assigned", method="POST"),
)
