"""A file is tried, compared with what is there, and taken in as drafts: whole or not at all."""

from io import BytesIO
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.catalogue.exchange import books, commas, sheets
from bot.catalogue.exchange.incoming import Incoming
from bot.i18n import Text
from bot.journeys.exporting import Export, NothingSo, packs
from bot.journeys.importing import Compared, Moved, Trial, Trials
from bot.journeys.importing.trials import LASTS, MOST
from bot.store import Store, drafts
from bot.store.drafts import Change, Origin
from bot.store.tables import Draft
from tests.catalogue.exchange.files import MEET, WORDLESS, saved, sheet, workbook
from tests.catalogue.exchange.test_lunes import WORDS
from tests.fakes.stores import BEGINNING as NOW
from tests.fakes.stores import add, staff_row

PACK = "nl/care/A1"


@pytest.fixture
def published(store: Store) -> Store:
    add(store, staff_row("kim", role="coordinator"))
    return store


def tried(store: Store, name: str, content: bytes, pack: str = "") -> Trial:
    """A trial that has come to its end."""
    trial = Trial(store, Incoming(name, content, pack, "nl"), "kim")
    while trial.compared is None:
        trial.go_on()
    return trial


def rows(*rows: dict[str, Any]) -> bytes:
    return saved(workbook(meet=sheet(*rows)))


def keys(trial: Trial) -> set[str]:
    messages = (fault.message for fault in trial.faults)
    return {one.key.removeprefix("console.import.fault.") if isinstance(one, Text) else str(one) for one in messages}


@pytest.mark.parametrize("what", [PACK, "tips"])
def test_an_export_that_nobody_edited_changes_nothing(published: Store, what: str) -> None:
    export = Export(published)
    for name, content in (
        ("x.xlsx", export.workbook(what, WORDLESS)),
        ("x.csv", export.comma_separated(what)),
        *([("x.yml", export.yaml(what))] if what == PACK else []),
    ):
        trial = tried(published, name, content)
        assert not trial.faults
        found = trial.compared
        assert found is not None
        assert (found.wanted, found.same > 40) == ((), True)
        assert not trial.in_order
        with pytest.raises(Moved):
            trial.take_in(NOW, Random(1))


def test_what_is_new_or_changed_becomes_drafts(published: Store) -> None:
    trial = tried(published, "x.xlsx", rows({**MEET, "id": "care.comfort.meet_new"}))
    assert not trial.faults
    assert trial.in_order
    assert trial.take_in(NOW, Random(1)) == 1
    assert trial.take_in(NOW, Random(2)) == 1
    (draft,) = drafts.all_of(published)
    assert (draft.entry_id, draft.origin, draft.changed_by) == ("care.comfort.meet_new", Origin.IMPORT, "kim")
    again = tried(published, "x.xlsx", rows({**MEET, "id": "care.comfort.meet_new"}))
    assert again.compared is not None
    assert not again.compared.wanted


def test_a_pack_is_written_in_the_language_of_its_region(published: Store) -> None:
    export = Export(published)
    assert "written_in: nl" in export.yaml(PACK).decode()
    assert "written_in: en" in export.yaml("bg/shared/A1").decode()


def test_one_edited_cell_is_one_draft(published: Store) -> None:
    book = load_workbook(BytesIO(Export(published).workbook(PACK, WORDLESS)))
    page = book["choose_word"]
    heads = [cell.value for cell in page[1]]
    page.cell(2, heads.index("meaning") + 1).value = "Omdat het anders is."
    trial = tried(published, "x.xlsx", saved(book))
    assert not trial.faults
    assert trial.compared is not None
    (changed,) = trial.compared.wanted
    assert changed.entry.id == page.cell(2, 1).value
    assert (changed.place.sheet, changed.place.cell) == ("choose_word", "2")
    assert trial.take_in(NOW, Random(1)) == 1


def test_what_somebody_changed_meanwhile_is_looked_at_again(published: Store) -> None:
    row = {**MEET, "id": "care.comfort.meet_new"}
    trial = tried(published, "x.xlsx", rows(row))
    assert trial.compared is not None
    body = {**trial.compared.new[0].entry.body, "body": {"word": "van mij"}}
    drafts.save(published, Change("care.comfort.meet_new", "item", body), "kim", None, NOW, Random(1))
    with pytest.raises(Moved):
        trial.take_in(NOW, Random(2))
    assert trial.compared.replaced == ["care.comfort.meet_new"]
    assert trial.take_in(NOW, Random(3)) == 1
    (draft,) = drafts.all_of(published)
    assert draft.body is not None
    assert draft.body["body"]["word"] == MEET["word"]


def test_what_somebody_changes_while_it_is_taken_in_is_not_lost(published: Store) -> None:
    class Slow(Trial):
        def _compare(self) -> Compared:
            compared = super()._compare()
            if drafts.of(published, new) is None and self.done:
                self.done = 0
            elif drafts.of(published, new) is None:
                theirs = {**compared.new[0].entry.body, "body": {"word": "van mij"}}
                drafts.save(published, Change(new, "item", theirs), "kim", None, NOW, Random(1))
            return compared

    new = "care.comfort.meet_new"
    trial = Slow(published, Incoming("x.xlsx", rows({**MEET, "id": new}), "", "nl"), "kim")
    while trial.compared is None:
        trial.go_on()
    with pytest.raises(Moved):
        trial.take_in(NOW, Random(2))
    draft = drafts.of(published, new)
    assert draft is not None
    assert draft.body is not None
    assert draft.body["body"] == {"word": "van mij"}
    assert trial.take_in(NOW, Random(3)) == 1


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"unit": "care.comfrt", "id": "care.comfrt.meet_new"}, "meant.unit"),
        ({"image": "no_such_picture"}, "unknown.image"),
        ({"about": "care.nothing.at_all_like_this"}, "unknown.item"),
        ({"pack": "nl/cooking/A1"}, "unknown.sector"),
        ({"id": "care.comfort.pairs"}, "other_pack"),
    ],
)
def test_what_does_not_fit_together_is_told(published: Store, changes: dict[str, str], key: str) -> None:
    trial = tried(published, "x.xlsx", rows({**MEET, "id": "care.comfort.meet_new", "pack": "nl/care/B1", **changes}))
    assert key in keys(trial)
    assert not trial.in_order


def test_an_id_twice_is_told(published: Store) -> None:
    trial = tried(published, "x.xlsx", rows(MEET, MEET))
    assert keys(trial) == {"doubled_id"}


def test_the_same_words_asked_in_the_same_way_are_told(published: Store) -> None:
    row = {**MEET, "id": "care.comfort.meet_new"}
    trial = tried(published, "x.xlsx", rows(row, {**row, "id": "care.comfort.meet_newer", "meaning": "anders gezegd"}))
    assert trial.compared is not None
    assert trial.compared.doubles[-1].taken.entry.id == "care.comfort.meet_newer"
    assert trial.in_order


def test_words_of_lunes_wait_for_their_author(published: Store) -> None:
    trial = tried(published, "lunes.csv", WORDS.encode(), PACK)
    assert not trial.faults
    assert trial.compared is not None
    assert len(trial.compared.unfinished) == 5
    assert trial.take_in(NOW, Random(1)) == 5
    assert {draft.entry_id for draft in drafts.all_of(published)} >= {"care.kuche", "care.kuche.ruhren"}
    with published.writing() as session:
        for draft in session.query(Draft):
            draft.body = {**(draft.body or {}), "title": "Van mij"}
    assert not [*tried(published, "lunes.csv", WORDS.encode(), PACK).compared.wanted]  # type: ignore[union-attr]


def test_all_or_nothing_when_the_store_fails(published: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = tried(published, "x.xlsx", rows(MEET | {"id": "care.comfort.a"}, MEET | {"id": "care.comfort.b"}))
    calls: list[str] = []

    def breaking(*arguments: Any) -> Any:
        calls.append("")
        if len(calls) == 2:
            raise OSError("no room")
        return kept(*arguments)

    kept = drafts._put
    monkeypatch.setattr(drafts, "_put", breaking)
    with pytest.raises(OSError, match="no room"):
        trial.take_in(NOW, Random(1))
    monkeypatch.undo()
    assert not drafts.all_of(published)
    assert trial.take_in(NOW, Random(1)) == 2


def test_a_long_file_is_read_in_steps(published: Store) -> None:
    many = [{**MEET, "id": f"care.comfort.meet_{number}", "word": f"woord {number}"} for number in range(600)]
    trial = Trial(published, Incoming("x.xlsx", rows(*many), "", "nl"), "kim")
    seen = []
    while trial.compared is None:
        trial.go_on()
        seen.append((trial.done, trial.size))
    assert seen == [(250, 601), (500, 601), (600, 601)]
    assert len(trial.compared.new) == 600


def test_what_there_is_not_cannot_be_had(published: Store) -> None:
    export = Export(published)
    with pytest.raises(NothingSo):
        export.workbook("nl/x/A1", WORDLESS)
    with pytest.raises(NothingSo):
        export.yaml("tips")
    with pytest.raises(NothingSo):
        export.template("x", WORDLESS)
    assert PACK in packs(published)
    assert books.written(sheets.tables([]), [], WORDLESS)
    assert commas.written(sheets.together([]))


def test_trials_are_somebodys_own_and_do_not_pile_up(published: Store) -> None:
    trials, random = Trials(), Random(1)
    ids = [
        trials.begin(Trial(published, Incoming("x.csv", b"", "", "nl"), "kim"), NOW, random) for _ in range(MOST + 1)
    ]
    assert trials.find(ids[0], "kim", NOW) is None
    assert trials.find(ids[-1], "kim", NOW) is not None
    assert trials.find(ids[-1], "lee", NOW) is None
    assert trials.find(ids[-1], "kim", NOW + LASTS) is None
