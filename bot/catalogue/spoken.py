"""What of the content is spoken: everything that stands in it in a target language."""

from collections.abc import Iterable, Iterator, Mapping
from random import Random
from typing import Any, Protocol

from bot.learning.items import item_types
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


def _texts(entry: Entry, language: str) -> Iterator[str]:
    """The texts of one entry; a tip's sentence is said in the target language of whatever region it is used in."""
    if entry.kind == "tip":
        yield entry.body["say"]
    if entry.body.get("target") != language:
        return
    if entry.kind == "item":
        yield from _of_item(entry.body)
    if entry.kind == "region":
        yield from (helpline["say"] for helpline in entry.body["helplines"])


def _of_item(body: Mapping[str, Any]) -> Iterator[str]:
    """What stands in it, and what is heard with its question."""
    of_type, authored = item_types()[body["type"]], body["body"]
    yield from of_type.targets(authored)
    heard = of_type.question(authored, of_type.order(authored, Random(0))).sound
    if heard:
        yield heard
