"""Reading the settings, and saying in one line what is wrong with one."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.settings.derived import Settings
from bot.settings.stated import PREFIX
from bot.settings.values import ROOT, regions

ENV_FILE = ROOT / ".env"


class WrongSettings(Exception):
    """Settings that cannot be used: a line for each, which names it and says what it takes."""


def load(env_file: Path | None = None) -> Settings:
    """The settings of the environment, and of ``.env`` where the environment says nothing.

    Raises:
        WrongSettings: with one line for each wrong value. Values are not repeated: some are passwords.
    """
    try:
        # pydantic-settings takes this argument, but its types do not say so.
        return Settings(_env_file=env_file or ENV_FILE)  # type: ignore[call-arg]
    except ValidationError as error:
        raise WrongSettings("\n".join(_lines(error))) from None


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return f"{PREFIX}{name.upper()}"


def takes(name: str) -> str:
    """What a setting takes, to complete "It takes ..."."""
    extra: Any = Settings.model_fields[name].json_schema_extra
    known = f" (there is: {', '.join(regions())})" if name == "region" else ""
    return f"{extra['takes']}{known}"


def _lines(error: ValidationError) -> Iterator[str]:
    for wrong in error.errors():
        # A check of the whole names the setting that is missing.
        name = str(wrong["loc"][0]) if wrong["loc"] else str(wrong["ctx"]["error"])
        how = "is missing" if not wrong["loc"] else "has a wrong value"
        yield f"{variable(name)} {how}: it takes {takes(name)}. Set it in the environment or in {_env_name()}."


def _env_name() -> str:
    return os.path.relpath(ENV_FILE) if ENV_FILE.is_relative_to(Path.cwd()) else str(ENV_FILE)
