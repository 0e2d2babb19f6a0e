"""``make crash``: kill the bot with SIGKILL again and again, on SQLite and on PostgreSQL, and look what is left."""

import json
import shutil
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bench.crash.databases import DATABASES
from bench.crash.trial import Plan, hold
from bench.crash.verdict import Verdict
from bot.dialogue import loading
from bot.i18n import Catalogues
from bot.journeys.understanding import Brain
from bot.settings import LOCALES, Settings


def crash(
    kills: Annotated[int, typer.Option(help="How often the bot is killed, on each database.")] = 200,
    database: Annotated[list[str] | None, typer.Option(help="sqlite, postgres; both if not given.")] = None,
    people: Annotated[int, typer.Option(help="How many learners talk to it.")] = 40,
    pause: Annotated[float, typer.Option(help="Seconds between two deeds of a learner, on average.")] = 2.0,
    longest: Annotated[float, typer.Option(help="The most seconds that a bot works.")] = 2.0,
    seed: Annotated[int, typer.Option(help="Decides the moments, and what learners do.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")] = False,
    model: Annotated[
        Path | None, typer.Option(help="The folder of the trained model; if not given, the program's.")
    ] = None,
) -> None:
    """Kill the bot at random moments under load, and check that nothing was lost or done twice."""
    plan = Plan(kills, people, longest, pause, seed)
    names = database or list(DATABASES)
    if unknown := set(names) - set(DATABASES):
        raise typer.BadParameter(f"{', '.join(unknown)}: there is {', '.join(DATABASES)}", param_hint="--database")
    print("Loading the model", file=sys.stderr)
    brain, catalogues = loading.load(model or Settings().model_folder), Catalogues.load(LOCALES)
    # The bar is drawn when told to: drawing by itself takes a thread, and this process forks.
    with Progress(console=Console(file=sys.stderr), auto_refresh=False, transient=True) as bar:
        verdicts = {name: _hold(plan, name, bar, brain, catalogues) for name in names}
    if as_json:
        print(json.dumps(verdicts, default=vars))
    else:
        _print(plan, verdicts)
    raise typer.Exit(1 if any(verdict.faults for verdict in verdicts.values()) else 0)


def _hold(plan: Plan, name: str, bar: Progress, brain: Brain, catalogues: Catalogues) -> Verdict:
    """A trial on one database. What it leaves is kept where something is wrong."""
    task = bar.add_task(name, total=plan.kills)

    def killed() -> None:
        bar.advance(task)
        bar.refresh()

    folder = Path(mkdtemp(prefix=f"werkmaat-crash-{name}-"))
    with DATABASES[name](folder) as url:
        verdict = hold(plan, url, folder, brain, catalogues, killed)
    if verdict.faults:
        print(f"What {name} left is in {folder}", file=sys.stderr)
    else:
        shutil.rmtree(folder)
    return verdict


def _print(plan: Plan, verdicts: dict[str, Verdict]) -> None:
    Console().print(_table(plan, verdicts))
    for name, verdict in verdicts.items():
        for fault in verdict.faults:
            print(f"{name}: {fault}")


def _table(plan: Plan, verdicts: dict[str, Verdict]) -> Table:
    table = Table("", *verdicts, title=f"{plan.kills} kills, {plan.people} learners, seed {plan.seed}")
    for name in next(iter(verdicts.values())).numbers:
        table.add_row(name, *(str(verdict.numbers[name]) for verdict in verdicts.values()))
    table.add_row("faults", *(str(len(verdict.faults)) for verdict in verdicts.values()))
    return table


def main() -> None:
    """Run the command."""
    typer.run(crash)
