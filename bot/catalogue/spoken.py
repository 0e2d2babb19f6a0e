"""What is spoken: all of the content in a target language, and the messages of an own one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from babel.messages import Message

from bot.catalogue import pofiles
from bot.catalogue.authored import Entry
from bot.catalogue.problems import Problem
from bot.catalogue.regions import PREFIX
from bot.i18n.aloud import said
from bot.i18n.catalogues import PLACEHOLDER
from bot.i18n.folders import read_folders
from bot.i18n.markup import TAGS
from bot.learning.items import Target, item_types
from bot.speech.sound import Sound

SPEEDS = (False, True)
"""Whether it is slow."""


def targets(entries: Iterable[Entry]) -> list[str]:
    """The target languages of all regions."""
    return sorted({str(entry.body["target"]) for entry in entries if entry.kind == "region"})


def sounds(entries: Iterable[Entry], language: str) -> list[Sound]:
    """Every text of a target language at both speeds, each once."""
    everything = [*entries]
    learned = {entry.id.removeprefix(PREFIX): entry.body["target"] for entry in everything if entry.kind == "region"}
    taught = (entry for entry in everything if _target(entry, learned) == language)
    texts = dict.fromkeys(text for entry in taught for text in _texts(entry))
    return [Sound(text, language, slow) for text in texts for slow in SPEEDS]


def messages(locales: Path, language: str) -> list[Sound]:
    """The interface messages of an own language as they are said: those whose words are always the same, each once."""
    folder = read_folders(locales).languages.get(language)
    catalog = pofiles.load(pofiles.path_of(folder, "messages")) if folder else None
    if catalog is None or isinstance(catalog, Problem):
        return []
    return always_the_same((text for message in pofiles.messages(catalog) for text in _forms(message)), language)


def always_the_same(texts: Iterable[str], language: str) -> list[Sound]:
    """Those of these messages in which nothing is filled in, as they are said, each once."""
    fixed = (text for text in texts if not PLACEHOLDER.search(text))
    return [Sound(words, language) for words in dict.fromkeys(said(TAGS.sub("", text)) for text in fixed) if words]


def _forms(message: Message) -> Sequence[str]:
    """The translation, or each of its plural forms."""
    return (message.string,) if isinstance(message.string, str) else message.string or ()


def _target(entry: Entry, learned: Mapping[str, str]) -> str | None:
    """The language of an entry's sentences; ``learned`` are those of the regions, whose tips are said in them."""
    found: str | None = learned.get(entry.body["region"]) if entry.kind == "tip" else entry.body.get("target")
    return found


def _texts(entry: Entry) -> Iterator[str]:
    """The sentences of one entry."""
    if entry.kind in ("tip", "skill"):
        yield entry.body["say"]
    if entry.kind == "item":
        yield from _of_item(entry.body)
    if entry.kind == "interview":
        yield from filter(None, (entry.body["ask"], entry.body["answer"]))
    if entry.kind == "region":
        yield from (helpline["say"] for helpline in entry.body["helplines"])


def _of_item(body: Mapping[str, Any]) -> Iterator[str]:
    """What stands in it, and what is heard with its question: a sentence with a gap is said with a pause."""
    of_type, authored = item_types()[body["type"]], body["body"]
    yield from of_type.targets(authored)
    asked = of_type.question(authored, of_type.order(authored, Random(0)))
    if not of_type.needs_script(authored):
        yield from (line.text for line in asked.lines if isinstance(line, Target))
    if asked.sound:
        yield asked.sound
