"""What the commands share: settings, the store, and how results and failures are told."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, NoReturn, TypeAlias

import typer
from rich.console import Console
from rich.progress import Progress

from bot.catalogue.course import NotPublished
from bot.i18n import BrokenLocales
from bot.settings import Settings, WrongSettings, load
from bot.store import Store
from bot.store.migrating import is_current
from bot.wiring import logs
from bot.wiring.parts import Parts, open_store, put_together

AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]


JOINERS = "\u200c\u200d"
"""Invisible, and needed: in Persian words, and in emoji."""


def group(help_text: str) -> typer.Typer:
    """A group of commands, or the whole."""
    return typer.Typer(help=help_text, no_args_is_help=True, add_completion=False, rich_markup_mode=None)


def fail(message: str) -> NoReturn:
    """End the command with exit code 1 and this message."""
    typer.echo(message, err=True)
    raise typer.Exit(1)


def say(line: str) -> None:
    """Tell the person at the terminal something that is no result."""
    typer.echo(line, err=True)


def on_one_line(words: str) -> str:
    """Words from outside as a terminal may show them: on one line, and nothing in them that it would obey."""
    shown = (sign if sign.isprintable() or sign in JOINERS else " " for sign in words)
    return " ".join("".join(shown).split())


def print_json(result: Any) -> None:
    """Print a result as one JSON document."""
    typer.echo(json.dumps(result, ensure_ascii=False, indent=2))


def settings() -> Settings:
    """The settings, and logs as they want them; the command ends when one is wrong."""
    try:
        found = load()
    except WrongSettings as error:
        fail(str(error))
    logs.set_up(found.log_format)
    return found


@contextmanager
def opened_store() -> Iterator[Store]:
    """The store; the command ends when its tables are not up to date."""
    store = open_store(settings())
    try:
        if not is_current(store):
            fail("The database is not up to date. Run: werkmaat db upgrade")
        yield store
    finally:
        store.close()


@contextmanager
def opened() -> Iterator[Parts]:
    """The store and what is published in it; the command ends when that is nothing."""
    with opened_store() as store:
        try:
            yield put_together(load(), store)
        except (NotPublished, BrokenLocales) as error:
            fail(str(error))


def progress_bar() -> Progress:
    """A progress bar on standard error, for long work; gone when done, and none where nobody looks on."""
    console = Console(file=sys.stderr)
    return Progress(console=console, transient=True, disable=not console.is_terminal)
