"""Phrases of danger, as people of one language type them (``safeguarding/<language>.yml``)."""

from collections.abc import Iterator, Mapping

from bot.catalogue.authored import Authored
from bot.catalogue.fields import Fields
from bot.catalogue.reading import Node
from bot.learning.shapes import Group, Lines, NamedLines, Plain, RowLines, Shape, Yes
from bot.safeguarding.flags import Flag
from bot.safeguarding.phrases import Reader

PHRASE: tuple[Shape, ...] = (Plain("phrase"), Yes("whole"), Plain("reviewed", required=False))
SHAPES: tuple[Shape, ...] = (
    NamedLines("words", required=False),
    Group("flags", fields=tuple(RowLines(flag.value, fields=PHRASE) for flag in Flag)),
    Lines("harmless", required=False),
    Lines("benign", required=False),
)

Lists = Mapping[str, list[str]]


def parse(fields: Fields) -> Iterator[Authored]:
    """Yield the one entry that the file holds: all phrases of its language."""
    language = fields.named_as_file("language")
    lists = _lists(fields, language)
    reader = Reader(language, lists)
    found: dict[str, list[dict[str, str]]] = {}
    for flag, node in fields.named("flags"):
        if flag not in [*Flag]:
            fields.note(f"flags.{flag}", f"is no flag: use {', '.join(Flag)}")
            continue
        entries = [one for entry in _entries(fields, flag, node) for one in _phrase(entry, reader, flag)]
        found[flag] = entries
    for flag in Flag:
        if not found.get(flag):
            fields.note("flags", f"has no phrase for {flag}")
    harmless = [one for one in fields.texts("harmless") if _searchable(fields, "harmless", reader, None, one)]
    benign = fields.texts("benign")
    fields.done()
    body = {"language": language, "words": lists, "flags": found, "harmless": harmless, "benign": benign}
    yield Authored("safeguarding", f"safeguarding.{language}", body, fields.notes.file, 1)


def _lists(fields: Fields, language: str) -> Lists:
    """The lists of words that phrases name as ``<name>``."""
    lists: dict[str, list[str]] = {}
    plain = Reader(language, {})
    for name, node in fields.named("words"):
        words = [one.plain().strip() for one in node.value] if isinstance(node.value, list) else []
        if not words or not all(_searchable(fields, f"words.{name}", plain, None, one) for one in words):
            fields.note(f"words.{name}", "should be a list of words, such as `[he, my boss]`")
        else:
            lists[name] = words
    return lists


def _entries(fields: Fields, flag: str, node: Node) -> Iterator[Fields]:
    if not isinstance(node.value, list):
        fields.note(f"flags.{flag}", "should be a list: each line begins with `- phrase: `")
        return
    for entry in node.value:
        yield Fields(entry, f"{flag} in line {entry.line}", fields.notes)


def _phrase(fields: Fields, reader: Reader, flag: str) -> Iterator[dict[str, str]]:
    """The phrase, when it can be searched for."""
    phrase, whole, reviewed = fields.text("phrase"), fields.yes("whole"), fields.optional("reviewed")
    fields.done()
    if phrase and _searchable(fields, "phrase", reader, flag, phrase):
        yield {"phrase": phrase} | ({"whole": "yes"} if whole else {}) | ({"reviewed": reviewed} if reviewed else {})


def _searchable(fields: Fields, field: str, reader: Reader, flag: str | None, phrase: str) -> bool:
    try:
        reader.phrase(flag, phrase)
    except ValueError as error:
        fields.note(field, f"cannot be searched for: {error}")
        return False
    return True
