"""Parameters of methods, declared as data, and how their values are read."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import Refusal, bad_request
from bot.simulator.files import Upload

INTEGER = re.compile(r"\s*(-?\d+)")


@dataclass(frozen=True)
class Parameter:
    """One parameter of a method.

    Attributes:
        name: its name in the Bot API.
        read: turns what came into what the method gets; raises ValueError or a Refusal.
        missing: what Telegram says when it is absent or empty; "" if it may be.
        unreadable: what Telegram says when `read` raises ValueError.
    """

    name: str
    read: Callable[[Any], Any]
    missing: str = ""
    unreadable: str = ""


def decode(parameters: tuple[Parameter, ...], raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of `parameters`, None for absent ones; what is not declared is ignored.

    Raises:
        Refusal: a value is missing or cannot be read.
    """
    return {parameter.name: _value(parameter, raw.get(parameter.name)) for parameter in parameters}


def text(value: Any) -> str:
    """Read a String."""
    return value if isinstance(value, str) else json.dumps(value)


def integer(value: Any) -> int:
    """Read an Integer as leniently as Telegram: its leading digits, else 0."""
    match = INTEGER.match(str(value))
    return int(match[1]) if match else 0


def boolean(value: Any) -> bool:
    """Read a Boolean."""
    return str(value).strip().lower() in ("true", "yes", "1")


def structure(value: Any) -> Any:
    """Read an object or an array, which in a form is JSON."""
    return json.loads(value) if isinstance(value, str) else value


def mapping(value: Any) -> dict[str, Any]:
    """Read an object."""
    read = structure(value)
    if not isinstance(read, dict):
        raise ValueError(read)
    return read


def array(value: Any) -> list[Any]:
    """Read an array."""
    read = structure(value)
    if not isinstance(read, list):
        raise ValueError(read)
    return read


def file(value: Any) -> Upload | str:
    """Read an InputFile: an upload, or a file id, an address or attach://name."""
    return value if isinstance(value, Upload) else text(value)


def unknown(_: Any) -> Any:
    """Refuse a parameter that Telegram knows and this simulator does not act upon."""
    raise ValueError


def not_simulated(*names: str) -> tuple[Parameter, ...]:
    """Declare parameters that are refused, so that nobody takes their silence for success."""
    return tuple(Parameter(name, unknown, unreadable=f'parameter "{name}" is not simulated') for name in names)


def _value(parameter: Parameter, raw: Any) -> Any:
    if raw is None or raw == "":
        if parameter.missing:
            raise bad_request(parameter.missing)
        return None
    try:
        return parameter.read(raw)
    except Refusal:
        raise
    except (ValueError, TypeError):
        raise bad_request(parameter.unreadable or f'parameter "{parameter.name}" cannot be read') from None
