"""Bringing databases up to date."""

import multiprocessing
import threading
from datetime import timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from bot.store import Store, learners, migrating
from bot.store.migrating import CannotMigrate
from bot.store.tables import Base
from tests.fakes.stores import BEGINNING, add_learner


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": migrating.is_described})
        found: list[object] = compare_metadata(context, Base.metadata)
        return found


def test_an_empty_database_gets_the_tables_of_the_program(empty_url: str) -> None:
    store = Store(empty_url)
    assert not migrating.is_current(store)
    assert len(differences(store.engine)) > 0
    assert migrating.upgrade(store, BEGINNING) > 0
    assert migrating.is_current(store)
    assert differences(store.engine) == []
    store.close()


def test_upgrading_again_changes_nothing(empty_url: str) -> None:
    store = Store(empty_url)
    migrating.upgrade(store, BEGINNING, organisation="Huis van het Kind")
    amina = add_learner(store)
    assert migrating.upgrade(store, BEGINNING + timedelta(days=1), organisation="Another name") == 0
    home = learners.home_organisation(store)
    assert (home.name, home.created_at) == ("Huis van het Kind", BEGINNING)
    assert [learner.id for learner in learners.everyone(store)] == [amina.id]
    store.close()


def test_progress_is_told_after_every_migration(empty_url: str) -> None:
    store = Store(empty_url)
    told: list[tuple[int, int]] = []
    total = migrating.upgrade(store, BEGINNING, progress=lambda done, of: told.append((done, of)))
    assert told == [(number, total) for number in range(1, total + 1)]
    store.close()


def test_a_failed_migration_leaves_nothing(empty_url: str) -> None:
    store = Store(empty_url)

    def break_off(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        migrating.upgrade(store, BEGINNING, progress=break_off)
    assert not migrating.is_current(store)
    assert migrating.upgrade(store, BEGINNING) > 0
    assert migrating.is_current(store)
    store.close()


def test_a_database_of_a_newer_version_is_left_alone(empty_url: str) -> None:
    store = Store(empty_url)
    migrating.upgrade(store, BEGINNING)
    with store.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not migrating.is_current(store)
    with pytest.raises(CannotMigrate, match=r"newer Werkmaat \(its revision 9999"):
        migrating.upgrade(store, BEGINNING)
    store.close()


def test_processes_that_start_at_once_do_not_collide(empty_url: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    with spawn.Pool(2, initializer=threading.Barrier.wait, initargs=(spawn.Barrier(2),)) as pool:
        applied = sorted(pool.map(upgrade_elsewhere, [empty_url] * 4, chunksize=1))
    assert applied[:3] == [0, 0, 0]
    assert applied[3] > 0
    store = Store(empty_url)
    assert differences(store.engine) == []
    assert learners.home_organisation(store).name == "Werkmaat"
    store.close()


def upgrade_elsewhere(url: str) -> int:
    store = Store(url)
    try:
        return migrating.upgrade(store, BEGINNING)
    finally:
        store.close()
