"""What staff translate is kept, told apart by its source, and never written over unseen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.store import Store, translations
from bot.store.translations import Change, Domain, Overtaken
from tests.fakes.stores import BEGINNING, add, staff_row

CHANGE = Change(
    domain=Domain.CONTENT,
    language="ar",
    context="tip.a.title",
    digest="d1",
    written_in="nl",
    source="Je komt te laat",
    forms=("تأخرت",),
    version=0,
    back="You are late",
    note="spoken",
    reviewed_by="Laila",
    reviewed_on=date(2026, 12, 1),
)


@pytest.fixture
def lien(store: Store) -> str:
    add(store, staff_row("lien", role="coordinator"))
    return "lien"


def said(store: Store, language: str = "ar") -> list[tuple[str, list[str], int]]:
    return [(row.digest, row.forms, row.version) for row in translations.of(store, [language])]


def test_what_was_written_is_read_again_with_who_and_when(store: Store, lien: str) -> None:
    translations.save(store, [CHANGE], lien, BEGINNING)
    (row,) = translations.of(store, ["ar", "tr"])
    kept = (row.source, row.forms, row.back, row.note, row.reviewed_by, row.reviewed_on, row.changed_by, row.changed_at)
    assert kept == (
        "Je komt te laat", ["تأخرت"], "You are late", "spoken", "Laila", date(2026, 12, 1), lien, BEGINNING,
    )  # fmt: skip
    assert translations.of(store, ["tr"]) == []


def test_the_translation_of_another_source_stands_beside_it_the_newest_first(store: Store, lien: str) -> None:
    translations.save(store, [CHANGE], lien, BEGINNING)
    other = replace(CHANGE, digest="d2", forms=("متأخر",))
    translations.save(store, [other], lien, BEGINNING + timedelta(minutes=1))
    assert said(store) == [("d2", ["متأخر"], 1), ("d1", ["تأخرت"], 1)]


def test_the_second_of_two_is_told_and_nothing_of_theirs_is_kept(store: Store, lien: str) -> None:
    translations.save(store, [CHANGE], lien, BEGINNING)
    elsewhere = replace(CHANGE, context="tip.b.title")
    with pytest.raises(Overtaken, match=r"tip\.a\.title in ar"):
        translations.save(store, [elsewhere, replace(CHANGE, forms=("غير",))], lien, BEGINNING)
    assert said(store) == [("d1", ["تأخرت"], 1)]
    translations.save(store, [replace(CHANGE, forms=("غير",), version=1)], lien, BEGINNING)
    assert said(store) == [("d1", ["غير"], 2)]


def test_words_that_are_taken_back_are_gone(store: Store, lien: str) -> None:
    nothing = replace(CHANGE, forms=())
    translations.save(store, [nothing], lien, BEGINNING)
    translations.save(store, [CHANGE], lien, BEGINNING)
    translations.save(store, [replace(nothing, version=1)], lien, BEGINNING)
    assert said(store) == []


def test_the_state_differs_after_every_change(store: Store, lien: str) -> None:
    seen = [translations.states(store)]
    changes = (CHANGE, replace(CHANGE, version=1), replace(CHANGE, digest="d2"), replace(CHANGE, forms=(), version=2))
    for minutes, change in enumerate(changes):
        translations.save(store, [change], lien, BEGINNING + timedelta(minutes=minutes))
        seen.append(translations.states(store))
    assert all(one != other for number, one in enumerate(seen) for other in seen[number + 1 :])
    assert {*seen[-1]} == {"ar"}
