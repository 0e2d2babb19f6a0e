"""always_same_button: in a unit the right one is always the same of buttons that keep their order."""

from collections import Counter
from collections.abc import Iterator
from random import Random

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.learning.items import Grade

FEWEST = 3
"""Questions after which somebody notices."""

SEEDS = range(12)


def find(material: Material) -> Iterator[Problem]:
    """Yield the last of three or more such items; where buttons are shuffled, the author's order shows nothing."""
    for items in material.units.values():
        buttons = [(one, button) for one in items if (button := _right_button(one))]
        counted = Counter((one.item.type, button) for one, button in buttons)
        types = Counter(one.item.type for one, _ in buttons)
        for (name, button), count in counted.items():
            if count == types[name] >= FEWEST:
                last = [one for one, _ in buttons if one.item.type == name][-1]
                yield last.problem("right", f"is {button!r} in all {count} items of type {name} in this unit: vary it")


def _right_button(one: Written) -> str | None:
    """The right one of buttons that always stand in the same order; None where they do not."""
    body = one.item.body
    orders = {tuple(one.type.order(body, Random(seed))) for seed in SEEDS}
    if len(orders) != 1 or Grade.WRONG not in one.type.grades:
        return None
    [order] = orders
    return next((key for key in order if one.type.grade(body, key).grade is Grade.RIGHT), None)


RULE = Rule(Kind.ADVICE, find)
