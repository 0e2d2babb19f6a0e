"""A process dies in a migration: the next one finds the database as it was, and migrates it."""

import multiprocessing
import os
import signal
from typing import Any

import pytest
from sqlalchemy import Engine, event, inspect

from bot.store import Store, learners, migrating
from tests.fakes.stores import BEGINNING, add_learner

AFTER = [1, 12]
"""So many statements that change something, and it is dead."""

CHANGES = ("CREATE", "ALTER", "INSERT", "UPDATE", "DROP")


@pytest.mark.parametrize("statements", AFTER)
def test_a_process_that_dies_in_a_migration_leaves_nothing_behind(empty_url: str, statements: int) -> None:
    assert died(upgrade_and_die_after, empty_url, statements)
    store = Store(empty_url)
    assert inspect(store.engine).get_table_names() == []
    assert not migrating.is_current(store)
    assert migrating.upgrade(store, BEGINNING) > 0
    assert migrating.is_current(store)
    assert learners.home_organisation(store).name == "Werkmaat"
    store.close()


def test_a_process_that_dies_before_the_commit_loses_no_row_of_before(empty_url: str) -> None:
    store = Store(empty_url)
    migrating.upgrade(store, BEGINNING)
    amina = add_learner(store)
    assert died(upgrade_again_and_die, empty_url)
    assert migrating.upgrade(store, BEGINNING) == 0
    assert [learner.id for learner in learners.everyone(store)] == [amina.id]
    store.close()


def upgrade_and_die_after(url: str, statements: int) -> None:
    left = iter(range(statements))

    @event.listens_for(Engine, "after_cursor_execute")
    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().upper().startswith(CHANGES) and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    migrating.upgrade(Store(url), BEGINNING)


def upgrade_again_and_die(url: str) -> None:
    @event.listens_for(Engine, "commit")
    def die(_connection: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    migrating.upgrade(Store(url), BEGINNING)


def died(work: Any, *arguments: Any) -> bool:
    """Do some work in a process of its own. Returns whether it was killed."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=arguments)
    process.start()
    process.join(60)
    return process.exitcode == -signal.SIGKILL
