"""danger_unknown: a language is spoken in which no phrase of danger would be noticed."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule
from bot.i18n.folders import read_folders


def find(material: Material) -> Iterator[Problem]:
    """Yield every own language without a file of phrases."""
    known = {entry.body["language"] for entry in material.folder.entries if entry.kind == "safeguarding"}
    for language in read_folders(material.locales).languages:
        if language not in known:
            file = f"{material.content.name}/safeguarding/{language}.yml"
            yield Problem(file, 0, "", f"is missing: danger must be recognised in every language ({language})")


RULE = Rule(Kind.PROBLEM, find)
