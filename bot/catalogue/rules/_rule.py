"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material


@dataclass(frozen=True)
class Rule:
    """One thing that is looked for, and how bad it is. ``find`` yields its problems without their kind."""

    kind: Kind
    find: Callable[[Material], Iterator[Problem]]
