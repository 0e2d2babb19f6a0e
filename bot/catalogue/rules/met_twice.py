"""met_twice: two items teach the same word to the same learners."""

from collections.abc import Iterator
from itertools import combinations

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import same
from bot.learning.syllabus import SHARED


def find(material: Material) -> Iterator[Problem]:
    """Yield the later of two items by which the same word is met."""
    for earlier, later in combinations(material.met.values(), 2):
        if _learned_together(earlier, later) and same(earlier.item.body["word"]) == same(later.item.body["word"]):
            yield later.problem(
                "word", f"is taught by {earlier.place} already: let `about` name that one, and drop this"
            )


def _learned_together(one: Written, other: Written) -> bool:
    sectors = {one.item.sector, other.item.sector}
    return one.target == other.target and (len(sectors) == 1 or SHARED in sectors)


RULE = Rule(Kind.ADVICE, find)
