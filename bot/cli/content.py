"""werkmaat content: the exercises, tips, regions and phrases in ``content/``."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.catalogue.check import check
from bot.catalogue.problems import BrokenContent, Kind, Problem
from bot.catalogue.publish import publish
from bot.catalogue.skeletons import together
from bot.catalogue.summary import Summary, summary
from bot.cli import content_new, doubts, exchanging, quality, work_words
from bot.cli.common import AsJson, fail, group, opened_store, print_json, say
from bot.settings import CONTENT, LOCALES
from bot.wiring.parts import clock

NAMES = {Kind.PROBLEM: "problems", Kind.DUE: "due", Kind.ADVICE: "advice"}
"""What scripts read."""

HEADINGS = {Kind.DUE: "to be looked at again", Kind.ADVICE: "advice"}
"""What people read above that which fails nothing."""

app = group("The exercises, tips, regions and phrases in content/.")
app.command("words")(work_words.words)
app.command("doubts")(doubts.doubts)
app.command("export")(exchanging.export)
app.command("take-in")(exchanging.take_in)
app.command("quality")(quality.show_quality)
app.command("new-region")(content_new.new_region)
app.command("new-target")(content_new.new_target)


@app.command("check")
def check_content(
    summarise: Annotated[bool, typer.Option("--summary", help="Also count what there is.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail also for what is past its date.")] = False,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day to judge dates from.")] = None,
    also: Annotated[Path | None, typer.Option(help="A folder whose files are to stand in content/ too.")] = None,
    json: AsJson = False,
) -> None:
    """Check every file, and tell at once what is wrong, what is to be looked at again, and what could be better."""
    day = (today or clock()).date()
    if also and not also.is_dir():
        fail(f"There is no folder {also}.")
    with together(CONTENT, also) as content:
        told = check(content, LOCALES, day)
        counts = summary(content, LOCALES, day) if summarise else None
    found = {kind: [one for one in told if one.kind is kind] for kind in Kind}
    if not json:
        _print_found(found)
    if json:
        listed = {name: [asdict(one) for one in found[kind]] for kind, name in NAMES.items()}
        print_json({**listed, "summary": asdict(counts) if counts else None})
    else:
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
    for entry in published.beside:
        typer.echo(f"edited in the studio, so the file's form is a draft beside it: {entry}")


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
