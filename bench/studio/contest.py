"""The studio's pages with few exercises and with many, and the way from publishing to the bot."""

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from time import perf_counter

from bench.console.asking import Browser, console_on
from bench.console.finding import NAMES
from bench.console.pages import Found, Visitor, compare
from bench.crash.databases import DATABASES
from bench.folders import working_folder
from bench.progress import bar
from bench.report import Finding, Options
from bench.studio.stocked import COORDINATOR, SOUGHT, library
from bench.turn.sample import middle, ratio
from bot.catalogue.course import LOOK_AGAIN, Courses
from bot.store import Store, drafts, entries, publishing
from bot.store.drafts import Change
from bot.store.publishing import Deed, Ready
from tests.fakes.course import REGION
from tests.fakes.house import MONDAY_NOON

PAGES, SECONDS = "at most 1.5", "below 5 s"
OPENED = 20
"""So many different exercises are opened by turns."""


@dataclass(frozen=True)
class Sizes:
    """How much is measured: exercises in either library, rounds, and how often something is published."""

    few: int = 200
    many: int = 20_000
    rounds: int = 60
    published: int = 5


QUICK = Sizes(few=200, many=400, rounds=3, published=1)


@dataclass(frozen=True)
class Measured:
    """What was found on one kind of database: pages in both libraries, and seconds until the bot has a change."""

    pages: Mapping[str, tuple[Found, Found]]
    until_there: tuple[list[float], list[float]]


def measure(options: Options) -> Finding:
    """Measure on every kind of database."""
    sizes = QUICK if options.quick else Sizes()
    with working_folder(options) as folder:
        found = {database: _on(database, folder, sizes, options.seed) for database in DATABASES}
    return _finding(sizes, found)


def _on(database: str, folder: Path, sizes: Sizes, seed: int) -> Measured:
    with ExitStack() as libraries:
        few, many = (
            libraries.enter_context(library(folder, database, items, seed)) for items in (sizes.few, sizes.many)
        )
        with bar(f"Pages on {database}", sizes.rounds) as told:
            pages = asyncio.run(compare(visitor(few), visitor(many), sizes.rounds, told))
        return Measured(pages, (publish_each(few, sizes.published), publish_each(many, sizes.published)))


def visitor(store: Store) -> Visitor:
    """A coordinator who opens each kind of page."""
    items = [row.id for row in entries.current(store) if row.kind == "item"][:OPENED]
    addresses = {
        "the beginning": ["/studio"],
        "the list": ["/studio/entries?kind=item"],
        "search": [f"/studio/entries?q={SOUGHT}"],
        "search without a hit": ["/studio/entries?q=xylofoonles"],
        "open": [f"/studio/entries/{item}" for item in items],
        "edit": [f"/studio/entries/{item}/edit" for item in items],
    }
    return Visitor(store, Browser(console_on(store), COORDINATOR), addresses)


def publish_each(store: Store, times: int) -> list[float]:
    """Return the seconds from publishing to a course that has it, each time of another exercise."""
    clock = _Clock()
    courses, found = Courses(store, REGION, clock), []
    courses.current()
    rows = [row for row in entries.current(store) if row.kind == "item"][-times:]
    for number, row in enumerate(rows):
        body = {**row.body, "body": {**row.body["body"], "situation": f"Wat hoor je? ({number})"}}
        change = Change(row.id, row.kind, body)
        draft = drafts.save(store, change, COORDINATOR, None, MONDAY_NOON, Random(number))
        began = perf_counter()
        ready = {draft.id: Ready(draft.version, body)}
        publishing.publish(store, ready, Deed(COORDINATOR, None, frozenset()), MONDAY_NOON)
        clock.now += LOOK_AGAIN
        while courses.current().items[row.id].revision == row.revision:
            clock.now += LOOK_AGAIN
        # The bot looks again a second after it looked last, at the latest.
        found.append(perf_counter() - began + LOOK_AGAIN / timedelta(seconds=1))
    return found


class _Clock:
    """Stands still, until the next look is due."""

    def __init__(self) -> None:
        self.now = MONDAY_NOON

    def __call__(self) -> datetime:
        return self.now


def _finding(sizes: Sizes, found: Mapping[str, Measured]) -> Finding:
    few, many = f"{sizes.few:,}", f"{sizes.many:,}"
    sides = list(found.values())
    pages = (_row(name, [side.pages[name] for side in sides]) for name in sides[0].pages)
    until = ("until the bot has it", *chain(*(_until(side.until_there) for side in sides)), SECONDS)
    columns = ("", *chain(*((f"{NAMES[name]}, {few}", many, "ratio") for name in found)), "target")
    note = (
        f"Milliseconds, medians of {sizes.rounds}: a coordinator asks for the same pages by turns in a database with"
        f" {few} exercises and in one with {many}. A search finds the same number in both. The last row is seconds from"
        f" publishing to a course in memory that has it, the longest of {sizes.published}; a second of it is the wait"
        " until the bot looks again."
    )
    return Finding(f"The studio with {many} exercises", columns, (*pages, until), (note,))


def _row(name: str, sides: list[tuple[Found, Found]]) -> tuple[str, ...]:
    times = ((middle(few.seconds), middle(many.seconds), ratio(many.seconds, few.seconds)) for few, many in sides)
    return (name, *chain(*times), PAGES)


def _until(both: tuple[list[float], list[float]]) -> tuple[str, str, str]:
    few, many = (f"{max(each):.1f}" for each in both)
    return (few, many, "")
