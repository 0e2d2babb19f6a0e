"""Two forms of one entry that were written at the same time: where they differ, and one made of both."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.catalogue import kinds
from bot.journeys.studio.comparing import Field, compare

Body = Mapping[str, Any]


class Pick(StrEnum):
    """Whose words are kept."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Clash:
    """A field that reads otherwise in both; ``changes`` lead from theirs to mine."""

    name: str
    changes: tuple[Field, ...]


def clashes(kind: str, theirs: Body, mine: Body) -> list[Clash]:
    """The fields that differ, each with all that stands in it."""
    found = []
    for name in names(kind, theirs, mine):
        changes = compare(_only(kind, theirs, name), _only(kind, mine, name))
        if changed := tuple(field for field in changes if field.changed):
            found.append(Clash(name, changed))
    return found


def names(kind: str, theirs: Body, mine: Body) -> list[str]:
    """The fields of both."""
    return [*dict.fromkeys([*kinds.fields(kind, mine), *kinds.fields(kind, theirs)])]


def merged(kind: str, theirs: Body, mine: Body, picked: Collection[str]) -> dict[str, Any]:
    """Theirs, with the fields of mine that were picked."""
    old, new = kinds.fields(kind, theirs), kinds.fields(kind, mine)
    source = {name: new if name in picked else old for name in names(kind, theirs, mine)}
    return kinds.with_fields(kind, theirs, {name: body[name] for name, body in source.items() if name in body})


def _only(kind: str, body: Body, name: str) -> Body:
    fields = kinds.fields(kind, body)
    return {name: fields[name]} if name in fields else {}
