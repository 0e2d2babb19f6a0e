"""Somebody who opens two pages a second, in a process of their own, as the console is in service."""

import asyncio
import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from multiprocessing.connection import Connection
from time import monotonic

from bench.console.asking import console_on
from bench.console.pages import Visitor, visitor
from bot.store import Store
from bot.wiring.giving_way import give_way

EVERY = 0.5
"""Seconds from one page to the next."""

READY = 120.0


class Visiting:
    """The other process, as the one that measures sees it."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    def begin(self) -> None:
        """Let pages be opened from now on."""
        self._line.send(True)

    def stop(self) -> int:
        """Let no more be opened. Returns how many came since they began."""
        self._line.send(False)
        pages: int = self._line.recv()
        return pages


@contextmanager
def visiting(url: str) -> Iterator[Visiting]:
    """A console on this database. Raises TimeoutError when it does not start."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_visit, args=(theirs, url), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(READY):
            raise TimeoutError("the console did not start")
        ours.recv()
        yield Visiting(ours)
    finally:
        ours.close()
        process.join(READY)


def _visit(line: Connection, url: str) -> None:
    # As ``werkmaat run`` starts it: in a session of its own, behind the bot.
    os.setsid()
    give_way()
    store = Store(url)
    who = visitor(console_on(store))
    pages = _addresses(who)
    with asyncio.Runner() as runner:
        # The first pages read what all others use.
        for address in islice(pages, len(who.addresses)):
            runner.run(who.browser.get(address))
        line.send(True)
        while _begins(line):
            runner.run(_turn_pages(line, who, pages))
    store.close()


async def _turn_pages(line: Connection, who: Visitor, pages: Iterator[str]) -> None:
    """Open pages at even moments until told to stop; one that comes late does not delay those after it."""
    began, opened = monotonic(), 0
    while not line.poll(max(0.0, began + opened * EVERY - monotonic())):
        await who.browser.get(next(pages))
        opened += 1
    line.recv()
    line.send(opened)


def _addresses(who: Visitor) -> Iterator[str]:
    """Each kind of page by turns, for ever."""
    each = [cycle(addresses) for addresses in who.addresses.values()]
    for addresses in cycle(each):
        yield next(addresses)


def _begins(line: Connection) -> bool:
    """Whether pages are wanted; not when the other side is gone."""
    try:
        return bool(line.recv())
    except EOFError:
        return False
