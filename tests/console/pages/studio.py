"""The studio in tests: coordinators before the project's course, and what they write."""

from random import Random
from typing import Any

import httpx

from bot.store import Store, drafts, entries
from bot.store.drafts import Change
from bot.store.tables import Draft, Staff
from tests.console.desks import Console, Visitor, add_staff

FOREMAN = "construction.site.foreman"
"""An item of the course: a word is chosen."""

UNIT = "construction.site"


def coordinator(console: Console, name: str = "nadia", **changes: Any) -> Staff:
    return add_staff(console.store, name, "coordinator", **changes)


def body_of(store: Store, entry_id: str = FOREMAN) -> dict[str, Any]:
    """What is published of an entry."""
    row = entries.newest(store, entry_id)
    assert row is not None
    return dict(row.body)


def changed(store: Store, entry_id: str = FOREMAN, **fields: Any) -> dict[str, Any]:
    """The published body of an item, with some of its fields written anew."""
    body = body_of(store, entry_id)
    return {**body, "body": {**body["body"], **fields}}


def written(console: Console, member: Staff, entry_id: str = FOREMAN, **fields: Any) -> Draft:
    """A draft of an item in which these fields read otherwise."""
    change = Change(entry_id, "item", changed(console.store, entry_id, **fields))
    there = drafts.of(console.store, entry_id)
    version = there.version if there else None
    return drafts.save(console.store, change, member.id, version, console.now, Random(entry_id))


def sent(body: dict[str, Any]) -> dict[str, Any]:
    """The fields of an item's form."""
    found: dict[str, Any] = {}
    for name, value in body["body"].items():
        if isinstance(value, dict):
            found[name] = [*value]
            found |= {f"{name}.{key}.{field}": words for key, part in value.items() for field, words in part.items()}
        else:
            found[name] = "\n".join(value) if isinstance(value, list) else value
    return found


async def told(visitor: Visitor, answer: httpx.Response) -> str:
    """What the page says to which an answer leads."""
    return (await visitor.get(answer.headers["location"])).text
