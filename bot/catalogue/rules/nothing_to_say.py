"""nothing_to_say: what should be heard has no letter and no number, so neither a person nor a program can say it."""

from collections.abc import Iterator

from bot.catalogue.problems import Kind, Problem
from bot.catalogue.rules._material import Material
from bot.catalogue.rules._rule import Rule
from bot.catalogue.spoken import sounds, targets


def find(material: Material) -> Iterator[Problem]:
    """Yield every entry with a text of the target language that cannot be spoken."""
    entries = material.folder.entries
    languages = targets(entries)
    for entry in entries:
        for language in languages:
            silent = [sound.words for sound in sounds([entry], language) if not any(map(str.isalnum, sound.spoken))]
            for words in dict.fromkeys(filter(None, silent)):
                yield Problem(
                    entry.file, entry.line, entry.id, f"has {words!r} to be heard, which nobody can say: write words"
                )


RULE = Rule(Kind.PROBLEM, find)
