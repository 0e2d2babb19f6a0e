"""same_meaning: two words of a unit are explained in the same way, so that nobody can tell them apart."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.catalogue.rules._words import same, words


def find(material: Material) -> Iterator[Problem]:
    """Yield each `meaning` (`helm: ...`) that says what an earlier one of the unit says of another word."""
    for items in material.units.values():
        first: dict[str, tuple[str, Written]] = {}
        for one in items:
            word, _, meaning = str(one.item.body["meaning"]).partition(": ")
            earlier, by = first.setdefault(same(meaning), (word, one))
            # With an article or without, it is the same word.
            if meaning and not {*words(earlier)} & {*words(word)}:
                message = f"says of {word!r} what {by.place} says of {earlier!r}: say how they differ"
                yield one.problem("meaning", message)


RULE = Rule(Kind.ADVICE, find)
