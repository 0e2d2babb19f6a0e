"""What pages do with forms: draw the one of an entry, and read the one that was sent."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from bot.catalogue import kinds
from bot.catalogue.judging import Fault, as_written
from bot.console.shaping.drawing import Drawer
from bot.console.shaping.faults import said
from bot.console.shaping.fields import Field, Form, Told, places
from bot.console.shaping.labels import Labels
from bot.console.shaping.naming import what_there_is
from bot.console.shaping.parts import padded, reshaped
from bot.console.shaping.reading import read, tidy
from bot.console.visit import Visit

LARGEST = 2 * 1024 * 1024
"""Bytes of a form: the phrases of danger of one language are many."""

RESHAPE = "reshape"
"""The name of the buttons that add, take away and move parts."""

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Sent:
    """What was sent: the whole body of the entry, and whether the form is only to be shown again with other parts."""

    body: dict[str, Any]
    reshaped: bool


def form(visit: Visit, kind: str, body: Body, written_in: str, faults: Iterable[Fault] = ()) -> Form:
    """The form of an entry, drawn by ``form`` in the template ``shape.html``.

    Args:
        visit: whose page it is.
        kind: one of ``kinds.KINDS``.
        body: the whole body, as it is kept or as it was sent.
        written_in: the language of what is explained.
        faults: what is wrong with it, which is told at the top and at the field.
    """
    shapes, course = kinds.shapes(kind, body), visit.desk.courses.current()
    labels = Labels(visit.desk.catalogues, visit.language, str(body.get("type", kind)))
    told = [(fault.field, said(labels, fault.message)) for fault in faults]
    by_field: dict[str, list[str]] = {}
    for field, message in told:
        by_field.setdefault(field, []).append(message)
    target = str(body.get("target") or course.region.target)
    drawer = Drawer(labels, by_field, target, written_in, what_there_is(visit, body))
    fields = drawer.draw(shapes, padded(shapes, kinds.fields(kind, body)))
    return Form(fields, tuple(_told(fields, *one) for one in told))


def sent(visit: Visit, kind: str, body: Body) -> Sent:
    """What was sent of an entry's form; empty fields are left out, and parts in which nothing stands.

    Args:
        visit: the request.
        kind: one of ``kinds.KINDS``.
        body: that of the entry as it was: what tells where it belongs is taken from it.
    """
    shapes = kinds.shapes(kind, body)
    written = read(shapes, visit.form.values)
    deed, _, path = visit.field(RESHAPE).partition(" ")
    if not path:
        return Sent(kinds.with_fields(kind, body, tidy(written)), False)
    changed = reshaped(shapes, written, deed, path.split("."), visit.field(f"{path}+name"))
    return Sent(kinds.with_fields(kind, body, changed), True)


def carried(visit: Visit, kind: str, name: str) -> dict[str, Any]:
    """An entry's body that a page carries along in a hidden field, as JSON. Raises HTTPException (404): it is none."""
    written = visit.field(name)
    try:
        body: dict[str, Any] = as_written(json.loads(written))
        kinds.shapes(kind, body)
        # Neither a database nor a page takes half a sign, or one that nobody types.
        json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise HTTPException(404) from None
    if "\\u0000" in written or not isinstance(kinds.fields(kind, body), Mapping):
        raise HTTPException(404)
    return body


def _told(fields: tuple[Field, ...], path: str, message: str) -> Told:
    """A fault with the nearest field that there is."""
    known = dict(places(fields))
    while path and path not in known:
        path = path.rpartition(".")[0]
    return Told(path, known.get(path, ""), message)
