"""Objects of the Bot API in every shape that the library knows of, and in some that nobody does."""

import typing
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any

import telegram
from hypothesis import strategies as st
from telegram import TelegramObject, constants

from tests.wild.words import MARK, cut, texts

Json = dict[str, Any]

TELEGRAMS_OWN = {"from_user": "from"}
"""Fields that the library calls otherwise than Telegram."""

NO_FIELDS = ("api_kwargs", "return")

short = texts.map(lambda text: cut(text, 40)) | st.just(MARK)
ids = st.integers(1, 9) | st.integers(-(2**63), 2**63)
kinds = sorted(
    {str(word.value) for kind in vars(constants).values() if isinstance(kind, type) and issubclass(kind, str)
     and issubclass(kind, Enum) for word in kind}
)  # fmt: skip
"""What stands in the fields that say of which kind something is."""

junk: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers(2**63, 2**80), short,
    st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([[], {}, [[{}]], {"id": {}}]),
)  # fmt: skip

SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    int: ids,
    bool: st.booleans(),
    float: st.floats(-180, 180),
    str: short | st.sampled_from(kinds),
    datetime: st.integers(0, 2**31),
    timedelta: st.integers(0, 2**31),
}


@cache
def objects(kind: Any, depth: int = 2, most: int = 3) -> st.SearchStrategy[Json]:
    """Objects of a type of the library: all that it needs, and up to ``most`` of what it may have, to some depth."""
    fields = {name: hint for name, hint in _hints(kind).items() if depth or _is_simple(hint)}
    needed = {name: values(hint, depth) for name, hint in fields.items() if not _is_optional(hint)}
    optional = {name: hint for name, hint in fields.items() if _is_optional(hint)}

    @st.composite
    def draw(draw: st.DrawFn) -> Json:
        chosen = draw(st.lists(st.sampled_from(sorted(optional)), max_size=most, unique=True)) if optional else []
        wanted = needed | {name: values(optional[name], depth) for name in chosen}
        return {TELEGRAMS_OWN.get(name, name): draw(strategy) for name, strategy in wanted.items()}

    return draw()


def values(hint: Any, depth: int) -> st.SearchStrategy[Any]:
    """What stands in a field with this hint; what nobody knows is junk."""
    parts = [part for part in typing.get_args(hint) if part is not type(None)]
    if typing.get_origin(hint) in (Sequence, tuple, list):
        return st.lists(values(parts[0], depth), max_size=2)
    if parts:
        return st.one_of(*(values(part, depth) for part in parts if part is not Ellipsis))
    if _is_object(hint):
        return st.deferred(lambda: objects(hint, depth - 1)) if depth else st.just({})
    return SIMPLE.get(hint, junk)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind.__init__, None, vars(telegram))
    return {name: hint for name, hint in hints.items() if name not in NO_FIELDS}


def _is_object(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, TelegramObject)


def _is_optional(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _is_simple(hint: Any) -> bool:
    return not _is_optional(hint) or all(part in SIMPLE or part is type(None) for part in typing.get_args(hint))
