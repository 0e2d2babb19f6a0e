"""The command: run the benchmarks that there are, print what they found, and write it into docs/benchmarks.md."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, TypeAlias

import typer
from rich.console import Console
from rich.table import Table

import bench
from bench.machine import measured_on
from bench.report import Finding, Options, markdown, put
from bot.settings import ROOT

DOCUMENT = ROOT / "docs" / "benchmarks.md"

WIDE = 240
"""Characters of a line in a file or a pipe, where nothing has to fit on a screen."""

Measure: TypeAlias = Callable[[Options], Finding]


def benchmarks() -> dict[str, Measure]:
    """The benchmarks by name: every package in this folder that has a ``measure``."""
    packages = {
        found.name: import_module(f"bench.{found.name}") for found in iter_modules(bench.__path__) if found.ispkg
    }
    return {name: package.measure for name, package in packages.items() if hasattr(package, "measure")}


def run(
    names: Annotated[list[str] | None, typer.Argument(help="Which to run. Default: all.", show_default=False)] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Only see that they work; the numbers say little.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write the results into docs/benchmarks.md.")] = False,
    seed: Annotated[int, typer.Option(help="Of all randomness.")] = Options.seed,
    data: Annotated[
        Path | None, typer.Option(help="A folder to write in. Default: in var/bench.", file_okay=False, exists=True)
    ] = None,
    stock_turns: Annotated[int, typer.Option(help="Turns of one learner with stock Rasa.", min=200)] = (
        Options.stock_turns
    ),
    reviews: Annotated[
        Path | None, typer.Option(help="A public py-fsrs review log (CSV), for recall.", dir_okay=False, exists=True)
    ] = None,
) -> None:
    """Measure, and print tables. Nothing else should run on the machine meanwhile."""
    known = benchmarks()
    if unknown := set(names or ()) - known.keys():
        typer.echo(
            f"There is no benchmark {', '.join(sorted(unknown))}. There are: {', '.join(sorted(known))}.", err=True
        )
        raise typer.Exit(2)
    for name in names or sorted(known):
        finding = known[name](Options(quick, seed, data, stock_turns, reviews))
        show(finding)
        if write:
            text = markdown(finding, measured_on(datetime.now(UTC)))
            DOCUMENT.write_text(put(DOCUMENT.read_text(), name, text))


def show(finding: Finding) -> None:
    """Print a finding to standard output."""
    table = Table(title=finding.title, title_justify="left", caption="\n".join(finding.notes), caption_justify="left")
    for number, column in enumerate(finding.columns):
        table.add_column(column, justify="right" if number else "left")
    for row in finding.rows:
        table.add_row(*row)
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE).print(table)


def main() -> None:
    """What ``python -m bench`` runs."""
    typer.run(run)
