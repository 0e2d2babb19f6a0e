"""The words of one language: those that Babel knows, and those of its file in ``nlu_data/lookup``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel import Locale

from bot.dialogue.naming.phrases import ANY_ENDING, Phrases

File = Mapping[str, Any]
"""A file of words, as docs/understanding.md describes it."""

LOCALES = {"fa": "fa_AF"}
"""Own languages whose names for things are those of a variant, and not only of the language."""

DAILY, WORKDAYS, WEEKEND = "0123456", "01234", "56"
GROUPS = {"every_day": DAILY, "workdays": WORKDAYS, "weekend": WEEKEND}

PARTS = ("morning", "noon", "afternoon", "evening", "night")


@dataclass(frozen=True)
class ClockWords:
    """What tells an hour in one language.

    ``numbers`` are hours, of which ``7.5`` is half past seven; ``before`` and ``after`` are minutes that a phrase
    before or after the hour adds; ``times`` stand after how often something happens in a ``week``.
    """

    numbers: Phrases[float]
    hour: Phrases[bool]
    before: Phrases[int]
    after: Phrases[int]
    parts: Phrases[str]
    no_hours: Phrases[bool]
    times: Phrases[bool]
    often: Phrases[int]
    week: Phrases[bool]
    days: Phrases[str]


def clock_words(file: File, days: Phrases[str]) -> ClockWords:
    """The clock of one language; ``days`` tell which language a text is in."""
    more = file.get("prefixes", ())

    def flags(key: str) -> Phrases[bool]:
        return Phrases(((phrase, True) for phrase in file.get(key, ())), more)

    return ClockWords(
        numbers=Phrases(_turned(file.get("numbers", {}), float), more),
        hour=flags("hour"),
        before=Phrases(_turned(file.get("before", {}), int), more),
        after=Phrases(_turned(file.get("after", {}), int), more),
        parts=Phrases(_turned({part: file.get(part, ()) for part in PARTS}, str), more),
        no_hours=flags("no_hours"),
        times=flags("times"),
        often=Phrases(_turned(file.get("often", {}), int), more),
        week=flags("week"),
        days=days,
    )


def day_words(language: str, file: File) -> Iterator[tuple[str, str]]:
    """Yield names of days and of groups of days, each with its weekdays as digits; Monday is 0."""
    yield from ((phrase, digits) for key, digits in GROUPS.items() for phrase in file.get(key, ()))
    yield from _turned(file.get("days", {}), str)
    names = _locale(language).days["format"]["wide"]
    yield from ((f"{name}{ANY_ENDING}", str(day)) for day, name in names.items())


def language_words(languages: Sequence[str], files: Mapping[str, File]) -> Iterator[tuple[str, str]]:
    """Yield names of the own languages in all of them, each with its code."""
    for speaker in languages:
        yield from _turned(files.get(speaker, {}).get("languages", {}), str)
    for speaker in languages:
        for locale in {_locale(speaker), Locale.parse(speaker)}:
            yield from _named(locale, languages)


def trade_words(files: Iterable[File]) -> Iterator[tuple[str, str]]:
    """Yield words for trades, each with its sector."""
    for file in files:
        yield from _turned(file.get("trades", {}), str)


def _named(locale: Locale, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    for code in languages:
        for variant in {code, str(_locale(code))}:
            name = locale.languages.get(variant)
            if name:
                yield f"{name.partition('(')[0].strip()}{ANY_ENDING}", code


def _turned(lists: Mapping[Any, Iterable[str]], kind: type) -> Iterator[tuple[str, Any]]:
    """Yield the phrases of lists under what they stand for, each with that."""
    for value, phrases in lists.items():
        yield from ((str(phrase), kind(value)) for phrase in phrases)


def _locale(language: str) -> Locale:
    return Locale.parse(LOCALES.get(language, language))
