"""Which messages the code uses: their keys, taken from its source and from the templates of its pages."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.catalogue.problems import Problem

MAKERS = ("Text", "button", "words")
"""What takes a message's key as its first argument. ``Text(f"menu.{command}")`` uses every ``menu.`` key."""

_IN_TEMPLATE = re.compile(r"""\bwords\(\s*["']([a-z0-9_.]+)["']\s*(~?)""")
"""A template says ``words("today.title")``, or ``words("role." ~ role)``, which uses every ``role.`` key."""

_KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")


@dataclass(frozen=True)
class Use:
    """A key in the code, or with ``open_ended`` its beginning. ``made`` when it is given to one of MAKERS."""

    key: str
    file: str
    line: int
    made: bool = False
    open_ended: bool = False

    def covers(self, key: str) -> bool:
        """Whether this use may ask for the message of that key."""
        return key.startswith(self.key) if self.open_ended else key == self.key


def uses(code: Iterable[Path]) -> list[Use]:
    """Every use of a key in the Python files and the templates of these folders."""
    found: list[Use] = []
    for folder in code:
        for path in sorted(folder.rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            found += [use for node in ast.walk(tree) for use in _uses(node, name)]
        for path in sorted(folder.rglob("*.html")):
            found += _uses_in_template(path.read_text(encoding="utf-8"), f"{folder.name}/{path.relative_to(folder)}")
    return found


def _uses_in_template(page: str, file: str) -> Iterator[Use]:
    for number, line in enumerate(page.splitlines(), start=1):
        for key, joined in _IN_TEMPLATE.findall(line):
            yield Use(key, file, number, made=True, open_ended=bool(joined))


def problems(used: Iterable[Use], keys: Mapping[str, tuple[str, int]], file: str) -> Iterator[Problem]:
    """Keys that the code uses and the messages lack, and the other way round.

    Args:
        used: what the code uses.
        keys: the keys of the messages, and the file and line of each.
        file: the file that a missing message belongs in.
    """
    everything = [*used]
    for use in dict.fromkeys(_asked(everything)):
        if not any(use.covers(key) for key in keys):
            what = f"no key begins with {use.key}" if use.open_ended else f"there is no message {use.key}"
            yield Problem(use.file, use.line, "", f"{what}: add it to {file}")
    for key, (place, line) in keys.items():
        if not any(use.covers(key) for use in everything):
            yield Problem(place, line, key, "is used nowhere in the code: remove it")


def _uses(node: ast.AST, file: str) -> Iterator[Use]:
    if isinstance(node, ast.Constant) and _looks_like_key(node.value):
        yield Use(str(node.value), file, node.lineno)
    if isinstance(node, ast.Call) and node.args and _called(node) in MAKERS:
        for part in ast.walk(node.args[0]):
            yield from _made(part, file)


def _made(part: ast.AST, file: str) -> Iterator[Use]:
    if isinstance(part, ast.Constant) and _looks_like_key(part.value):
        yield Use(str(part.value), file, part.lineno, made=True)
    if isinstance(part, ast.JoinedStr) and isinstance(part.values[0], ast.Constant):
        yield Use(str(part.values[0].value), file, part.lineno, made=True, open_ended=True)


def _asked(used: list[Use]) -> Iterator[Use]:
    """What must have a message: what is made, and texts that begin as a key made in the same file does."""
    families = {(use.file, use.key.partition(".")[0]) for use in used if use.made}
    made = {(use.file, use.line, use.key) for use in used if use.made}
    for use in used:
        again = (use.file, use.line, use.key) in made
        if use.made or (not again and (use.file, use.key.partition(".")[0]) in families):
            yield use


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _looks_like_key(value: object) -> bool:
    return isinstance(value, str) and _KEY.fullmatch(value) is not None
