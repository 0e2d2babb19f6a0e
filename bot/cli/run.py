"""werkmaat run: the whole, or one of its two processes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from bot.catalogue.course import NotPublished
from bot.cli import demo
from bot.cli.common import fail, settings
from bot.cli.database import bring_up_to_date
from bot.i18n import BrokenLocales, Catalogues
from bot.settings import LOCALES, Settings
from bot.wiring.giving_way import give_way
from bot.wiring.parts import Parts, open_store, put_together
from bot.wiring.process import CannotStart, run_until_stopped

log = logging.getLogger(__name__)

EXPECTED = (CannotStart, NotPublished, BrokenLocales)
"""What keeps a process from starting, with a message that says what to do."""


class Role(StrEnum):
    """What a process does."""

    ALL = "all"
    BOT = "bot"
    CONSOLE = "console"


def run(
    role: Annotated[Role, typer.Option(help="all: both processes, each started again if it dies.")] = Role.ALL,
    parent: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    """Start Werkmaat: the bot with its clock, and the console. Ctrl-C stops it."""
    from bot.wiring.sound import BUILD_ASIDE
    from bot.wiring.supervisor import supervise

    found = settings()
    if role is Role.ALL:
        _check_translations()
    if parent is None and role is not Role.CONSOLE:
        bring_up_to_date(found)
        demo.make_people(found)
    if role is Role.ALL:
        _check_ports(found)
        _print_addresses(found)
        run_until_stopped(partial(supervise, (Role.CONSOLE, Role.BOT), BUILD_ASIDE))
    else:
        _run_role(found, role, parent)


def _run_role(found: Settings, role: Role, parent: int | None) -> None:
    if role is Role.CONSOLE:
        give_way()
    store = open_store(found)
    try:
        run_until_stopped(partial(_work(role), put_together(found, store)), parent)
    except* EXPECTED as group:
        fail("\n".join(str(error) for error in _leaves(group)))
    except* Exception:
        log.exception("The %s process failed", role)
        raise typer.Exit(1) from None
    finally:
        store.close()


def _work(role: Role) -> Callable[[Parts, asyncio.Event], Awaitable[None]]:
    """What a process of this role runs. Only the bot imports the dialogue engine."""
    if role is Role.CONSOLE:
        from bot.wiring.console_process import run_console

        return run_console
    from bot.wiring.bot_process import run_bot

    return run_bot


def _leaves(group: BaseException) -> list[BaseException]:
    if not isinstance(group, BaseExceptionGroup):
        return [group]
    return [leaf for error in group.exceptions for leaf in _leaves(error)]


def _check_translations() -> None:
    """Say at once, and once, that a language cannot be read; children would try again and again."""
    try:
        Catalogues.load(LOCALES)
    except BrokenLocales as error:
        fail(str(error))


def _check_ports(found: Settings) -> None:
    """Say at once, and once, that a port is taken; children would try again and again."""
    from bot.wiring.serving import listen

    try:
        listen(found.console_host, found.console_port, "WERKMAAT_CONSOLE_PORT").close()
        listen("127.0.0.1", found.bot_port, "WERKMAAT_BOT_PORT").close()
    except CannotStart as error:
        fail(str(error))


def _print_addresses(found: Settings) -> None:
    typer.echo(f"Console  {found.console_address}/")
    typer.echo(f"Health   {found.console_address}/healthz")
    if found.demo:
        typer.echo(f"Phone    {found.console_address}/phone")
        typer.echo("\n".join(["", *demo.what_to_try(found)]))
