"""werkmaat doctor: whether all is well on this machine, and what to do where it is not."""

import typer

from bot.cli.common import AsJson, print_json, progress_bar, settings
from bot.wiring.doctor import CHECKS, Finding, Machine, State, examine

STATE_WIDTH = max(map(len, State)) + 2
NAME_WIDTH = max(map(len, CHECKS)) + 2


def doctor(json: AsJson = False) -> None:
    """Look at everything that can go wrong, and say what to do. Fails when something is broken."""
    found = _examine(Machine(settings()))
    if json:
        print_json([_as_json(name, finding) for name, finding in found.items()])
    else:
        for name, finding in found.items():
            _print(name, finding)
    if any(finding.state is State.BROKEN for finding in found.values()):
        raise typer.Exit(1)


def _examine(machine: Machine) -> dict[str, Finding]:
    with progress_bar() as bar:
        return dict(bar.track(examine(machine), total=len(CHECKS), description="Looking"))


def _print(name: str, finding: Finding) -> None:
    typer.echo(f"{finding.state:<{STATE_WIDTH}}{name:<{NAME_WIDTH}}{finding.found}")
    if finding.to_do:
        typer.echo(f"{'':<{STATE_WIDTH + NAME_WIDTH}}To do: {finding.to_do}")


def _as_json(name: str, finding: Finding) -> dict[str, str | None]:
    return {"check": name, "state": finding.state, "found": finding.found, "to_do": finding.to_do or None}
