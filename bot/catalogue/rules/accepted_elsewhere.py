"""accepted_elsewhere: an option is wrong here, and the same words are a right answer for the same word elsewhere."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import same
from bot.learning.items import Target


def find(material: Material) -> Iterator[Problem]:
    """Yield the wrong options that an item about the same word lists among its answers."""
    accepted = {
        (one.item.word, same(answer)): one
        for one in material.items
        if one.item.word and isinstance(one.item.body.get("answers"), list)
        for answer in one.item.body["answers"]
    }
    for one in material.items:
        for field, words in _wrong(one):
            if other := accepted.get((one.item.word or "", same(words))):
                message = f"is wrong here and a right answer in {other.place}, about the same word: is it right or not?"
                yield one.problem(field, message)


def _wrong(one: Written) -> Iterator[tuple[str, str]]:
    """The wrong options in the target language, each with its field."""
    for options in one.type.options(one.item.body):
        for key, label in options.labels.items():
            if key not in options.right and isinstance(label, Target):
                yield f"{options.field}.{key}", label.text


RULE = Rule(Kind.ADVICE, find)
