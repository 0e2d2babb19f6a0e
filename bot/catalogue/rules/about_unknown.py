"""about_unknown: `about` names an item that teaches no word, or that there is not."""

from collections.abc import Iterator
from difflib import get_close_matches

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule


def find(material: Material) -> Iterator[Problem]:
    """Yield every `about` that leads nowhere; an item with problems of its own is there all the same."""
    known = {*material.met, *(entry.id for entry in material.folder.broken)}
    for one in material.items:
        if one.item.word and one.item.word not in known:
            near = get_close_matches(one.item.word, material.met, n=1)
            advice = (
                f"did you mean {near[0]}?" if near else "write the id of the item of type `meet` that teaches the word"
            )
            yield one.problem("about", f"is {one.item.word}, which teaches no word: {advice}")


RULE = Rule(Kind.PROBLEM, find)
