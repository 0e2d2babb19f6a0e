"""The phrases by which the understanding is judged, and those from which it was learned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.safeguarding.normalising import normalise
from bot.settings import ROOT

HERE = Path(__file__).parent
EXAMPLES = ROOT / "nlu_data" / "examples"
LATIN = frozenset({"en", "es", "fr", "nl", "so", "tr"})
"""Languages that are written in Latin letters anyway."""

LATIN_LETTER = re.compile(r"[a-z]", re.IGNORECASE)
OTHER_LETTER = re.compile(r"[\u0400-\u052f\u0600-\u06ff\u1200-\u137f]")


@dataclass(frozen=True)
class Phrase:
    """What somebody types, in which language, and what it means: the intent, and the topic of a tip."""

    language: str
    text: str
    intent: str
    topic: str | None = None

    @property
    def transliterated(self) -> bool:
        """Whether it stands in Latin letters in a language that has a script of its own."""
        letters = len(LATIN_LETTER.findall(self.text)) > len(OTHER_LETTER.findall(self.text))
        return letters and self.language not in LATIN


@dataclass(frozen=True)
class Told:
    """What somebody types that speaks of danger (of which flag, and how) or only seems to (flag: None)."""

    language: str
    text: str
    how: str
    flag: str | None


def judged() -> list[Phrase]:
    """The development set, without what stands in the training phrases too: that would only be remembered."""
    learned = _learned()
    return [phrase for phrase in development() if normalise(phrase.text) not in learned]


def judged_danger() -> list[Told]:
    """The phrases of danger and those that only seem to be, without what stands in the training phrases too."""
    learned = _learned()
    return [one for one in told() if normalise(one.text) not in learned]


def development() -> list[Phrase]:
    """The whole development set."""
    return [phrase for raw in _read("utterances") for phrase in _phrases(raw)]


def told() -> list[Told]:
    """The phrases of danger, and those that only seem to be."""
    return [one for raw in _read("flags") for one in _told(raw)]


def training(languages: str = "*") -> Iterator[tuple[str, list[str]]]:
    """Each label of each file that the model is trained from, and its phrases; of all languages or of one."""
    for path in sorted(EXAMPLES.glob(f"{languages}/*.yml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["nlu"]:
            yield entry["intent"], [line.removeprefix("- ") for line in entry["examples"].splitlines()]


def training_texts() -> list[str]:
    """The phrases that the model is trained from."""
    return [text for _, texts in training() for text in texts]


def _learned() -> set[str]:
    return {normalise(text) for text in training_texts()}


def _phrases(raw: dict[str, Any]) -> Iterator[Phrase]:
    for intent, texts in raw["intents"].items():
        yield from (Phrase(raw["language"], text, intent) for text in texts)
    for topic, texts in raw["topics"].items():
        yield from (Phrase(raw["language"], text, "ask_tip", topic) for text in texts)


def _told(raw: dict[str, Any]) -> Iterator[Told]:
    for how in ("explicit", "veiled", "third_party"):
        for flag, texts in raw[how].items():
            yield from (Told(raw["language"], text, how, flag) for text in texts)
    yield from (Told(raw["language"], text, "harmless", None) for text in raw["harmless"])


def _read(folder: str) -> Iterator[dict[str, Any]]:
    for path in sorted((HERE / folder).glob("*.yml")):
        yield yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
