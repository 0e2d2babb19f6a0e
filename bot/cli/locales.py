"""werkmaat locales: every word that a person reads, in every own language."""

from dataclasses import asdict
from typing import Annotated, NoReturn

import typer

from bot.catalogue.locales import check_locales
from bot.catalogue.problems import BrokenContent, Problem
from bot.catalogue.translating.files import Files
from bot.catalogue.translating.studio import Translating
from bot.catalogue.translating.taking_out import Taken, take_out
from bot.catalogue.translations import update
from bot.cli.common import AsJson, fail, group, opened, print_json, say
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
        _fail(error.problems)
    for one in updates:
        typer.echo(f"{one.file}: {one.added} added, {one.dropped} dropped, {one.untranslated} to translate")


@app.command("take-out")
def take_out_translations(
    check_only: Annotated[bool, typer.Option("--check", help="Only tell; fail if they differ.")] = False,
) -> None:
    """Bring what staff translated in the studio into the files of locales/, so that both say the same."""
    with opened() as parts:
        try:
            found = take_out(Translating(parts.store, parts.courses, Files(LOCALES)), write=not check_only)
        except BrokenContent as error:
            _fail(error.problems)
    for one in found:
        typer.echo(_told(one, check_only))
    if not found:
        say("The files say what the studio says.")
    if check_only and found:
        raise typer.Exit(1)


def _told(one: Taken, check_only: bool) -> str:
    done = "would be changed" if check_only else "changed"
    lacks = f", {len(one.lacking)} that it does not have: run `werkmaat locales update`" if one.lacking else ""
    return f"{one.file}: {len(one.otherwise)} entries {done}{lacks}"


def _fail(problems: list[Problem]) -> NoReturn:
    for problem in problems:
        typer.echo(str(problem), err=True)
    fail("No file was changed.")
