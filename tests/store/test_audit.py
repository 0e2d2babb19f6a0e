"""The audit stays as it is: the database itself refuses."""

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import Executable

from bot.store import Store, audit
from bot.store.tables import AuditEvent, Staff
from tests.fakes.stores import BEGINNING, HOME, add, staff_row


@pytest.fixture
def lien(store: Store) -> Staff:
    member = staff_row("lien")
    add(store, member)
    with store.writing() as session:
        for number in range(3):
            audit.note(session, member, "learner.seen", BEGINNING, f"l{number}", {"rows": number})
    return member


@pytest.mark.parametrize("statement", [delete(AuditEvent), update(AuditEvent).values(by="somebody")])
def test_nothing_is_removed_or_changed(statement: Executable, lien: Staff, store: Store) -> None:
    with pytest.raises(DBAPIError, match="stays as it is"), store.writing() as session:
        session.execute(statement)
    assert [one.by for one in audit.page(store, HOME)] == [lien.id] * 3


def test_it_is_read_newest_first_page_by_page(lien: Staff, store: Store) -> None:
    first = audit.page(store, HOME, limit=2)
    rest = audit.page(store, HOME, before=first[-1].id, limit=2)
    assert [one.about for one in (*first, *rest)] == ["l2", "l1", "l0"]
    assert [one.detail for one in audit.page(store, HOME, by=lien.id, about="l1")] == [{"rows": 1}]
    assert audit.page(store, "elsewhere") == []
