"""Blocks of turns beside pages and without, by turns: what disturbs the machine disturbs both alike."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import cycle
from random import Random
from time import perf_counter

from bench.beside.visiting import EVERY, Visiting, visiting
from bench.console.contest import QUICK, Sizes
from bench.console.worlds import recipe, world
from bench.folders import working_folder
from bench.progress import bar
from bench.report import Finding, Options
from bench.turn.ours import OurLearner, desk_on
from bench.turn.sample import middle, ratio, slow
from bench.turn.script import TEXTS
from bot.store import Store

BLOCKS, QUICK_BLOCKS = 12, 1
SECONDS, QUICK_SECONDS = 10.0, 3.0
"""How long a block lasts."""

FIRST_CHAT = 1
COLUMNS = ("", "without pages: turns", "median", "95 %", "beside pages: turns", "median", "95 %", "ratio", "target")
TARGET = "at most 1.15"


@dataclass
class Side:
    """Seconds that turns took, by kind, and how many pages were opened meanwhile in how many seconds."""

    times: Mapping[str, list[float]] = field(default_factory=lambda: {"text": [], "button": []})
    pages: int = 0
    seconds: float = 0.0


def measure(options: Options) -> Finding:
    """Measure on a SQLite database with many learners, where one process waits for the other's writing."""
    sizes = QUICK if options.quick else Sizes()
    blocks, seconds = (QUICK_BLOCKS, QUICK_SECONDS) if options.quick else (BLOCKS, SECONDS)
    with working_folder(options) as folder:
        what = recipe(folder, options.seed, sizes.lives, sizes.attempts)
        with world(folder, "sqlite", sizes.many, what) as url, visiting(url) as other:
            alone, beside = asyncio.run(_by_turns(url, other, blocks, seconds, options.seed))
    return _finding(alone, beside, sizes)


async def _by_turns(url: str, other: Visiting, blocks: int, seconds: float, seed: int) -> tuple[Side, Side]:
    store, random = Store(url), Random(seed)
    learner = OurLearner(desk_on(store, seed), FIRST_CHAT, random)
    alone, beside = Side(), Side()
    await _block(learner, Side(), seconds)
    with bar("Turns beside pages and without", blocks) as told:
        for number in range(blocks):
            await _block(learner, alone, seconds)
            other.begin()
            await _block(learner, beside, seconds)
            beside.pages += other.stop()
            told(number + 1)
    store.close()
    return alone, beside


async def _block(learner: OurLearner, side: Side, seconds: float) -> None:
    """Turns one after the other; every fifth is typed."""
    began, texts = perf_counter(), cycle(TEXTS)
    while perf_counter() - began < seconds:
        side.times["text"].append(await learner.text(next(texts)))
        for _ in range(4):
            side.times["button"].append(await learner.button())
    side.seconds += perf_counter() - began


def _finding(alone: Side, beside: Side, sizes: Sizes) -> Finding:
    rows = tuple(
        (
            kind,
            *(cell for times in (without, busy) for cell in (f"{len(times)}", middle(times), slow(times))),
            ratio(busy, without),
            TARGET,
        )
        for kind, without, busy in ((kind, alone.times[kind], beside.times[kind]) for kind in alone.times)
    )
    came = beside.pages / beside.seconds
    note = (
        f"Milliseconds. A console in a process of its own opens a page every {EVERY:g} s (Today, a learner, a group,"
        f" the list, by turns): {came:.1f} pages a second came. SQLite with {sizes.many:,} learners who made"
        f" {sizes.attempts} attempts each; the turns are those of one learner more, one after the other without a"
        " pause, with the trained model. Blocks with pages and without, by turns."
    )
    return Finding("The bot's turn beside the console", COLUMNS, rows, (note,))
