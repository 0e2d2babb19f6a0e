"""werkmaat simulator: the Bot API on this machine alone, to try any bot."""

from functools import partial

import typer

from bot.cli.common import fail, settings
from bot.wiring.process import CannotStart, run_until_stopped


def simulator() -> None:
    """Start the simulator alone, on the console's port. Ctrl-C stops it."""
    from bot.wiring.console_process import run_simulator

    found = settings()
    typer.echo(f"Phone    {found.console_address}/phone")
    typer.echo(f"Bot API  {found.console_address}  (WERKMAAT_TELEGRAM_API_URL of the bot to try)")
    try:
        run_until_stopped(partial(run_simulator, found))
    except CannotStart as error:
        fail(str(error))
