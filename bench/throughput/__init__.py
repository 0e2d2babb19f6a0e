"""How many turns a second one bot process keeps up with."""

from bench.folders import working_folder
from bench.numbers import percentile
from bench.progress import bar
from bench.report import Finding, Options
from bench.throughput.steps import BEARABLE, EVERY, Step, climb, take

LOADS, SECONDS, BETWEEN = (10.0, 20.0, 40.0, 60.0, 80.0, 100.0, 140.0, 200.0), 15.0, 2
FEW, SHORT = (5.0, 10.0), 3.0
"""For a quick look."""

COLUMNS = (
    "Turns a second",
    "Learners",
    "Median, ms",
    "95 %, ms",
    "99 %, ms",
    "95 % from the inbox, ms",
    "Sent a second",
)


def measure(options: Options) -> Finding:
    """Raise the load by steps until learners wait too long."""
    loads, seconds, between = (FEW, SHORT, 0) if options.quick else (LOADS, SECONDS, BETWEEN)
    with working_folder(options) as folder, bar("Turns a second", len(loads) + between) as told:

        def measured(load: float) -> Step:
            found = take(folder / f"{load:g}", load, seconds, options.seed)
            told(len([*folder.iterdir()]))
            return found

        steps = climb(measured, loads, between)
    return Finding("Turns a second, at random moments", COLUMNS, tuple(map(_row, steps)), _notes(steps))


def _row(step: Step) -> tuple[str, ...]:
    waits = (percentile(step.taps, share) for share in (0.5, 0.95, 0.99))
    inbox = percentile(step.turns, 0.95)
    times = (f"{1000 * wait:,.0f}" for wait in (*waits, inbox))
    return (f"{step.rate:.0f}", str(step.learners), *times, f"{step.sent:.1f}")


def _notes(steps: list[Step]) -> tuple[str, ...]:
    most = max((step.rate for step in steps if step.bearable), default=0)
    return (
        f"{most:.0f} turns a second were kept up with: 95 % of them within {BEARABLE:g} s.",
        f"Every learner acts every {EVERY:g} s, at moments of a Poisson process that does not wait for answers: eight"
        " in ten tap an answer, one writes, one calls a command. The times run from the tap on the phone to the commit"
        " of its turn, which puts the replies into the outbox. Telegram takes no more than 30 messages a second,"
        " however many turns there are; fewer than that at a high load means that turns left sending no time.",
        "One bot process with the trained model, long polling, on SQLite, with the simulator beside it on the same"
        " machine.",
    )
