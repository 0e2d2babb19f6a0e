"""Keeping sums: together with the mark, and never twice."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.store import Store
from bot.store.quality import sums
from bot.store.quality.lessons import Mark
from bot.store.quality.sums import ALL, Key
from bot.store.tables import Entry, ItemSum
from tests.fakes import stores
from tests.fakes.stores import BEGINNING

FIRST, SECOND = Mark(BEGINNING, "a"), Mark(BEGINNING + timedelta(hours=1), "b")
HELMET, OLD = Key("helmet", 2, ALL), Key("helmet", 1, "ar")


def add(store: Store, before: Mark | None, after: Mark, *keys: Key) -> bool:
    """One more for each of these keys."""
    rows = sums.rows(store, keys)
    for row in rows.values():
        row.told = {**row.told, "right": row.told.get("right", 0) + 1}
        row.people += 1
    return sums.keep(store, before, after, rows.values())


def test_sums_and_mark_move_together(store: Store) -> None:
    assert sums.mark(store) is None
    assert add(store, None, FIRST, HELMET, OLD)
    assert add(store, FIRST, SECOND, HELMET)
    assert sums.mark(store) == SECOND
    assert [(row.revision, row.language, row.told) for row in sums.of_item(store, "helmet")] == [
        (2, ALL, {"right": 2}),
        (1, "ar", {"right": 1}),
    ]


def test_what_somebody_else_counted_is_not_counted_again(store: Store) -> None:
    add(store, None, FIRST, HELMET)
    assert not add(store, None, FIRST, HELMET)
    assert [row.told for row in sums.of_item(store, "helmet")] == [{"right": 1}]


def test_a_sum_that_cannot_be_kept_moves_no_mark(store: Store) -> None:
    broken = ItemSum(item_id="helmet", revision=1, language=ALL, people=None, told={}, waiting={})
    with pytest.raises(IntegrityError):
        sums.keep(store, None, FIRST, [broken])
    assert sums.mark(store) is None


def test_of_what_is_published_now(store: Store) -> None:
    """Old forms, retired items, and languages of too few people are left out."""
    entry = {"kind": "item", "position": 1}
    stores.add(
        store,
        Entry(id="helmet", revision=2, **entry),
        Entry(id="gone", revision=1, retired_at=BEGINNING, **entry),
    )
    add(store, None, FIRST, HELMET, OLD, Key("helmet", 2, "ar"), Key("gone", 1, ALL))
    assert [(row.item_id, row.revision, row.language) for row in sums.of_published(store, ALL, 2)] == [
        ("helmet", 2, ALL)
    ]
    assert {row.language for row in sums.of_published(store, ALL, 1)} == {ALL, "ar"}
    assert [row.language for row in sums.of_published(store, "ar", 2)] == ["ar"]
    assert sums.of_published(store, "uk", 1) == []
    assert sums.languages(store) == ["ar"]


def test_counting_can_begin_anew(store: Store) -> None:
    add(store, None, FIRST, HELMET)
    sums.forget(store)
    assert (sums.mark(store), sums.of_item(store, "helmet")) == (None, [])
