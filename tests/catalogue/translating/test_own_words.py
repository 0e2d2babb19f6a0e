"""What staff write is said by every process within a second, and costs nothing until then."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.catalogue.translating.own_words import OwnWords
from bot.i18n import Catalogues, Content, Text
from bot.store import OutOfOrder, Store
from tests.catalogue.conftest import change
from tests.catalogue.translating.conftest import AGAIN, HELLO, TITLE, Place

SOURCE = Content("tip.payslip_wage.hours.title", "Klopt je loonbrief?")


@pytest.fixture
def own(place: Place) -> OwnWords:
    return OwnWords(place.store, lambda: place.now)


@pytest.fixture
def spoken(place: Place, own: OwnWords) -> Catalogues:
    return Catalogues.load(place.root / "locales", own)


def test_a_translation_is_said_a_second_later(place: Place, spoken: Catalogues) -> None:
    assert "[ar]" in spoken.plain(SOURCE, "ar")
    place.write(TITLE, "غير", by="Laila")
    place.write(AGAIN, "a", "b", "c", "d {count}", "e", "f")
    assert "[ar]" in spoken.plain(SOURCE, "ar")
    place.now += timedelta(seconds=1)
    assert (spoken.plain(SOURCE, "ar"), spoken.reviewed(SOURCE, "ar")) == ("غير", True)
    assert "d 3" in spoken.plain(Text("greeting.again", {"count": 3}), "ar")
    place.now += timedelta(seconds=1)
    place.write(TITLE, "")
    assert "[ar]" in spoken.plain(SOURCE, "ar")


def test_what_did_not_change_stays_the_same_object(place: Place, own: OwnWords) -> None:
    place.write(TITLE, "غير")
    place.write(HELLO, "<b>Hi</b>, {name}!", language="en")
    before = own()
    place.now += timedelta(seconds=1)
    assert own() is before
    place.write(HELLO, "<b>Hey</b>, {name}!", language="en")
    place.now += timedelta(seconds=1)
    assert (own()["ar"] is before["ar"], own()["en"] is before["en"]) == (True, False)


def test_who_reads_the_source_never_gets_it_in_english(place: Place, spoken: Catalogues) -> None:
    change(place.root, "content/tips/payslip_wage.yml", "Klopt je loonbrief?", "Klopt je loon?")
    place.publish()
    place.write(TITLE, "Is your pay right?", language="en")
    place.now += timedelta(seconds=1)
    new = Content(SOURCE.context, "Klopt je loon?")
    assert [spoken.plain(new, one) for one in ("nl", "en")] == ["Klopt je loon?", "Is your pay right?"]
    assert "Is your pay right?" in spoken.plain(new, "ar")


def test_while_the_store_cannot_be_read_what_was_known_is_said(
    place: Place, own: OwnWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write(TITLE, "غير")
    before = own()
    place.now += timedelta(seconds=1)

    def refuse(store: Store) -> None:
        raise OutOfOrder("full")

    monkeypatch.setattr("bot.store.translations.states", refuse)
    assert own() is before
    assert before["ar"].content


def test_nothing_is_there_without_a_translation(own: OwnWords, tmp_path: Path) -> None:
    assert own() == {}
