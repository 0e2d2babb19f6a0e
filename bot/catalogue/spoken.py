"""What is spoken: all of the content in a target language, and the messages of an own one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, Protocol

from babel.messages import Message

from bot.catalogue import pofiles
from bot.catalogue.problems import Problem
from bot.i18n.aloud import said
from bot.i18n.catalogues import PLACEHOLDER
from bot.i18n.folders import read_folders
from bot.i18n.markup import TAGS
from bot.learning.items import Target, item_types
from bot.speech.sound import Sound

SPEEDS = (False, True)
"""Whether it is slow."""


class Entry(Protocol):
    """An entry as it stands in a file or in the store."""

    @property
    def kind(self) -> str: ...
    @property
    def body(self) -> Mapping[str, Any]: ...


def targets(entries: Iterable[Entry]) -> list[str]:
    """The target languages of all regions."""
    return sorted({str(entry.body["target"]) for entry in entries if entry.kind == "region"})


def sounds(entries: Iterable[Entry], language: str) -> list[Sound]:
    """Every text of a target language at both speeds, each once."""
    texts = dict.fromkeys(text for entry in entries for text in _texts(entry, language))
    return [Sound(text, language, slow) for text in texts for slow in SPEEDS]


def messages(locales: Path, language: str) -> list[Sound]:
    """The interface messages of an own language as they are said: those whose words are always the same, each once."""
    folder = read_folders(locales).languages.get(language)
    catalog = pofiles.load(pofiles.path_of(folder, "messages")) if folder else None
    if catalog is None or isinstance(catalog, Problem):
        return []
    texts = [text for message in pofiles.messages(catalog) for text in _forms(message) if not PLACEHOLDER.search(text)]
    return [Sound(words, language) for words in dict.fromkeys(said(TAGS.sub("", text)) for text in texts) if words]


def _forms(message: Message) -> Sequence[str]:
    """The translation, or each of its plural forms."""
    return (message.string,) if isinstance(message.string, str) else message.string or ()


def _texts(entry: Entry, language: str) -> Iterator[str]:
    """The texts of one entry; the sentence of a tip or a skill is said in the target language of any region."""
    if entry.kind in ("tip", "skill"):
        yield entry.body["say"]
    if entry.body.get("target") != language:
        return
    if entry.kind == "item":
        yield from _of_item(entry.body)
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
