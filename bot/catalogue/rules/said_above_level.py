"""said_above_level: what a learner must say has more words than the level allows."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import MOST, longest_sentence


def find(material: Material) -> Iterator[Problem]:
    """Yield every sentence to be said, tapped or written that is too long."""
    for one in material.items:
        most = MOST.get(one.item.level)
        for field, text in one.type.said(one.item.body).items() if most else ():
            count, sentence = longest_sentence(text)
            if most and count > most:
                message = (
                    f"is to be said and has a sentence of {count} words ({sentence!r}): {one.item.level} allows {most}"
                )
                yield one.problem(field, message)


RULE = Rule(Kind.ADVICE, find)
