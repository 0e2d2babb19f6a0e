"""document_cut_off: a drawn document has words for which there is no room on its sheet."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rule import Rule
from bot.pictures import NotDrawable, cut_off


def find(material: Material) -> Iterator[Problem]:
    """Yield each document of which a learner would not see all, and each that cannot be drawn."""
    for one in material.items:
        if one.item.body.get("drawn") == "yes":
            yield from _problems(one, tuple(one.item.body["document"]))


def _problems(one: Written, lines: tuple[str, ...]) -> Iterator[Problem]:
    try:
        for words in cut_off(lines):
            yield one.problem(
                "document", f"is too wide when drawn, and ends in {words!r}: use shorter words or fewer columns"
            )
    except NotDrawable as error:
        yield one.problem("document", f"cannot be drawn: {error}")


RULE = Rule(Kind.PROBLEM, find)
