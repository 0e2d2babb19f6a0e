"""no_word_named: who begins is asked something of which nothing says that it was taught."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule
from bot.learning.levels import LEVELS


def find(material: Material) -> Iterator[Problem]:
    """Yield the items without `about` of the lowest level's units that teach words."""
    for (_, _, level), items in material.units.items():
        if level != LEVELS[0] or not any(one.item.id in material.met for one in items):
            continue
        for one in items:
            if one.type.asks and not one.item.word:
                message = (
                    "is left out, though this unit teaches words: name the one that is asked for, unless it is several"
                )
                yield one.problem("about", message)


RULE = Rule(Kind.ADVICE, find)
