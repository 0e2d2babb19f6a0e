"""werkmaat content: the exercises, tips, regions and phrases in ``content/``."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

import typer

from bot.catalogue.check import check
from bot.catalogue.problems import BrokenContent, Problem
from bot.catalogue.publish import publish
from bot.catalogue.summary import Summary, summary
from bot.cli.common import AsJson, fail, group, opened_store, print_json, say
from bot.settings import CONTENT, LOCALES
from bot.wiring.parts import clock

app = group("The exercises, tips, regions and phrases in content/.")


@app.command("check")
def check_content(
    summarise: Annotated[bool, typer.Option("--summary", help="Also count what there is.")] = False,
    json: AsJson = False,
) -> None:
    """Check every file, and tell everything that is wrong at once."""
    problems = check(CONTENT, LOCALES)
    counts = summary(CONTENT, LOCALES, clock().date()) if summarise else None
    if json:
        print_json({"problems": [asdict(one) for one in problems], "summary": asdict(counts) if counts else None})
    else:
        _print_problems(problems)
        _print_counts(counts)
    if problems:
        raise typer.Exit(1)
    say("The content is in order.")


@app.command("import")
def import_content() -> None:
    """Publish what changed in content/. A running bot shows it within a second."""
    with opened_store() as store:
        try:
            published = publish(CONTENT, store, clock())
        except BrokenContent as error:
            _print_problems(error.problems)
            fail("Nothing was published.")
    for entry in published.new:
        typer.echo(f"published {entry}")
    for entry in published.retired:
        typer.echo(f"retired {entry}")


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        typer.echo(str(problem))


def _print_counts(counts: Summary | None) -> None:
    for name, values in asdict(counts).items() if counts else ():
        typer.echo(f"{name.replace('_', ' ')}:")
        for what, value in values.items():
            shown = ", ".join(f"{count} {of}" for of, count in value.items()) if isinstance(value, dict) else value
            typer.echo(f"  {what}: {shown}")
