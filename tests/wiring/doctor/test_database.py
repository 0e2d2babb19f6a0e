"""The doctor and the database: each thing broken, and the line that says so."""

from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot.settings import Settings
from bot.store import Store
from bot.wiring.doctor import Finding, Machine, State, database
from tests.fakes.stores import add, add_learner
from tests.store.rows import reply_row, update_row


def with_database(machine: Machine, url: str) -> Machine:
    return Machine(machine.settings.model_copy(update={"database_url": url}))


def says(finding: Finding, state: State, *words: str) -> None:
    """The finding is of this kind, in one line with these words, and says what to do."""
    assert finding.state is state, finding
    assert all(word in finding.found for word in words), finding
    assert "\n" not in finding.found + finding.to_do
    assert bool(finding.to_do) is (state is not State.OK)


def test_a_database_in_order(machine: Machine) -> None:
    says(database.database(machine), State.OK, "can be written")
    says(database.migrations(machine), State.OK)
    says(database.parked_updates(machine), State.OK)
    says(database.parked_messages(machine), State.OK)


def test_a_database_that_is_not_there_is_not_made(bare: Machine) -> None:
    says(database.database(bare), State.BROKEN, "none yet")
    assert not bare.settings.data_dir.exists()


def test_a_server_that_does_not_answer(machine: Machine) -> None:
    away = with_database(machine, "postgresql+psycopg://nobody:geheim@127.0.0.1:1/away")
    finding = database.database(away)
    says(finding, State.BROKEN, "cannot be reached")
    assert "geheim" not in str(finding)


def test_a_file_that_is_no_database(bare: Machine, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("This is no database, but long enough to be mistaken for one. " * 100)
    says(database.database(with_database(bare, f"sqlite:///{tmp_path}/notes.db")), State.BROKEN, "damaged")


def test_a_damaged_file(sqlite_store: Store, bare: Machine, tmp_path: Path) -> None:
    add_learner(sqlite_store)
    sqlite_store.forget_freed_pages()
    file = Path(sqlite_store.engine.url.database or "")
    sqlite_store.close()
    with file.open("r+b") as opened:
        opened.seek(4096 * 3)
        opened.write(b"\xff" * 4096 * 20)
    finding = database.database(with_database(bare, f"sqlite:///{file}"))
    says(finding, State.BROKEN, "damaged")
    assert "restore a backup" in finding.to_do


def test_a_file_that_cannot_be_written(sqlite_store: Store, bare: Machine) -> None:
    url = f"sqlite:///file:{sqlite_store.engine.url.database}?mode=ro&uri=true"
    says(database.database(with_database(bare, url)), State.BROKEN, "may not be written")


@pytest.mark.postgres
def test_a_server_that_cannot_be_written(postgres_store: Store, bare: Machine) -> None:
    url = make_url(postgres_store.engine.url)
    options = f"{url.query['options']} -cdefault_transaction_read_only=on"
    read_only = url.update_query_dict({"options": options}).render_as_string(hide_password=False)
    says(database.database(with_database(bare, read_only)), State.BROKEN, "read-only")


def test_a_database_without_wal(bare: Machine) -> None:
    says(database.database(with_database(bare, "sqlite://")), State.ATTENTION, "journal is 'memory'")


def test_tables_that_are_missing(empty_url: str, bare: Machine) -> None:
    finding = database.migrations(with_database(bare, empty_url))
    says(finding, State.BROKEN, "missing")
    assert "werkmaat db upgrade" in finding.to_do


def test_tables_of_a_newer_version(empty_url: str, bare: Machine) -> None:
    machine = with_database(bare, empty_url)
    with machine.store.writing() as session:
        session.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        session.execute(text("INSERT INTO alembic_version VALUES ('9999')"))
    says(database.migrations(machine), State.BROKEN, "newer")
    machine.store.close()


def test_rows_set_aside_are_named_without_words(machine: Machine, store: Store) -> None:
    learner = add_learner(store)
    add(store, update_row(1), update_row(2, state="parked", error="ValueError in grading.py:7"))
    add(store, reply_row(learner.id, state="parked", error="BadRequest: Geheime woorden"))
    updates, messages = database.parked_updates(machine), database.parked_messages(machine)
    says(updates, State.ATTENTION, "1 set aside", "(ValueError in grading.py)")
    says(messages, State.ATTENTION, "1 set aside", "(BadRequest)")
    assert "Geheim" not in str(messages)
    assert "hallo" not in str(updates)


def test_of_many_rows_some_are_named(machine: Machine, store: Store) -> None:
    add(store, *(update_row(number, state="parked", error="KeyError in tip.py:1") for number in range(14)))
    says(database.parked_updates(machine), State.ATTENTION, "14 set aside", "and 4 more")


def test_the_settings_of_a_test_are_its_own(settings: Settings) -> None:
    assert settings.demo
