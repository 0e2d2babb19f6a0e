"""What the content is checked for beyond its form. A module in this folder is one rule and ends with `RULE = ...`.

Modules whose name begins with an underscore hold what rules share. Every rule stands in docs/content-check.md.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from bot.catalogue.problems import Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule

__all__ = ["Material", "Rule", "broken", "rules"]


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its name, which is its module's name.

    Raises:
        TypeError: a module of this folder does not end with a `RULE`.
    """
    modules = [module.name for module in pkgutil.iter_modules(__path__)]
    return MappingProxyType({name: _load(name) for name in modules if not name.startswith("_")})


def broken(material: Material) -> Iterator[Problem]:
    """Yield whatever any rule finds, as what its kind says."""
    for rule in rules().values():
        for problem in rule.find(material):
            yield replace(problem, kind=rule.kind)


def _load(name: str) -> Rule:
    found = getattr(importlib.import_module(f"{__name__}.{name}"), "RULE", None)
    if not isinstance(found, Rule):
        raise TypeError(f"bot/catalogue/rules/{name}.py must end with a RULE")
    return found
