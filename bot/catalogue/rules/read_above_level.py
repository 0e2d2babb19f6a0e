"""read_above_level: what a learner hears or reads has more words than the level above allows for saying."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import MOST, longest_sentence, one_higher


def find(material: Material) -> Iterator[Problem]:
    """Yield every sentence of the target language that is too long, each once an item."""
    for one in material.items:
        most = MOST.get(one_higher(one.item.level))
        said = {*one.type.said(one.item.body).values()}
        for text in dict.fromkeys(one.type.targets(one.item.body)) if most else ():
            count, sentence = longest_sentence(text)
            if most and count > most and text not in said:
                message = (
                    f"has a sentence of {count} words to hear or read ({sentence!r}): {one.item.level} allows {most}"
                )
                yield Problem(one.entry.file, one.entry.line, one.item.id, message)


RULE = Rule(Kind.ADVICE, find)
