"""Phrases of danger, as people of one language type them (``safeguarding/<language>.yml``)."""

from collections.abc import Iterator

from bot.catalogue.authored import Authored
from bot.catalogue.fields import Fields
from bot.catalogue.reading import Node
from bot.safeguarding.flags import Flag, Phrasebook


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the one entry that the file holds: all phrases of its language."""
    language = fields.one_of("language", [fields.notes.file.removesuffix(".yml").split("/")[-1]])
    found: dict[str, list[dict[str, str]]] = {}
    for flag, node in fields.named("flags"):
        if flag not in [*Flag]:
            fields.note(f"flags.{flag}", f"is no flag: use {', '.join(Flag)}")
            continue
        found[flag] = [one for entry in _entries(fields, flag, node) for one in _phrase(entry, language, flag)]
    for flag in Flag:
        if not found.get(flag):
            fields.note("flags", f"has no phrase for {flag}")
    benign = fields.texts("benign")
    fields.done()
    body = {"language": language, "flags": found, "benign": benign}
    yield Authored("safeguarding", f"safeguarding.{language}", body, fields.notes.file, 1)


def _entries(fields: Fields, flag: str, node: Node) -> Iterator[Fields]:
    if not isinstance(node.value, list):
        fields.note(f"flags.{flag}", "should be a list: each line begins with `- phrase: `")
        return
    for entry in node.value:
        yield Fields(entry, f"{flag} in line {entry.line}", fields.notes)


def _phrase(fields: Fields, language: str, flag: str) -> Iterator[dict[str, str]]:
    """The phrase, when it can be searched for."""
    phrase, whole, reviewed = fields.text("phrase"), fields.yes("whole"), fields.optional("reviewed")
    fields.done()
    if not phrase:
        return
    entry = {"phrase": phrase} | ({"whole": "yes"} if whole else {}) | ({"reviewed": reviewed} if reviewed else {})
    try:
        Phrasebook.from_raw([{"language": language, "flags": {flag: [entry]}}])
    except ValueError as error:
        fields.note("phrase", f"cannot be searched for: {error}")
        return
    yield entry
