"""The item types. A module in this folder is one type and ends with `TYPE = ...`.

Modules whose name begins with an underscore hold what types share.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.learning.items._base import (
    VOICE,
    Body,
    Choice,
    Explained,
    Grade,
    Item,
    ItemType,
    Line,
    Options,
    Question,
    Sign,
    Taken,
    Target,
    Verdict,
    Wording,
)
from bot.learning.items._checks import Problem

__all__ = [
    "VOICE",
    "Body",
    "Choice",
    "Explained",
    "Grade",
    "Item",
    "ItemType",
    "Line",
    "Options",
    "Problem",
    "Question",
    "Sign",
    "Taken",
    "Target",
    "Verdict",
    "Wording",
    "item_types",
]


@cache
def item_types() -> Mapping[str, ItemType]:
    """Return every item type by its name, which is its module's name.

    Raises:
        TypeError: a module of this folder does not end with a `TYPE` of its own name.
    """
    modules = [module.name for module in pkgutil.iter_modules(__path__)]
    return MappingProxyType({name: _load(name) for name in modules if not name.startswith("_")})


def _load(name: str) -> ItemType:
    found = getattr(importlib.import_module(f"{__name__}.{name}"), "TYPE", None)
    if not isinstance(found, ItemType) or found.name != name:
        raise TypeError(f"bot/learning/items/{name}.py must end with a TYPE whose name is {name!r}")
    return found
