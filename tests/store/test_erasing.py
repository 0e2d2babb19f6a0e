"""After an erasure nothing about the learner is left, in any table or byte."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from sqlalchemy import select, update

from bot.store import Store, erasing, keep
from bot.store.tables import Base, InboxRow, Learner, Message, OutboxRow
from tests.fakes.lives import live
from tests.fakes.stores import BEGINNING, add, add_learner, learner_row

AMINA, WORD = 0x5A6B7C8D9E, "kwispelstaart"
OTHER, OTHER_WORD = 0x1B2C3D4E5F, "zeppelin"


def everything(store: Store) -> Iterator[tuple[str, str]]:
    """Every value in every table, as text, with where it stands."""
    with store.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)).mappings():
                yield from ((f"{table.name}.{name}", str(value)) for name, value in row.items())


def traces(store: Store, *marks: str) -> list[str]:
    return [where for where, value in everything(store) for mark in marks if mark in value]


def erase(store: Store, learner_id: str) -> bool:
    with store.writing() as session:
        erased = erasing.erase(session, learner_id)
    assert store.forget_freed_pages()
    return erased


def test_no_table_keeps_anything_of_the_learner(store: Store) -> None:
    amina = live(store, AMINA, WORD)
    live(store, OTHER, OTHER_WORD)
    before = traces(store, OTHER_WORD, str(OTHER))
    tables_of_learners = {table.name for table in Base.metadata.sorted_tables if "learner_id" in table.c}
    assert {where.split(".")[0] for where in traces(store, amina)} >= tables_of_learners

    assert erase(store, amina)

    assert traces(store, amina, str(AMINA), WORD) == []
    assert traces(store, OTHER_WORD, str(OTHER)) == before


def test_updates_that_came_before_are_known_but_nameless(store: Store) -> None:
    amina = live(store, AMINA, WORD)
    add(store, InboxRow(bot_id=7, update_id=8, chat_id=AMINA, payload={"text": WORD}, received_at=BEGINNING))
    erase(store, amina)
    with store.reading() as session:
        rows = session.scalars(select(InboxRow)).all()
    assert {(row.state, row.chat_id, row.payload, row.done_at) for row in rows} == {("done", None, None, BEGINNING)}
    assert 8 in {row.update_id for row in rows}


def test_nobody_is_erased_twice(store: Store) -> None:
    add_learner(store)
    assert erase(store, "learner1001")
    assert not erase(store, "learner1001")
    assert not erase(store, "nobody")


def test_only_the_confirmation_is_left_to_be_sent(store: Store) -> None:
    learner = add_learner(store, AMINA, name=WORD)
    row = InboxRow(bot_id=1, update_id=2, chat_id=AMINA, payload={"text": WORD}, received_at=BEGINNING)
    add(store, row)
    confirmation = OutboxRow(
        learner_id=learner.id,
        chat_id=AMINA,
        language="ar",
        ref="erased",
        payload={"lines": []},
        created_at=BEGINNING,
    )
    keep.keep_erasure(store, row, learner.id, confirmation, BEGINNING)
    assert traces(store, WORD, learner.id) == []
    assert traces(store, str(AMINA)) == ["outbox.chat_id"]


def test_no_byte_of_the_sqlite_files_keeps_a_word(sqlite_store: Store) -> None:
    """Many rows of several learners, some blanked later: SQLite moves them between pages, and copies stay."""
    # Not called after the table: SQLite writes the number of a page behind its name.
    learners = [learner_row(AMINA + number, id=f"someone{number}", name=f"{WORD}{number}") for number in range(10)]
    add(sqlite_store, *learners)
    random = Random(1)
    for _ in range(40):
        add(sqlite_store, *(row for learner in learners for row in _talk(learner, random)))
        _blank_some(sqlite_store, random)
    assert _found_in_files(sqlite_store, f"{WORD}0".encode()) > 0
    for learner in learners[:5]:
        erase(sqlite_store, learner.id)
    for number in range(5):
        assert _found_in_files(sqlite_store, f"{WORD}{number}".encode()) == 0
        assert _found_in_files(sqlite_store, f"someone{number}".encode()) == 0
        assert _found_in_files(sqlite_store, (AMINA + number).to_bytes(6)) == 0
    assert _found_in_files(sqlite_store, f"{WORD}5".encode()) > 0


def _talk(learner: Learner, random: Random) -> Iterator[Message | InboxRow]:
    words = f"{learner.name} " + "x" * random.randint(1, 900)
    number = random.getrandbits(40)
    yield Message(id=f"m{number}", learner_id=learner.id, text=words, at=BEGINNING)
    chat = learner.telegram_id
    yield InboxRow(bot_id=1, update_id=number, chat_id=chat, payload={"text": words}, received_at=BEGINNING)


def _blank_some(store: Store, random: Random) -> None:
    blanked = update(InboxRow).where(InboxRow.update_id % 3 == random.randint(0, 2))
    with store.writing() as session:
        session.execute(blanked.values(payload=None, state="done"))


def _found_in_files(store: Store, mark: bytes) -> int:
    """How often these bytes stand in the database file, its write-ahead log and its index of that."""
    path = str(store.engine.url.database)
    files = [Path(path + end) for end in ("", "-wal", "-shm", "-journal")]
    return sum(file.read_bytes().count(mark) for file in files if file.exists())
