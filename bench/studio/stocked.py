"""A database with so many exercises: the course's own, under new ids, with words of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from random import Random

from sqlalchemy import text

from bench.crash.databases import DATABASES
from bot.store import Store, from_files, migrating
from bot.store.entries import Form
from bot.store.publishing import digest
from tests.fakes.course import course_forms
from tests.fakes.house import MONDAY_NOON
from tests.fakes.stores import add, staff_row

COORDINATOR = "kim"
SOUGHT, FOUND = "zoutpilaar", 20
"""A word that stands in as many exercises of every library: a search finds as much in both."""

SYLLABLES = ("ka", "lo", "mi", "ter", "bre", "gen", "sta", "vuld", "ros", "pe", "wijn", "dak")


@contextmanager
def library(folder: Path, database: str, items: int, seed: int) -> Iterator[Store]:
    """A new database, by its name in ``DATABASES``, with so many exercises and a coordinator."""
    mine = folder / f"{database}-{items}"
    mine.mkdir()
    with DATABASES[database](mine) as url:
        store = Store(url)
        migrating.upgrade(store, MONDAY_NOON)
        add(store, staff_row(COORDINATOR, role="coordinator"))
        from_files.publish(store, [*forms(items, seed)], MONDAY_NOON)
        if not store.on_sqlite:
            # As PostgreSQL does by itself within a minute or two: before, it does not know how large a table is, and
            # searches read what is not in the index yet.
            with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM ANALYZE"))
        yield store
        store.close()


def forms(items: int, seed: int) -> Iterator[Form]:
    """All of the course that is no exercise, and so many exercises, in the order of their units."""
    random, course = Random(seed), course_forms()
    yield from (form for form in course if form.kind != "item")
    own = [form for form in course if form.kind == "item" and form.body["target"] == "nl"]
    made = [_renamed(form, number, random) for number, form in enumerate(islice(cycle(own), items))]
    order = {form.id: place for place, form in enumerate(own)}
    yield from sorted(made, key=lambda form: order[form.id.rpartition("_")[0]])


def _renamed(form: Form, number: int, random: Random) -> Form:
    words = " ".join("".join(random.choices(SYLLABLES, k=3)) for _ in range(6))
    sought = f" {SOUGHT}" if number < FOUND else ""
    body = {**form.body, "body": {**form.body["body"], "situation": f"{words}{sought}"}}
    return replace(form, id=f"{form.id}_{number}", body=body, digest=digest(body))
