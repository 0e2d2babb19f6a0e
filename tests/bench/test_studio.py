"""The benchmark of the studio: pages come from small libraries, a search finds as much in both, a change arrives."""

import asyncio
from pathlib import Path

from bench.console.pages import compare
from bench.studio.contest import publish_each, visitor
from bench.studio.stocked import FOUND, SOUGHT, library
from bot.store import shelves
from bot.store.shelves import Wish


def test_pages_come_and_changes_arrive(tmp_path: Path) -> None:
    with library(tmp_path, "sqlite", 30, 1) as few, library(tmp_path, "sqlite", 60, 1) as many:
        for store in (few, many):
            found, _ = shelves.page(store, Wish(words=SOUGHT))
            assert len(found) == FOUND
        pages = asyncio.run(compare(visitor(few), visitor(many), 1, lambda _: None))
        assert {name: (len(a.seconds), len(b.seconds)) for name, (a, b) in pages.items()} == dict.fromkeys(
            pages, (1, 1)
        )
        assert len(publish_each(many, 2)) == 2
