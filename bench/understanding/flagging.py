"""Where danger is found, by the phrases and by what was learned: in what speaks of it, and where there is none."""

from collections.abc import Iterable, Sequence

from bench.understanding.phrases import Phrase, Told
from bench.understanding.reader import Read
from bot.catalogue.folder import read_folder
from bot.safeguarding.phrasebook import Phrasebook
from bot.settings import CONTENT

HOW = ("explicit", "veiled", "third_party", "harmless")


def phrasebook() -> Phrasebook:
    """The phrases of danger as they stand in the files."""
    return Phrasebook.from_raw(entry.body for entry in read_folder(CONTENT).entries if entry.kind == "safeguarding")


def flagged(book: Phrasebook, read: Sequence[tuple[Told, Read]], language: str) -> dict[str, float]:
    """The share of a language's phrases that get their flag; of harmless ones, that get any."""
    mine = [pair for pair in read if pair[0].language == language]
    found = {how: [_found(book, *pair) for pair in mine if pair[0].how == how] for how in HOW}
    return {how: sum(each) / len(each) if each else float("nan") for how, each in found.items()}


def false_flags(book: Phrasebook, read: Iterable[tuple[Phrase, Read]]) -> int:
    """How many ordinary phrases get a flag."""
    return sum(_flag(book, phrase.text, what) is not None for phrase, what in read)


def _found(book: Phrasebook, one: Told, read: Read) -> bool:
    flag = _flag(book, one.text, read)
    return flag is not None if one.flag is None else flag == one.flag


def _flag(book: Phrasebook, text: str, read: Read) -> str | None:
    """As the bot decides: what is learned may add a flag, and never takes one away."""
    return book.find(text) or read.flag
