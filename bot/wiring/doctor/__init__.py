"""The doctor: one small check for each thing that can go wrong on a server, and what to do about it."""

from collections.abc import Callable, Iterator, Mapping

from bot.telegram.trouble import describe
from bot.wiring.doctor import alerts, database, files, running, sound, telegram, time
from bot.wiring.doctor.finding import Finding, State, broken
from bot.wiring.doctor.machine import Machine

__all__ = ["CHECKS", "Finding", "Machine", "State", "examine"]

Check = Callable[[Machine], Finding]

CHECKS: Mapping[str, Check] = {
    "token": telegram.token,
    "webhook": telegram.webhook,
    "clock": time.clock,
    "zone": time.zone,
    "database": database.database,
    "migrations": database.migrations,
    "inbox": database.parked_updates,
    "outbox": database.parked_messages,
    "content": files.content,
    "facts": files.facts,
    "locales": files.locales,
    "model": files.model,
    "disk": files.disk,
    "bot": running.bot,
    "mail": alerts.mail,
    "alerts": alerts.open_alerts,
    "sound": sound.sound,
}

REST_ON: Mapping[str, str] = {
    "migrations": "database",
    "inbox": "migrations",
    "outbox": "migrations",
    "content": "migrations",
    "mail": "migrations",
    "alerts": "migrations",
}
"""Checks that make no sense while another thing is broken."""


def examine(machine: Machine) -> Iterator[tuple[str, Finding]]:
    """Yield the name of each check and what it found, in the order of the table. Nothing is raised."""
    found: dict[str, Finding] = {}
    for name, check in CHECKS.items():
        first = REST_ON.get(name)
        if first and found[first].state is State.BROKEN:
            found[name] = broken("not looked at", f"mend first what is said of {first}")
        else:
            found[name] = _look(check, machine)
        yield name, found[name]


def _look(check: Check, machine: Machine) -> Finding:
    try:
        return check(machine)
    except Exception as error:  # a check that fails must not hide the others
        return broken(f"could not be looked at ({describe(error)})", "mend what else is broken, and look again")
