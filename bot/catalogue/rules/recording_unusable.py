"""recording_unusable: a recording says nothing that stands in the content, or cannot be sent."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.recordings import read_recordings
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule


def find(material: Material) -> Iterator[Problem]:
    """Yield what is wrong with the recordings and their indexes."""
    yield from read_recordings(material.content, material.folder.entries, material.locales).problems


RULE = Rule(Kind.PROBLEM, find)
