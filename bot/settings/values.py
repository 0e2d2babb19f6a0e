"""What a setting may be: types that check themselves."""

import re
import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from bot.safeguarding.hours import read_shifts

ROOT = Path(__file__).parents[2]
"""The project's folder."""

CONTENT = ROOT / "content"
LOCALES = ROOT / "locales"
CODE = (ROOT / "bot", ROOT / "actions")
"""Where messages are used."""


class Enrolment(StrEnum):
    """Who may start."""

    OPEN = "open"
    INVITED = "invited"


class LogFormat(StrEnum):
    """How log lines look."""

    TEXT = "text"
    JSON = "json"


def regions() -> list[str]:
    """The regions that there are: the names of the files in ``content/regions/``."""
    return sorted(path.stem for path in (CONTENT / "regions").glob("*.yml"))


def _matches(pattern: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(pattern)
        return value

    return AfterValidator(check)


def _address(*schemes: str) -> AfterValidator:
    def check(value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in schemes or not parts.hostname:
            raise ValueError(schemes)
        return value.rstrip("/")

    return AfterValidator(check)


def _from_root(value: Path) -> Path:
    """A relative folder counts from the project's folder, wherever a command is called."""
    return ROOT / value.expanduser()


def _speaks(value: str) -> str:
    """A command that can be split, and whose placeholders are those that are filled in."""
    shlex.split(value)
    places = re.findall(r"{.*?}", value)
    if "{file}" not in places or not {*places} <= {"{voice}", "{speed}", "{file}"}:
        raise ValueError(places)
    return value


def _hours(value: str) -> str:
    read_shifts(value)
    return value


def _known(value: str) -> str:
    if value not in regions():
        raise ValueError(value)
    return value


Token: TypeAlias = Annotated[str, _matches(r"\d+:[A-Za-z0-9_-]+")]
WebhookSecret: TypeAlias = Annotated[str, _matches(r"[A-Za-z0-9_-]{1,256}")]
DatabaseUrl: TypeAlias = Annotated[str, _matches(r"(sqlite|postgresql)(\+\w+)?://.*")]
WebUrl: TypeAlias = Annotated[str, _address("http", "https")]
MailUrl: TypeAlias = Annotated[str, _address("smtp", "smtps")]
Folder: TypeAlias = Annotated[Path, AfterValidator(_from_root)]
Host: TypeAlias = Annotated[str, _matches(r"[A-Za-z0-9.:_-]+")]
Port: TypeAlias = Annotated[int, Field(ge=1, le=65535)]
SpeechCommand: TypeAlias = Annotated[str, AfterValidator(_speaks)]
SpeechSpeeds: TypeAlias = Annotated[str, _matches(r"[0-9.]+ [0-9.]+")]
StaffedHours: TypeAlias = Annotated[str, AfterValidator(_hours)]
Region: TypeAlias = Annotated[str, AfterValidator(_known)]
