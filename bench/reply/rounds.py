"""Rounds: learners tap while a broadcast runs, then while none does, and again."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench import moments
from bench.broadcast.posting import post, waiting
from bench.moments import NotedBrain
from bench.outside import Deed
from bench.reply.tapping import Tapping, tap
from bench.reply.waits import Span, Wait, answers
from bench.service import Place, model, place
from bot.simulator.rates import MOST_A_SECOND
from bot.store import Store

TAPPING = 20
"""So many learners tap; all others get the broadcast."""

PAUSE = 0.5
"""Seconds between two taps, on average."""

REST = 3.0
"""Seconds: longer than the last answer takes."""

LOOK_AGAIN = 0.1
PATIENCE = 60.0


@dataclass
class Rounds:
    """What was done: all taps, when broadcasts ran and when none did, and the waits that came of it."""

    taps: list[Deed] = field(default_factory=list)
    broadcasts: list[Span] = field(default_factory=list)
    pauses: list[Span] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)


def hold(folder: Path, rounds: int, seconds: float, seed: int, told: Callable[[int], None]) -> Rounds:
    """Hold rounds with a bot and a database of its own.

    Args:
        folder: where the bot writes.
        rounds: how many.
        seconds: how long learners tap in each, beside a broadcast and again without.
        seed: decides who taps what, and when.
        told: gets the number of rounds done.

    Raises:
        RuntimeError: a broadcast neither begins nor ends.
        LookupError: a tap was not answered.
    """
    brain, catalogues = model()
    folder.mkdir()
    noted, found = NotedBrain(brain, folder / "kept"), Rounds()
    # So many that a broadcast outlasts the tapping.
    people = TAPPING + round((seconds + 2) * MOST_A_SECOND)
    with place(folder, people, noted, catalogues, tap) as here:
        bot = here.mother.fork()
        bot.wait_until_ready()
        with here.store() as store:
            # The first taps open lessons, and warm everything up.
            _tap(here, found, TAPPING * PAUSE, seed)
            for number in range(rounds):
                found.broadcasts.append(_beside_a_broadcast(here, store, found, seconds, seed + number))
                found.pauses.append(_tap(here, found, seconds, seed + number))
                told(number + 1)
            bot.stop()
            came, kept = moments.received(store), moments.kept(folder / "kept")
        answered = answers(found.taps, here.world.calls())
    noted.close()
    all_at = moments.together(moments.done(found.taps), came, kept, answered)
    found.waits += [Wait(*at) for _, at in all_at]
    return found


def _beside_a_broadcast(here: Place, store: Store, found: Rounds, seconds: float, seed: int) -> Span:
    """Let learners tap while others get a message. Returns when that went on."""
    listening = here.world.phones[TAPPING:]
    post(store, listening, f"round{seed}")
    _until(lambda: waiting(store) < len(listening))
    begin = time.time()
    _tap(here, found, seconds, seed)
    _until(lambda: not waiting(store))
    return Span(begin, max(call.at for call in here.world.calls() if call.chat in listening))


def _tap(here: Place, found: Rounds, seconds: float, seed: int) -> Span:
    """Let learners tap. Returns when they did."""
    begin = time.time()
    here.world.begin(Tapping(here.world.phones[:TAPPING], seconds, PAUSE, seed))
    found.taps += here.world.result()
    end = time.time()
    time.sleep(REST)
    return Span(begin, end)


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > until:
            raise RuntimeError("A broadcast does not get on")
        time.sleep(LOOK_AGAIN)
