"""Trying a file of 5,000 rows: read, judged and compared with what is there, step by step; and then taken in."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from random import Random

from bench.folders import working_folder
from bench.progress import bar
from bench.report import Finding, Options
from bot.catalogue.authored import Authored
from bot.catalogue.exchange import books, commas, sheets
from bot.catalogue.exchange.books import Explainer
from bot.catalogue.exchange.incoming import Incoming
from bot.catalogue.folder import read_folder
from bot.journeys.importing import Trial
from bot.settings import CONTENT
from bot.store import Store, migrating
from tests.fakes import stores
from tests.fakes.course import publish_course
from tests.fakes.stores import BEGINNING

ROWS, FEW = 5_000, 500
TARGET = 60
"""Seconds for the dry run."""

WORDLESS = Explainer(lambda part: "", lambda type_name, holders, name: name)
COLUMNS = ("", "KiB", "dry run", "longest step", "taken in", "target")


@dataclass(frozen=True)
class Times:
    """Seconds: of the whole dry run, of the longest step that a page waited for, and of taking it in."""

    tried: float
    longest: float
    taken_in: float


def measure(options: Options) -> Finding:
    """Try a workbook and a CSV of new items of every type, in a database with the whole course."""
    rows = FEW if options.quick else ROWS
    tables = sheets.tables(list(_new_items(rows)))
    files = {
        "workbook.xlsx": books.written(tables, (), WORDLESS),
        "table.csv": commas.written(sheets.together(tables)),
    }
    with working_folder(options) as folder, bar("Importing", len(files)) as told:
        lines = []
        for done, (name, content) in enumerate(files.items(), start=1):
            lines.append(_line(name, content, _times(folder / f"{name}.db", name, content)))
            told(done)
    return Finding(f"A dry run of {rows:,} rows", COLUMNS, tuple(lines), _notes())


def _new_items(count: int) -> Iterator[Authored]:
    """The course's own items under new ids, again and again, with a situation of their own."""
    items = [entry for entry in read_folder(CONTENT).entries if entry.kind == "item"]
    for number, one in enumerate(islice(cycle(items), count)):
        fields = {**one.body["body"], "situation": f"{one.body['body']['situation']} ({number})"}
        yield replace(one, id=f"{one.id}_{number}", body={**one.body, "body": fields})


def _times(database: Path, name: str, content: bytes) -> Times:
    store = Store(stores.sqlite_url(database))
    try:
        migrating.upgrade(store, BEGINNING)
        publish_course(store, BEGINNING)
        stores.add(store, stores.staff_row("kim", role="coordinator"))
        trial = Trial(store, Incoming(name, content, "", "nl"), "kim")
        steps = list(_steps(trial))
        if trial.faults:
            raise RuntimeError(f"The file should have no faults: {trial.faults[0]}")
        begin = time.perf_counter()
        trial.take_in(BEGINNING, Random(1))
        return Times(sum(steps), max(steps), time.perf_counter() - begin)
    finally:
        store.close()


def _steps(trial: Trial) -> Iterator[float]:
    """The seconds of each step."""
    while trial.compared is None:
        begin = time.perf_counter()
        trial.go_on()
        yield time.perf_counter() - begin


def _line(name: str, content: bytes, times: Times) -> tuple[str, ...]:
    seconds: Sequence[float] = (times.tried, times.longest, times.taken_in)
    return (name, f"{len(content) // 1024:,}", *(f"{one:.2f}" for one in seconds), f"dry run below {TARGET} s")


def _notes() -> tuple[str, ...]:
    return (
        "Seconds. The rows are the course's items of every type under new ids, on SQLite with the whole course in it."
        " The page asks for one step after the other, with a progress bar in between. Not in it: the way over HTTP.",
    )
