"""A store in memory: all tables, for this process alone, and gone when it is closed."""

from datetime import UTC, datetime

from sqlalchemy import inspect

from bot.store import Store
from bot.store.in_memory import in_memory
from bot.store.tables import Base, Organisation
from tests.fakes.stores import add


def names(store: Store) -> list[str]:
    with store.reading() as session:
        return [row.name for row in session.query(Organisation)]


def test_it_has_every_table_and_several_may_use_it_at_once() -> None:
    store = in_memory()
    assert {*inspect(store.engine).get_table_names()} == {*Base.metadata.tables}
    add(store, Organisation(id="one", name="One", created_at=datetime(2026, 11, 1, tzinfo=UTC)))
    with store.reading() as one, store.reading() as other:
        assert one.get(Organisation, "one") is not None
        assert other.get(Organisation, "one") is not None
    store.close()


def test_none_sees_another_and_nothing_is_left() -> None:
    store, other = in_memory(), in_memory()
    add(store, Organisation(id="one", name="One", created_at=datetime(2026, 11, 1, tzinfo=UTC)))
    assert (names(store), names(other)) == (["One"], [])
    address = store.engine.url
    for one in (store, other):
        one.close()
    assert inspect(Store(address).engine).get_table_names() == []
