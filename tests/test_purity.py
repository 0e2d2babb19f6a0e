"""The rooms `learning` and `safeguarding` are pure: proven by reading their imports and calls."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot.learning", "bot.safeguarding")
ALLOWED = {"fsrs", "rapidfuzz"}
# Of the standard library, what reaches beyond the process or keeps state in it.
OUTSIDE = {
    "asyncio", "http", "io", "logging", "multiprocessing", "os", "pathlib", "secrets", "shutil", "socket",
    "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
# Clock, randomness and files that need no import of their own.
IMPURE_CALLS = {"now", "utcnow", "today", "open", "print", "input", "__import__", "eval", "exec"}


def imports(tree: ast.AST, module: str) -> Iterator[str]:
    """Yield the full names of what a module imports, relative ones resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*package, *filter(None, [node.module])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names if base in ("bot", "random"))


def allowed(name: str, room: str) -> bool:
    top = name.split(".")[0]
    if top in ("bot", "random"):
        own = name == room or name.startswith(f"{room}.")
        return own or name in ("bot", "random", "random.Random")
    return top in ALLOWED or (top in sys.stdlib_module_names and top not in OUTSIDE)


def calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func
            yield name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")


def impurities(source: str, module: str, room: str) -> list[str]:
    tree = ast.parse(source)
    found = [name for name in imports(tree, module) if not allowed(name, room)]
    return found + [f"{name}()" for name in calls(tree) if name in IMPURE_CALLS]


def modules(room: str) -> Iterator[tuple[str, Path]]:
    folder = ROOT.joinpath(*room.split("."))
    for file in sorted(folder.rglob("*.py")):
        yield ".".join(file.relative_to(ROOT).with_suffix("").parts), file


@pytest.mark.parametrize("room", ROOMS)
def test_a_pure_room_is_pure(room: str) -> None:
    found = {module: impurities(file.read_text("utf-8"), module, room) for module, file in modules(room)}
    assert len(found) > 2
    assert {module: names for module, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import yaml", ["yaml"]),
        ("import sqlalchemy.orm as orm", ["sqlalchemy.orm"]),
        ("def late() -> None:\n    from telegram import Bot", ["telegram"]),
        ("from bot.store import tables", ["bot.store"]),
        ("from bot import store", ["bot.store"]),
        ("from ...store import tables", ["bot.store"]),
        ("from ... import i18n", ["bot.i18n"]),
        ("import bot.safeguarding.flags", ["bot.safeguarding.flags"]),
        ("from bot.learning_other import x", ["bot.learning_other"]),
        ("import os, math", ["os"]),
        ("from time import sleep", ["time"]),
        ("from random import shuffle", ["random.shuffle"]),
        ("from datetime import datetime\ndatetime.now()", ["now()"]),
        ("open('words.txt')", ["open()"]),
        ("from random import Random\nfrom bot.learning import recall\nfrom . import _base\nimport fsrs", []),
    ],
)
def test_a_planted_import_is_found(source: str, told: list[str]) -> None:
    assert impurities(source, "bot.learning.items.planted", "bot.learning") == told
