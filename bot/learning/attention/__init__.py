"""Why a counsellor may want to look at a learner today. A module in this folder is one rule and ends with `RULE = ...`.

Modules whose name begins with an underscore hold what rules share. What a rule says stands in the words of the console:
`console.rules.<id>` is its name, `console.rules.says.<id>` when it holds, `console.today.why.<id>` the reason.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.learning.attention._rule import LOOKED_BACK, Facts, Number, Published, Reason, Rule, Section, Setting

__all__ = [
    "LOOKED_BACK",
    "Facts",
    "Number",
    "Published",
    "Reason",
    "Rule",
    "Section",
    "Setting",
    "asked_for",
    "look",
    "rules",
]


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its id, section by section.

    Raises:
        TypeError: a module of this folder does not end with a `RULE` of its own name.
    """
    modules = [module.name for module in pkgutil.iter_modules(__path__)]
    found = [_load(name) for name in modules if not name.startswith("_")]
    ordered = sorted(found, key=lambda rule: [*Section].index(rule.section))
    return MappingProxyType({rule.id: rule for rule in ordered})


def asked_for(facts: Facts, settings: Mapping[str, Setting], published: Published) -> set[str]:
    """Return the items whose histories the rules need that are on.

    Args:
        facts: of one learner, without histories.
        settings: of the organisation, by rule id.
        published: the items.
    """
    return {
        item
        for rule in rules().values()
        if settings[rule.id].on
        for item in rule.asks_for(facts, settings[rule.id].numbers, published)
    }


def look(facts: Facts, settings: Mapping[str, Setting], published: Published) -> list[Reason]:
    """Return the reasons of the rules that are on, rule by rule; arguments as ``asked_for``, with histories."""
    return [
        reason
        for rule in rules().values()
        if settings[rule.id].on
        for reason in rule.look(facts, settings[rule.id].numbers, published)
    ]


def _load(name: str) -> Rule:
    found = getattr(importlib.import_module(f"{__name__}.{name}"), "RULE", None)
    if not isinstance(found, Rule) or found.id != name:
        raise TypeError(f"bot/learning/attention/{name}.py must end with a RULE whose id is {name!r}")
    return found
