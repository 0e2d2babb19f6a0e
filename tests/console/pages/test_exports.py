"""The list with names: who agreed, the same on the page and in the files, and noted."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.store import Store, audit
from bot.store.tables import Caseload, Consent, Staff
from tests.console.desks import Console, add_staff
from tests.fakes.stores import BEGINNING, add, add_learner

EVIL = '=HYPERLINK("http://x.be")<script>'


@pytest.fixture
def lien(console: Console) -> Staff:
    """A counsellor with three learners who agreed and two who did not."""
    member = add_staff(console.store, "lien", language="nl")
    for number, (name, agrees) in enumerate(
        [("Amina", True), (EVIL, True), ("أمينة", True), ("Bilal", False), ("Zoë", False)]
    ):
        learner = add_learner(console.store, number, name=name)
        add(console.store, Caseload(staff_id="lien", learner_id=learner.id, since=BEGINNING))
        for kind in ("sharing", "export") if agrees else ("sharing",):
            add(console.store, Consent(learner_id=learner.id, kind=kind, given=True, notice="n", at=BEGINNING))
    return member


def noted(store: Store) -> list[tuple[str, dict[str, Any] | None]]:
    return [(one.what, one.detail) for one in reversed(audit.page(store, "home"))]


async def test_the_page_shows_who_agreed_and_counts_the_others(console: Console, lien: Staff) -> None:
    words = (await console.visitor(lien).get("/reports/learners")).text
    assert "Amina" in words
    assert "Bilal" not in words
    assert "2 andere cursisten staan hier niet." in words
    assert "3 cursisten in de lijst." in words
    assert "Arabisch" in words
    assert "<script>" not in words.partition("<main")[2]
    assert noted(console.store) == [("export.seen", None)]


async def test_the_files_hold_what_the_page_shows(console: Console, lien: Staff) -> None:
    visitor = console.visitor(lien)
    as_csv, as_xlsx = [await visitor.get(f"/reports/learners.{ending}") for ending in ("csv", "xlsx")]
    lines = list(csv.reader(StringIO(as_csv.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    page = load_workbook(BytesIO(as_xlsx.content)).active
    assert page is not None
    cells = [["" if cell.value is None else str(cell.value) for cell in row] for row in page.iter_rows()]
    assert [[one.removeprefix("'") for one in line] for line in lines] == cells
    assert cells[0][:5] == ["Naam", "Eigen taal", "Sector", "Niveau", "Dagen geoefend (28 dagen)"]
    assert {row[0] for row in cells[1:]} == {"Amina", "أمينة", EVIL}
    assert f"'{EVIL}" in {line[0] for line in lines}
    assert {cell.data_type for row in page.iter_rows() for cell in row} == {"s", "n"}
    assert cells[1][9] == "Lien"


async def test_each_file_is_noted_with_its_rows(console: Console, lien: Staff) -> None:
    visitor = console.visitor(lien)
    answers = [await visitor.get(f"/reports/learners.{ending}") for ending in ("csv", "xlsx")]
    assert noted(console.store) == [
        ("export.taken", {"format": "csv", "rows": 3}),
        ("export.taken", {"format": "xlsx", "rows": 3}),
    ]
    named = [answer.headers["content-disposition"] for answer in answers]
    assert named == [f'attachment; filename="werkmaat-cursisten-2026-11-01.{ending}"' for ending in ("csv", "xlsx")]
    assert {answer.headers["cache-control"] for answer in answers} == {"no-store"}


@pytest.mark.parametrize(("language", "first_line"), [("en", "Name,Own language,"), ("fr", "Nom;Langue;")])
async def test_a_comma_parts_columns_where_numbers_have_a_point(
    console: Console, language: str, first_line: str
) -> None:
    member = add_staff(console.store, "wim", language=language)
    answer = await console.visitor(member).get("/reports/learners.csv")
    assert answer.content.decode("utf-8-sig").startswith(first_line)


async def test_with_nobody_in_it_there_is_nothing_to_take(console: Console) -> None:
    words = (await console.visitor(add_staff(console.store)).get("/reports/learners")).text
    assert "Nobody is in the list yet." in words
    assert ".csv" not in words


@pytest.mark.parametrize(("role", "way"), [("counsellor", False), ("lead", True)])
async def test_only_a_lead_finds_the_way_to_the_numbers(console: Console, role: str, way: bool) -> None:
    visitor = console.visitor(add_staff(console.store, role, role))
    assert ("/reports/numbers" in (await visitor.get("/reports/learners")).text) is way
    leads_to = (await visitor.get("/reports")).headers["location"]
    assert leads_to == ("/reports/numbers" if way else "/reports/learners")
