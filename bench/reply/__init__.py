"""A reply while a broadcast runs: how much later it comes than one without."""

from collections.abc import Sequence
from statistics import median

from bench.folders import working_folder
from bench.numbers import percentile
from bench.progress import bar
from bench.reply.rounds import PAUSE, Rounds, hold
from bench.reply.waits import Wait, beside
from bench.report import Finding, Options

ROUNDS, SECONDS = 5, 10.0
"""Some hundred taps beside a broadcast, and as many without."""

FEW, SHORT = 1, 5.0
"""For a quick look."""

COLUMNS = ("Milliseconds", "Taps", "Median", "95 % within", "to the inbox", "decided and kept", "to the phone")


def measure(options: Options) -> Finding:
    """Let learners tap beside broadcasts and without, by turns."""
    rounds, seconds = (FEW, SHORT) if options.quick else (ROUNDS, SECONDS)
    with working_folder(options) as folder, bar("Replies", rounds) as told:
        found = hold(folder / "reply", rounds, seconds, options.seed, told)
    return finding(found)


def finding(found: Rounds) -> Finding:
    """What the rounds showed."""
    alone, busy = beside(found.waits, found.pauses), beside(found.waits, found.broadcasts)
    times = median(wait.seconds for wait in busy) / median(wait.seconds for wait in alone)
    rows = (_row("Without a broadcast", alone), _row("While a broadcast runs", busy))
    return Finding("From a tap to the first answer on the phone", COLUMNS, rows, _notes(times))


def _row(name: str, waits: Sequence[Wait]) -> tuple[str, ...]:
    seconds = [wait.seconds for wait in waits]
    steps = (
        [wait.received - wait.tapped for wait in waits],
        [wait.kept - wait.received for wait in waits],
        [wait.answered - wait.kept for wait in waits],
    )
    numbers = (median(seconds), percentile(seconds, 0.95), *map(median, steps))
    return (name, str(len(waits)), *(f"{1000 * number:.0f}" for number in numbers))


def _notes(times: float) -> tuple[str, ...]:
    return (
        f"While a broadcast runs, the median is {times:.2f} times the one without.",
        f"Learners tap every {PAUSE:g} s on average, by turns beside a broadcast and without. The time runs from the"
        " moment at which the simulator queues the tap for the bot to that at which the first call for this chat"
        " arrives there. The last three columns are medians of its parts: long polling, the turn with the trained"
        " model and its commit, sending.",
    )
