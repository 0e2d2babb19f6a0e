"""/v1/units: the parts of the course."""

import re

from bot.console.api import bodies, paging, problems
from bot.console.api.calls import Answer, Call, Operation, Parameter
from bot.store.api_tokens import Scope

USUAL = "nl"

LANGUAGE = Parameter(
    "language",
    "query",
    "The language of titles, as a code of ISO 639-1. English is answered for one that is not spoken here.",
    {"type": "string", "pattern": "^[a-z]{2}$", "default": USUAL},
)


def listed(call: Call) -> Answer:
    """A page of units, in the order of the course."""
    asked = call.query("language")
    language = USUAL if asked is None else asked
    if not re.fullmatch("[a-z]{2}", language):
        raise problems.bad("language", "a code of two small letters, such as nl")
    units = list(call.course.units.values())
    begin, most = _begin(call, [unit.id for unit in units]), paging.limit(call)
    page, further = paging.cut(units[begin : begin + most + 1], most, lambda unit: unit.id)
    say = call.desk.catalogues.plain
    data = [
        bodies.Unit(id=unit.id, title=say(unit.title, language), can_do=say(unit.can_do, language)) for unit in page
    ]
    return Answer(bodies.Units(data=data, next=further))


def _begin(call: Call, ids: list[str]) -> int:
    """The place after the unit that the page before ended with."""
    last = paging.after(call, ids.__contains__)
    return ids.index(last) + 1 if last else 0


OPERATION = Operation(
    path="/v1/units",
    name="listUnits",
    summary="The parts of the course, in its order.",
    scope=Scope.COURSE,
    answer=listed,
    gives=bodies.Units,
    parameters=(*paging.PARAMETERS, LANGUAGE),
)
