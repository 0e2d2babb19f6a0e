"""One learner's turns, one after the other, with Werkmaat and with stock Rasa."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from random import Random

from bench.folders import working_folder
from bench.progress import bar
from bench.report import Finding, Options
from bench.stock.service import Stock, stock
from bench.turn.learner import Learner
from bench.turn.ours import OurLearner, next_day, ours
from bench.turn.sample import middle, ratio
from bench.turn.script import TEXTS
from bench.turn.theirs import TheirLearner
from tests.fakes.desk import Desk

TURNS, QUICK_TURNS = 2000, 240
WINDOW = 100
"""So many turns make a median."""

EARLY = slice(WINDOW, 2 * WINDOW)
"""The turns before these are left out: everything is new then."""

BLOCK = 20
"""Turns in a row; a day passes after each block."""

OLD, YOUNG, STOCK = 1, 2, 3
"""Chats."""

COLUMNS = ("", "turns 100 to 200", "last 100 turns", "which are", "growth", "target")
NOTES = (
    f"Milliseconds, medians. One turn in five is typed. After {BLOCK} turns a day passes, with all that the clock does "
    "in it. Werkmaat and stock Rasa take their turns block by block. Stock Rasa stops where the table says, for it "
    "gets slower and slower; nothing is extrapolated.",
    "The second learner of Werkmaat took turns 100 to 200 while the first one took the last 100, block by block, in "
    "the same database: what differs between these two is the learner's past alone.",
    "Stock Rasa's conversation is one session, as the project's rules have it. As it comes, Rasa begins a new session "
    "after an hour of silence and reads only that one: who practises a little every day would not meet this growth.",
)


@dataclass
class Life:
    """A learner and the seconds that each of their turns took."""

    learner: Learner
    times: list[float] = field(default_factory=list)

    async def block(self) -> None:
        """The next turns."""
        texts = cycle(TEXTS[len(self.times) // BLOCK % len(TEXTS) :] + TEXTS)
        for number in range(BLOCK):
            turn = self.learner.button() if number % 5 else self.learner.text(next(texts))
            self.times.append(await turn)


def measure(options: Options) -> Finding:
    """Measure both sides in one run."""
    turns, stock_turns = (QUICK_TURNS, QUICK_TURNS) if options.quick else (TURNS, options.stock_turns)
    with working_folder(options) as folder, stock(folder) as rasa, ours(folder, options.seed) as desk:
        rasa.wait()
        return asyncio.run(_grow(desk, rasa, Random(options.seed), turns, stock_turns))


async def _grow(desk: Desk, rasa: Stock, random: Random, turns: int, stock_turns: int) -> Finding:
    old, young = (Life(OurLearner(desk, chat, random)) for chat in (OLD, YOUNG))
    theirs = Life(TheirLearner(rasa, STOCK))
    with bar("One learner's turns", turns) as show:
        for done in range(0, turns, BLOCK):
            await old.block()
            if done < stock_turns:
                await theirs.block()
            if done < EARLY.start or done >= turns - WINDOW:
                await young.block()
            await next_day(desk)
            show(done + BLOCK)
    return _finding(old.times, young.times, theirs.times)


def _finding(old: Sequence[float], young: Sequence[float], theirs: Sequence[float]) -> Finding:
    rows = (
        _row("Werkmaat", old[EARLY], old, "at most 1.1"),
        _row("Werkmaat, beside a second learner", young[EARLY], old, ""),
        _row("stock Rasa", theirs[EARLY], theirs, ""),
    )
    return Finding("Growth: a turn of a learner who has been here for long", COLUMNS, rows, NOTES)


def _row(name: str, early: Sequence[float], times: Sequence[float], target: str) -> tuple[str, ...]:
    late = times[-WINDOW:]
    which = f"{len(times) - WINDOW} to {len(times)}"
    return name, middle(early), middle(late), which, ratio(late, early), target
