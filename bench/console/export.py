"""How much memory an export takes, in a process of its own, as Linux counts it."""

import asyncio
import gc
import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from time import perf_counter

from bench.console.asking import Browser, console_on
from bench.footprint.memory import KIB, PROC
from bot.store import Store

STATUS, FORGET_THE_MOST = PROC / "self" / "status", PROC / "self" / "clear_refs"

LEAD = "0-lead"
"""Of the lead of the large organisation, who has all of its learners."""

FILES = {"CSV": "/reports/learners.csv", "XLSX": "/reports/learners.xlsx"}

BEFORE = "/reports/learners"
"""The page that offers the files: once it was shown, all that pages need is loaded."""


@dataclass(frozen=True)
class Exported:
    """An export: how many bytes came, by how many the memory of the process rose at most, and the seconds it took."""

    size: int
    memory: int
    seconds: float


def export(url: str, address: str) -> Exported:
    """Take an export from the console on this database."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_take, args=(theirs, url, address))
    process.start()
    theirs.close()
    found: Exported = ours.recv()
    process.join()
    return found


def _take(line: Connection, url: str, address: str) -> None:
    store = Store(url)
    browser = Browser(console_on(store), LEAD)
    asyncio.run(browser.get(BEFORE))
    gc.collect()
    FORGET_THE_MOST.write_text("5")
    before = _most_so_far()
    began = perf_counter()
    answer = asyncio.run(browser.get(address))
    line.send(Exported(answer.size, _most_so_far() - before, perf_counter() - began))
    store.close()


def _most_so_far() -> int:
    """Bytes of memory that this process had at most, since that was forgotten."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * KIB
