"""werkmaat content: the exercises, tips, regions and phrases in ``content/``."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from bot.catalogue.check import check
from bot.catalogue.problems import BrokenContent, Kind, Problem
from bot.catalogue.publish import publish
from bot.catalogue.summary import Summary, summary
from bot.cli import work_words
from bot.cli.common import AsJson, fail, group, opened_store, print_json, say
from bot.settings import CONTENT, LOCALES
from bot.wiring.parts import clock

NAMES = {Kind.PROBLEM: "problems", Kind.DUE: "due", Kind.ADVICE: "advice"}
"""What scripts read."""

HEADINGS = {Kind.DUE: "to be looked at again", Kind.ADVICE: "advice"}
"""What people read above that which fails nothing."""

app = group("The exercises, tips, regions and phrases in content/.")
app.command("words")(work_words.words)


@app.command("check")
def check_content(
    summarise: Annotated[bool, typer.Option("--summary", help="Also count what there is.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail also for what is past its date.")] = False,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day to judge dates from.")] = None,
    json: AsJson = False,
) -> None:
    """Check every file, and tell at once what is wrong, what is to be looked at again, and what could be better."""
    day = (today or clock()).date()
    found = {kind: [one for one in check(CONTENT, LOCALES, day) if one.kind is kind] for kind in Kind}
    counts = summary(CONTENT, LOCALES) if summarise else None
    if json:
        told = {name: [asdict(one) for one in found[kind]] for kind, name in NAMES.items()}
        print_json({**told, "summary": asdict(counts) if counts else None})
    else:
        _print_found(found)
        _print_counts(counts)
    if found[Kind.PROBLEM] or (strict and found[Kind.DUE]):
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


def _print_found(found: Mapping[Kind, list[Problem]]) -> None:
    """What must be mended first; the rest below, each under its heading."""
    for kind, problems in found.items():
        if problems and kind in HEADINGS:
            typer.echo(f"\n{HEADINGS[kind]} (docs/content-check.md):")
        _print_problems(problems)


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        typer.echo(str(problem))


def _print_counts(counts: Summary | None) -> None:
    for name, values in asdict(counts).items() if counts else ():
        typer.echo(f"{name.replace('_', ' ')}:")
        for what, value in values.items():
            shown = ", ".join(f"{count} {of}" for of, count in value.items()) if isinstance(value, dict) else value
            typer.echo(f"  {what}: {shown}")
