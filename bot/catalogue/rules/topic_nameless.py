"""topic_nameless: a topic of tips has no name for its button."""

from collections.abc import Iterator
from pathlib import Path

from bot.catalogue import pofiles
from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule
from bot.i18n.loading import FALLBACK


def find(material: Material) -> Iterator[Problem]:
    """Yield every file of tips without a name; in English it has one before any other language has."""
    path = pofiles.path_of(material.locales / FALLBACK, "messages")
    messages = pofiles.load(path)
    if isinstance(messages, Problem):
        return
    for file in dict.fromkeys(entry.file for entry in material.folder.entries if entry.kind == "tip"):
        key = f"topic.{Path(file).stem}"
        if key not in messages:
            yield Problem(file, 1, "", f"is a topic without a name for its button: add {key} to {pofiles.name(path)}")


RULE = Rule(Kind.PROBLEM, find)
