"""too_long_for_message: an item has more words than one message holds, in one of the own languages."""

from collections.abc import Iterator

from bot.catalogue import images
from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material, Written
from bot.catalogue.rules._rendered import Rendered, steps
from bot.catalogue.rules._rule import Rule
from bot.i18n import BrokenLocales, Catalogues, Content, Part

LONGEST = 4096
LONGEST_CAPTION = 1024
"""UTF-16 units, by Telegram: of a message, and of what stands under a picture or a sound."""

GROWTH = 3
"""No translation is so many times as long as its author's words; most items are too short to be counted further."""


def find(material: Material) -> Iterator[Problem]:
    """Yield every item whose longest message is too long, in the language in which it is longest."""
    try:
        catalogues = Catalogues.load(material.locales)
    except BrokenLocales:
        return  # told by the check of the translations
    alts = _alts(material)
    for one in material.items:
        alt = alts.get(str(one.item.body.get("image", "")))
        fits, where = _fits(one)
        if Rendered(one, one.entry.written_in, catalogues, alt).length() * GROWTH <= fits:
            continue
        lengths = {name: Rendered(one, name, catalogues, alt).length() for name in catalogues.languages}
        language = max(lengths, key=lengths.__getitem__)
        if lengths[language] > fits:
            message = f"has about {lengths[language]} characters with its answer ({language}): {fits} fit {where}"
            yield Problem(one.entry.file, one.entry.line, one.item.id, f"{message}; shorten it or make it two")


def _fits(one: Written) -> tuple[int, str]:
    question = next(steps(one))
    if question.image or question.heard:
        return LONGEST_CAPTION, "under a picture or a sound"
    return LONGEST, "into a message"


def _alts(material: Material) -> dict[str, Part]:
    """What each picture shows, by its name."""
    found = [entry for entry in material.folder.entries if entry.kind == "image"]
    return {images.name_of(one.id): Content(f"{one.id}.alt", one.body["alt"]) for one in found}


RULE = Rule(Kind.PROBLEM, find)
