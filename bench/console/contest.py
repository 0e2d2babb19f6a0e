"""The console with few learners and with many, on each kind of database."""

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.console.asking import console_on
from bench.console.export import FILES, Exported, export
from bench.console.pages import Found, compare, visitor
from bench.console.worlds import Recipe, recipe, world
from bench.crash.databases import DATABASES
from bench.folders import working_folder
from bench.progress import bar
from bench.report import Options
from bot.store import Store


@dataclass(frozen=True)
class Sizes:
    """How much is measured.

    Attributes:
        few, many: learners for pages.
        some: learners for exports, which are compared with those of ``many``.
        rounds: how often each page is asked for.
        lives, attempts: how many ways there are to have practised, and how often.
    """

    few: int = 100
    some: int = 1_000
    many: int = 10_000
    rounds: int = 60
    lives: int = 60
    attempts: int = 200


QUICK = Sizes(few=100, some=150, many=300, rounds=3, lives=4, attempts=30)


@dataclass(frozen=True)
class Measured:
    """What was found on one kind of database: pages with few learners and with many, exports of some and of many."""

    pages: Mapping[str, tuple[Found, Found]]
    exports: Mapping[str, tuple[Exported, Exported]]


def hold(options: Options, sizes: Sizes) -> dict[str, Measured]:
    """Measure on every kind of database. Returns what was found, by its name."""
    with working_folder(options) as folder:
        what = recipe(folder, options.seed, sizes.lives, sizes.attempts)
        return {database: _on(database, folder, sizes, what) for database in DATABASES}


def _on(database: str, folder: Path, sizes: Sizes, what: Recipe) -> Measured:
    with ExitStack() as worlds:
        few, some, many = (
            worlds.enter_context(world(folder, database, learners, what))
            for learners in (sizes.few, sizes.some, sizes.many)
        )
        pages = _pages(few, many, sizes.rounds)
        exports = {name: (export(some, address), export(many, address)) for name, address in FILES.items()}
        return Measured(pages, exports)


def _pages(few: str, many: str, rounds: int) -> Mapping[str, tuple[Found, Found]]:
    first, second = Store(few), Store(many)
    try:
        with bar("Pages", rounds) as told:
            return asyncio.run(compare(visitor(console_on(first)), visitor(console_on(second)), rounds, told))
    finally:
        first.close()
        second.close()
