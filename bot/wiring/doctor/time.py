"""Time: is it right here, and what is it for learners?"""

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import httpx

from bot.telegram.bot import THIS_MACHINE
from bot.wiring.doctor.finding import Finding, attention, broken, ok
from bot.wiring.doctor.machine import Machine

PATIENCE = 10.0
"""Seconds that Telegram has to answer."""

A_LITTLE = timedelta(seconds=30)
MUCH = timedelta(minutes=10)
SYNCHRONISE = "let the machine set its clock by the network: timedatectl set-ntp true"


def clock(machine: Machine) -> Finding:
    """Whether this machine's time is Telegram's."""
    if machine.settings.demo:
        return ok("not compared: in the demo Telegram is this machine")
    there = _time_at(machine.settings.api_url)
    if there is None:
        return attention("could not be compared: no answer from Telegram", "mend the token or the network first")
    off = abs(machine.clock() - there)
    if off > A_LITTLE:
        found = f"{off.total_seconds():.0f} seconds away from Telegram's"
        return broken(found, SYNCHRONISE) if off > MUCH else attention(found, SYNCHRONISE)
    return ok("the same as Telegram's")


def zone(machine: Machine) -> Finding:
    """Whether the region's time zone is known here."""
    wanted = f"region.{machine.settings.region}"
    region = next((entry for entry in machine.folder.entries if entry.id == wanted), None)
    if region is None:
        return broken(f"{machine.settings.region} cannot be read", "run `werkmaat content check` and mend its file")
    name = str(region.body["timezone"])
    try:
        local = machine.clock().astimezone(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError):
        to_do = "install time zones (Debian: apt-get install tzdata), or mend `timezone` in the region's file"
        return broken(f"{name!r} is not known on this machine", to_do)
    return ok(f"{name}, where it is {local:%H:%M}")


def _time_at(address: str) -> datetime | None:
    """What a server holds for the time; None when it does not tell."""
    outside = urlsplit(address).hostname not in THIS_MACHINE
    try:
        answer = httpx.get(address, timeout=PATIENCE, trust_env=outside)
        return parsedate_to_datetime(answer.headers["date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return None
