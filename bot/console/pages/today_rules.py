"""/today/rules: every rule by which somebody stands on the page of today, and how the organisation set it."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import ADMINISTERING, COUNSELLING, LEADING, Page
from bot.console.visit import Visit
from bot.journeys import attention
from bot.learning.attention import Rule, Setting, rules
from bot.store import today_rules
from bot.store.people import Role

MAY_SET = LEADING | ADMINISTERING

ALWAYS = ("call", "message")
"""What nobody can switch off: somebody waits for an answer."""


def show(visit: Visit, fault: str | None = None) -> Response:
    """All rules."""
    home = visit.member.organisation_id
    with visit.desk.store.reading() as session:
        own = today_rules.of(session, home)
    return visit.page(
        "today_rules.html",
        422 if fault else 200,
        fault=fault,
        always=ALWAYS,
        rules=rules().values(),
        settings=attention.settings(visit.desk.store, home),
        own=own.keys(),
        may_set=Role(visit.member.role) in MAY_SET,
    )


def put(visit: Visit) -> Response:
    """Set a rule: whether it is on, and its numbers."""
    rule = _rule(visit)
    numbers = {name: visit.field(name) for name in rule.numbers}
    setting = _setting(rule, visit.field("on") == "yes", numbers)
    if setting is None:
        return show(visit, visit.words("console.rules.refused"))
    today_rules.put(visit.desk.store, visit.member, rule.id, setting.as_json(), visit.now)
    visit.detail.update({"rule": rule.id, **setting.as_json()})
    return visit.go("/today/rules", told="saved")


def take_back(visit: Visit) -> Response:
    """Let a rule be as usual."""
    rule = _rule(visit)
    today_rules.take_back(visit.desk.store, visit.member, rule.id)
    visit.detail["rule"] = rule.id
    return visit.go("/today/rules", told="saved")


def _rule(visit: Visit) -> Rule:
    """The rule of the address. Raises HTTPException (404) when there is none."""
    found = rules().get(visit.path("rule"))
    if found is None:
        raise HTTPException(404)
    return found


def _setting(rule: Rule, on: bool, typed: Mapping[str, str]) -> Setting | None:
    """What was typed; None when a number is none, or lies outside its bounds."""
    if not all(written.isascii() and written.isdigit() and len(written) < 4 for written in typed.values()):
        return None
    numbers = {name: int(written) for name, written in typed.items()}
    return Setting(on, numbers) if all(rule.takes(name, number) for name, number in numbers.items()) else None


PAGES = (
    Page("/today/rules", show, may=COUNSELLING | ADMINISTERING),
    Page("/today/rules/{rule}", put, may=MAY_SET, noted="today_rule.set", method="POST"),
    Page("/today/rules/{rule}/usual", take_back, may=MAY_SET, noted="today_rule.taken_back", method="POST"),
)
