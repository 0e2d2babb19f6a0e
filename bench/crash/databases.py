"""The databases that a trial runs on, made for it and gone afterwards."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text

POSTGRES_URL = os.environ.get("WERKMAAT_TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")


@contextmanager
def sqlite(folder: Path) -> Iterator[str]:
    """The address of a SQLite file in this folder."""
    yield f"sqlite:///{folder / 'werkmaat.db'}"


@contextmanager
def postgres(_: Path) -> Iterator[str]:
    """The address of an empty schema on the PostgreSQL server of ``WERKMAAT_TEST_POSTGRES_URL``."""
    engine, name = create_engine(POSTGRES_URL), f"werkmaat_crash_{uuid4().hex}"
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    # A victim's fork must not share a connection with its mother.
    engine.dispose()
    within = make_url(POSTGRES_URL).update_query_dict({"options": f"-csearch_path={name}"})
    try:
        yield within.render_as_string(hide_password=False)
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
        engine.dispose()


DATABASES: dict[str, Callable[[Path], AbstractContextManager[str]]] = {"sqlite": sqlite, "postgres": postgres}
