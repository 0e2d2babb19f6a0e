"""A form as a browser sends it: read from the page, not from what drew it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any, cast

from bot.catalogue.judging import Fault
from bot.console import shaping
from bot.console.templating import templates
from bot.console.visit import Form, Visit
from bot.i18n import Text
from bot.store import Store
from bot.store.tables import Base
from tests.console.desks import catalogues

IMAGES = ("wear_helmet", "emergency_exit")
PAGE = templates().env.from_string('{% from "shape.html" import form %}{{ form(drawn, words, "/edit") }}')

Values = Mapping[str, Sequence[str]]


def page(kind: str, body: Mapping[str, Any], faults: Sequence[Fault] = (), language: str = "nl") -> str:
    """The form of an entry, as HTML."""
    drawn = shaping.form(visit(language=language), kind, body, "nl", faults)
    words = cast("Any", lambda key, **values: catalogues().plain(Text(key, values), language))
    return PAGE.render(drawn=drawn, words=words)


def sent(kind: str, body: Mapping[str, Any], values: Values) -> shaping.Sent:
    """What is read from a form that was sent."""
    return shaping.sent(visit(values), kind, body)


def pressed(kind: str, body: Mapping[str, Any], button: str, **typed: str) -> shaping.Sent:
    """What is read when a button of the form of an entry is pressed, with more typed into its fields."""
    values = {**fields(page(kind, body)), **{name: [value] for name, value in typed.items()}}
    return sent(kind, body, {**values, "reshape": [button]})


def visit(values: Values | None = None, language: str = "nl") -> Visit:
    """A request with these fields: as much of it as forms look at."""
    course = SimpleNamespace(region=SimpleNamespace(target="nl"), images=dict.fromkeys(IMAGES), items={})
    desk = SimpleNamespace(catalogues=catalogues(), courses=SimpleNamespace(current=lambda: course), store=nothing())
    parts = dict.fromkeys(("request", "opened", "now", "templates"), cast("Any", None))
    return Visit(desk=cast("Any", desk), form=Form(values or {}), language=language, frame={}, **parts)


@cache
def nothing() -> Store:
    """A database in which nothing is kept."""
    store = Store("sqlite://")
    Base.metadata.create_all(store.engine)
    return store


def fields(html: str) -> dict[str, list[str]]:
    """The fields of a page, and what stands in them."""
    browser = Browser()
    browser.feed(html)
    return browser.values


@dataclass
class Browser(HTMLParser):
    """Reads what a form holds. ``ids`` are those of its elements, ``points_to`` those that they name."""

    values: dict[str, list[str]] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    points_to: list[str] = field(default_factory=list)
    _name: str = ""
    _written: str = ""
    _offered: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what stands in a field."""
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        self.points_to += [*found.get("aria-describedby", "").split(), *found.get("for", "").split()]
        self.points_to += [found["href"].removeprefix("#")] if tag == "a" else []
        checked = found.get("type") != "checkbox" or "checked" in found
        if tag == "input" and checked and found.get("type") != "submit":
            self._put(found["name"], found.get("value", ""))
        elif tag in ("textarea", "select"):
            self._name, self._written, self._offered = found["name"], "", []
        elif tag == "option":
            self._offered.append((found["value"], "selected" in found))

    def handle_data(self, data: str) -> None:
        """Note what stands in a field for longer words."""
        self._written += data

    def handle_endtag(self, tag: str) -> None:
        """Note what was written or chosen."""
        if tag == "textarea":
            self._put(self._name, self._written.removeprefix("\n").replace("\n", "\r\n"))
        elif tag == "select":
            chosen = [value for value, selected in self._offered if selected]
            self._put(self._name, (chosen or [self._offered[0][0]])[-1])

    def _put(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)
