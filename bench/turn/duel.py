"""Blocks of turns, ours and stock Rasa's by turns (A B A B): what disturbs the machine disturbs both alike."""

import asyncio
from dataclasses import dataclass, field
from itertools import cycle
from random import Random
from time import perf_counter

from bench.folders import working_folder
from bench.progress import bar
from bench.report import Finding, Options
from bench.stock.service import Stock, stock
from bench.turn.learner import Learner
from bench.turn.ours import OurLearner, ours
from bench.turn.sample import middle, ratio, slow
from bench.turn.script import TEXTS
from bench.turn.theirs import TheirLearner
from tests.fakes.desk import Desk

BLOCKS = 20
TURNS = 20
"""Typed turns in a block, each followed by a button. Every block is another learner's, from their first turn on."""

WARMING = 1000
"""The chat of a block before these, which does not count."""

COLUMNS = ("", "Werkmaat, median", "95th percentile", "stock Rasa, median", "95th percentile", "ratio", "target")
TARGETS = {"text": "at most 0.25", "button": "at most 0.15"}

NOTES = (
    "Milliseconds. Each block is a new learner's first {turns} turns. Blocks on either side, by turns: {blocks}, "
    "after one that does not count.",
    "The language understanding, the same model on both sides, takes {reading} ms of each text.",
)


@dataclass
class Times:
    """Seconds of turns, by kind."""

    text: list[float] = field(default_factory=list)
    button: list[float] = field(default_factory=list)


def measure(options: Options) -> Finding:
    """Measure both sides in one run."""
    with working_folder(options) as folder, stock(folder) as theirs, ours(folder, options.seed) as desk:
        theirs.wait()
        return asyncio.run(_compare(desk, theirs, 1 if options.quick else BLOCKS, Random(options.seed)))


async def _compare(desk: Desk, theirs: Stock, blocks: int, random: Random) -> Finding:
    mine, other = Times(), Times()
    await _block(OurLearner(desk, WARMING, random), Times())
    await _block(TheirLearner(theirs, WARMING), Times())
    with bar("Turns, ours and stock Rasa's", blocks) as done:
        for number in range(1, blocks + 1):
            await _block(OurLearner(desk, number, random), mine)
            await _block(TheirLearner(theirs, number), other)
            done(number)
    return _finding(mine, other, await _reading(desk), blocks)


async def _block(learner: Learner, times: Times) -> None:
    texts = cycle(TEXTS)
    for _ in range(TURNS):
        times.text.append(await learner.text(next(texts)))
        times.button.append(await learner.button())


async def _reading(desk: Desk) -> list[float]:
    """Seconds that the understanding alone takes."""
    times = []
    for words in TEXTS * 5:
        began = perf_counter()
        await desk.brain.read(words)
        times.append(perf_counter() - began)
    return times


def _finding(ours: Times, theirs: Times, reading: list[float], blocks: int) -> Finding:
    rows = tuple(
        (kind, middle(mine), slow(mine), middle(other), slow(other), ratio(mine, other), TARGETS[kind])
        for kind, mine, other in (("text", ours.text, theirs.text), ("button", ours.button, theirs.button))
    )
    known = {"turns": 2 * TURNS, "blocks": blocks, "reading": middle(reading)}
    return Finding("A turn beside stock Rasa's", COLUMNS, rows, tuple(note.format(**known) for note in NOTES))
