"""The state file and the folder of files beside it."""

import json
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from bot.simulator.errors import StateFileProblem
from bot.simulator.records import State

_hints = cache(get_type_hints)


class StateFile:
    """Keeps a `State` as JSON in one file, replaced as a whole."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> State:
        """Return what was saved last, or an empty state.

        Raises:
            StateFileProblem: the file is not a state file.
        """
        if not self._path.exists():
            return State()
        try:
            return _revived(State, json.loads(self._path.read_text("utf-8")))  # type: ignore[no-any-return]
        except (ValueError, TypeError, AttributeError) as problem:
            raise StateFileProblem(
                f"{self._path} is not a state file of the simulator ({problem}): move it away to start afresh"
            ) from problem

    def save(self, state: State) -> None:
        """Write `state`; whoever reads the file sees the old or the new one, never a part."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_name(self._path.name + ".new")
        draft.write_text(json.dumps(state, default=vars), "utf-8")
        draft.replace(self._path)


class FileFolder:
    """Contents of files by path; in memory when there is no folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory: dict[str, bytes] = {}

    def write(self, path: str, data: bytes) -> None:
        """Keep `data` under `path`."""
        if self._folder is None:
            self._memory[path] = data
            return
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    def read(self, path: str) -> bytes:
        """Return what was written under `path`.

        Raises:
            FileNotFoundError: nothing was.
        """
        if self._folder is not None:
            return (self._folder / path).read_bytes()
        if path not in self._memory:
            raise FileNotFoundError(path)
        return self._memory[path]


def _revived(kind: Any, raw: Any) -> Any:
    """Turn JSON back into `kind`: a dataclass, or a list, dict or optional of them."""
    if get_origin(kind) is UnionType:
        return None if raw is None else _revived(get_args(kind)[0], raw)
    if get_origin(kind) is list:
        return [_revived(get_args(kind)[0], value) for value in raw]
    if get_origin(kind) is dict:
        key_kind, value_kind = get_args(kind)
        return {key_kind(key): _revived(value_kind, value) for key, value in raw.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _revived(hints[name], value) for name, value in raw.items() if name in hints})
    return raw
