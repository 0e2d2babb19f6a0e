"""werkmaat locales: every word that a person reads, in every own language."""

from dataclasses import asdict

import typer

from bot.catalogue.locales import check_locales
from bot.catalogue.problems import BrokenContent
from bot.catalogue.translations import update
from bot.cli.common import AsJson, fail, group, print_json, say
from bot.settings import CODE, CONTENT, LOCALES

app = group("The translations in locales/.")


@app.command("check")
def check(json: AsJson = False) -> None:
    """Check that every language says everything, and that nothing is stale."""
    problems = check_locales(LOCALES, CONTENT, CODE)
    if json:
        print_json([asdict(one) for one in problems])
    else:
        for problem in problems:
            typer.echo(str(problem))
    if problems:
        raise typer.Exit(1)
    say("The translations are in order.")


@app.command("update")
def update_translations() -> None:
    """Merge the words of the content into every language's content.po; translations stay."""
    try:
        updates = update(CONTENT, LOCALES)
    except BrokenContent as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        fail("No file was changed.")
    for one in updates:
        typer.echo(f"{one.file}: {one.added} added, {one.dropped} dropped, {one.untranslated} to translate")
