"""right_is_longest: the right option is clearly longer than the others, and is found without understanding anything."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import words

TIMES = 1.5
MORE = 8
"""Characters: among short options a few more are nothing that shows."""

FEWEST = 3
"""Words: one word, with its article or without, is as long as it is."""


def find(material: Material) -> Iterator[Problem]:
    """Yield the only right option of a question when it is much longer than the longest wrong one."""
    for one in material.items:
        for options in one.type.options(one.item.body):
            if len(options.right) != 1:
                continue
            lengths = {key: len(label.text) for key, label in options.labels.items()}
            [right] = options.right
            wrong = max(length for key, length in lengths.items() if key != right)
            spoken = len(words(options.labels[right].text)) >= FEWEST
            if spoken and lengths[right] >= max(TIMES * wrong, wrong + MORE):
                message = f"has {lengths[right]} characters, the others at most {wrong}: it gives itself away"
                yield one.problem(f"{options.field}.{right}", message)


RULE = Rule(Kind.ADVICE, find)
