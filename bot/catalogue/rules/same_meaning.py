"""same_meaning: two words of a unit are explained in the same way, so that nobody can tell them apart."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import same


def find(material: Material) -> Iterator[Problem]:
    """Yield each item that explains a word as an earlier one of its unit explains another."""
    for items in material.units.values():
        first: dict[str, Written] = {}
        for one in items:
            earlier = first.setdefault(_explained(one), one)
            if earlier is not one and _about(earlier) != _about(one):
                message = f"says the same as that of {earlier.place}, which is about another word: say how they differ"
                yield one.problem("meaning", message)


def _explained(one: Written) -> str:
    """The meaning without the word that it explains (`helm: …`)."""
    meaning = str(one.item.body["meaning"])
    return same(meaning.partition(": ")[2] or meaning)


def _about(one: Written) -> str:
    return one.item.word or one.item.id


RULE = Rule(Kind.ADVICE, find)
