"""Both models read the development set; the table of what they made of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

from bench.folders import working_folder
from bench.numbers import percentile
from bench.report import Finding, Options
from bench.understanding.flagging import false_flags, flagged, phrasebook
from bench.understanding.marks import Pairs, false_accepts, intents_right, topics_right, worst
from bench.understanding.phrases import Phrase, Told, development, judged, judged_danger, training_texts
from bench.understanding.reader import Read, read_all
from bench.understanding.stock import train_stock
from bot.dialogue import model
from bot.dialogue.discretion import make_discreet
from bot.settings import Settings

COLUMNS = (
    "", "phrases", "intent", "DIET", "topic", "out of scope accepted", "DIET", "danger said plainly", "veiled",
    "of others", "harmless, flagged",
)  # fmt: skip
TITLE = "Understanding free text, beside stock Rasa's DIET"
WORST = 6
QUICK = 20
"""Quickly only one phrase in so many is read."""

MEGABYTE = 1e6


def measure(options: Options) -> Finding:
    """Read everything with both."""
    make_discreet()
    phrases = judged()[:: QUICK if options.quick else 1]
    file = model.own_model(Settings().model_folder)
    texts = [phrase.text for phrase in phrases]
    ours = list(zip(phrases, read_all(file, texts, "Werkmaat reads"), strict=True))
    alarming = judged_danger()[:: QUICK if options.quick else 1]
    danger = list(zip(alarming, read_all(file, [one.text for one in alarming], "Phrases of danger"), strict=True))
    with working_folder(options) as folder:
        stock_file, seconds = train_stock(folder, options.quick)
        stock = list(zip(phrases, read_all(stock_file, texts, "Stock Rasa reads"), strict=True))
    rows = (*_languages(ours, stock, danger), _macro(ours, stock), *_scripts(ours, stock))
    return Finding(TITLE, COLUMNS, rows, tuple(_notes(ours, stock, file, seconds)))


def _languages(ours: Pairs, stock: Pairs, danger: Sequence[tuple[Told, Read]]) -> Iterator[tuple[str, ...]]:
    book = phrasebook()
    for language in languages(ours):
        mine, theirs = _in(ours, language), _in(stock, language)
        flags = flagged(book, danger, language)
        yield (language, *_both(mine, theirs), *(f"{share:.2f}" for share in flags.values()))


def _macro(ours: Pairs, stock: Pairs) -> tuple[str, ...]:
    each = [(_in(ours, language), _in(stock, language)) for language in languages(ours)]
    values = [_values(mine, theirs) for mine, theirs in each]
    return ("all, mean", str(len(ours)), *(f"{fmean(column):.3f}" for column in zip(*values, strict=True)), *[""] * 4)


def _scripts(ours: Pairs, stock: Pairs) -> Iterator[tuple[str, ...]]:
    """Languages with another script: as they are written, and in Latin letters."""
    other = {phrase.language for phrase, _ in ours if phrase.transliterated}
    for name, latin in (("own script", False), ("in Latin letters", True)):
        mine, theirs = ([pair for pair in pairs if _is(pair[0], other, latin)] for pairs in (ours, stock))
        yield (name, *_both(mine, theirs), *[""] * 4)


def _notes(ours: Pairs, stock: Pairs, file: Path, stock_seconds: float) -> Iterator[str]:
    weak = ", ".join(f"{name} {right:.2f} (mostly taken for {other})" for name, right, other in worst(ours, WORST))
    yield f"Read worst: {weak}."
    wrong, theirs = 1 - intents_right(ours), 1 - intents_right(stock)
    yield f"The intent is wrong in {wrong:.3f} of the phrases; with stock Rasa in {theirs:.3f}."
    yield "Out of scope accepted: the share that passes where 95 % of what is within the scope passes."
    yield f"Milliseconds a message: {_times(ours)}. With stock Rasa: {_times(stock)}."
    yield (
        f"Our model has {file.stat().st_size / MEGABYTE:.1f} MB. "
        f"Stock Rasa trained for {stock_seconds:.0f} s; there are {len(training_texts())} phrases to learn from."
    )
    ordinary = development()
    yield f"Of {len(ours)} ordinary phrases, {false_flags(phrasebook(), ours)} get a flag of danger."
    yield f"Left out, since they stand in the training phrases too: {len(ordinary) - len(ours)} phrases."


def _times(pairs: Pairs) -> str:
    times = [read.seconds * 1000 for _, read in pairs]
    return f"{percentile(times, 0.5):.1f} (median), {percentile(times, 0.95):.1f} (95th percentile)"


def languages(pairs: Pairs) -> list[str]:
    """The languages of the phrases."""
    return sorted({phrase.language for phrase, _ in pairs})


def _values(mine: Pairs, theirs: Pairs) -> tuple[float, ...]:
    return (
        intents_right(mine),
        intents_right(theirs),
        topics_right(mine),
        false_accepts(mine),
        false_accepts(theirs),
    )


def _both(mine: Pairs, theirs: Pairs) -> tuple[str, ...]:
    return (str(len(mine)), *(f"{value:.3f}" for value in _values(mine, theirs)))


def _in(pairs: Pairs, language: str) -> Pairs:
    return [pair for pair in pairs if pair[0].language == language]


def _is(phrase: Phrase, other: set[str], latin: bool) -> bool:
    return phrase.language in other and phrase.transliterated == latin
