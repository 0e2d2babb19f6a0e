"""The development set, read by the trained model, and by ours and stock Rasa's DIET that learned few phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from bench.folders import working_folder
from bench.numbers import percentile
from bench.report import Finding, Options
from bench.understanding.few import train_ours, train_stock, write_sample
from bench.understanding.flagging import false_flags, flagged, phrasebook
from bench.understanding.marks import Pairs, false_accepts, intents_right, topics_right, worst
from bench.understanding.phrases import Phrase, Told, development, judged, judged_danger, training_texts
from bench.understanding.reader import Read, read_all
from bot.dialogue import model
from bot.dialogue.discretion import make_discreet
from bot.settings import Settings

COLUMNS = (
    "", "phrases", "intent", "topic", "out of scope accepted", "few: intent", "few: DIET", "few: out of scope accepted",
    "few: DIET accepts", "danger said plainly", "hinted at", "of others", "harmless, flagged",
)  # fmt: skip
TITLE = "Understanding free text, beside stock Rasa's DIET"
WORST = 6
QUICK = 20
"""Quickly only one phrase in so many is read."""

MEGABYTE = 1e6


@dataclass(frozen=True)
class Readings:
    """What each made of the same phrases: the trained model; ours and stock Rasa, which learned few phrases."""

    full: Pairs
    few: Pairs
    stock: Pairs

    def of(self, language: str) -> "Readings":
        """The phrases of one language."""
        return self.only([phrase.language == language for phrase, _ in self.full])

    def only(self, wanted: Sequence[bool]) -> "Readings":
        """Some of the phrases."""
        return Readings(*([pair for pair, is_in in zip(pairs, wanted, strict=True) if is_in] for pairs in self._all))

    @property
    def _all(self) -> tuple[Pairs, Pairs, Pairs]:
        return self.full, self.few, self.stock

    def values(self) -> tuple[float, ...]:
        """The columns of the table from ``intent`` to the last before danger."""
        both = [(intents_right(pairs), false_accepts(pairs)) for pairs in (self.few, self.stock)]
        (few_intent, few_accepts), (stock_intent, stock_accepts) = both
        full = (intents_right(self.full), topics_right(self.full), false_accepts(self.full))
        return (*full, few_intent, stock_intent, few_accepts, stock_accepts)


def measure(options: Options) -> Finding:
    """Read everything with all three."""
    make_discreet()
    phrases = judged()[:: QUICK if options.quick else 1]
    texts = [phrase.text for phrase in phrases]
    file = model.own_model(Settings().model_folder)
    alarming = judged_danger()[:: QUICK if options.quick else 1]
    danger = list(zip(alarming, read_all(file, [one.text for one in alarming], "Phrases of danger"), strict=True))
    with working_folder(options) as folder:
        sample = folder / "sample.yml"
        learned = write_sample(sample, "en" if options.quick else "*")
        few_file, few_seconds = train_ours(folder, sample)
        stock_file, stock_seconds = train_stock(folder, sample, options.quick)
        read = (read_all(one, texts, f"{one.name} reads") for one in (file, few_file, stock_file))
        readings = Readings(*(list(zip(phrases, each, strict=True)) for each in read))
    rows = (*_languages(readings, danger), _macro(readings), *_scripts(readings))
    took = f"ours in {few_seconds:.0f} s, stock Rasa in {stock_seconds:.0f} s"
    beside = f"Few: both learned the same {learned} phrases, {took}."
    return Finding(TITLE, COLUMNS, rows, (*_notes(readings, file), beside))


def _languages(readings: Readings, danger: Sequence[tuple[Told, Read]]) -> Iterator[tuple[str, ...]]:
    book = phrasebook()
    for language in languages(readings.full):
        flags = flagged(book, danger, language)
        yield (language, *_row(readings.of(language)), *(f"{share:.2f}" for share in flags.values()))


def _macro(readings: Readings) -> tuple[str, ...]:
    each = [readings.of(language).values() for language in languages(readings.full)]
    means = (f"{fmean(column):.3f}" for column in zip(*each, strict=True))
    return ("all, mean", str(len(readings.full)), *means, *[""] * 4)


def _scripts(readings: Readings) -> Iterator[tuple[str, ...]]:
    """Languages with another script: as they are written, and in Latin letters."""
    other = {phrase.language for phrase, _ in readings.full if phrase.transliterated}
    for name, latin in (("own script", False), ("in Latin letters", True)):
        yield (name, *_row(readings.only([_is(phrase, other, latin) for phrase, _ in readings.full])), *[""] * 4)


def _notes(readings: Readings, file: Path) -> Iterator[str]:
    ours, few, stock = readings.full, readings.few, readings.stock
    weak = ", ".join(f"{name} {right:.2f} (mostly taken for {other})" for name, right, other in worst(ours, WORST))
    yield f"Read worst: {weak}."
    wrong, few_wrong, theirs = (1 - intents_right(pairs) for pairs in (ours, few, stock))
    yield f"The intent is wrong in {wrong:.3f} of the phrases; few: in {few_wrong:.3f}, stock Rasa in {theirs:.3f}."
    yield "Out of scope accepted: the share that passes where 95 % of what is within the scope passes."
    yield f"Milliseconds a message: {_times(ours)}. With stock Rasa: {_times(stock)}."
    yield f"Our model has {file.stat().st_size / MEGABYTE:.1f} MB and learned {len(training_texts())} phrases."
    ordinary = development()
    yield f"Of {len(ours)} ordinary phrases, {false_flags(phrasebook(), ours)} get a flag of danger."
    yield f"Left out, since they stand in the training phrases too: {len(ordinary) - len(ours)} phrases."


def _times(pairs: Pairs) -> str:
    times = [read.seconds * 1000 for _, read in pairs]
    return f"{percentile(times, 0.5):.1f} (median), {percentile(times, 0.95):.1f} (95th percentile)"


def languages(pairs: Pairs) -> list[str]:
    """The languages of the phrases."""
    return sorted({phrase.language for phrase, _ in pairs})


def _row(readings: Readings) -> tuple[str, ...]:
    return (str(len(readings.full)), *(f"{value:.3f}" for value in readings.values()))


def _is(phrase: Phrase, other: set[str], latin: bool) -> bool:
    return phrase.language in other and phrase.transliterated == latin
