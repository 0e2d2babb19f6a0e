"""two_right: another option says the same as the right one."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import same
from bot.learning.items import Options


def find(material: Material) -> Iterator[Problem]:
    """Yield every wrong option that reads as a right one does."""
    for one in material.items:
        for options in one.type.options(one.item.body):
            yield from _doubles(one, options)


def _doubles(one: Written, options: Options) -> Iterator[Problem]:
    right = {same(options.labels[key].text): key for key in options.labels if key in options.right}
    for key, label in options.labels.items():
        if key not in options.right and same(label.text) in right:
            twin = right[same(label.text)]
            yield one.problem(
                f"{options.field}.{key}", f"says the same as the right one, `{twin}`: both would be right"
            )


RULE = Rule(Kind.PROBLEM, find)
