"""right_repeats_question: only the right option has a word that stands in the question too."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import words
from bot.learning.items import Options

SHORTEST = 4
"""Letters: shorter words are small words, which stand everywhere."""


def find(material: Material) -> Iterator[Problem]:
    """Yield the only right option of a question when it repeats a word of it that no wrong one has."""
    for one in material.items:
        for options in one.type.options(one.item.body):
            if len(options.right) == 1:
                yield from _repeated(one, options)


def _repeated(one: Written, options: Options) -> Iterator[Problem]:
    [right] = options.right
    of_one_language = type(options.labels[right])
    # Words of another language give nothing away: in the own language the options read otherwise.
    asked = {word for line in options.lines if isinstance(line, of_one_language) for word in words(line.text)}
    wrong = {word for key, label in options.labels.items() if key != right for word in words(label.text)}
    alone = [word for word in words(options.labels[right].text) if len(word) >= SHORTEST and word in asked - wrong]
    if alone:
        message = f"repeats {alone[0]!r} of the question, which no other option has: it gives itself away"
        yield one.problem(f"{options.field}.{right}", message)


RULE = Rule(Kind.ADVICE, find)
