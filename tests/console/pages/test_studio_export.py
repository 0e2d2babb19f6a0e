"""Packs, tips and empty sheets as files, with an explanation in Dutch."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from bot.catalogue.exchange import columns
from bot.journeys import quality
from bot.learning.items import Grade
from bot.store import Store, audit
from tests.catalogue.exchange.files import read
from tests.console.desks import Console, Visitor, add_staff
from tests.fakes.met import LATER, helmets
from tests.fakes.stores import HOME

PACK = "nl/care/A1"
OF_HELMET = "nl/construction/pre-A1"


@pytest.fixture
def visitor(console: Console, store: Store) -> Visitor:
    return console.visitor(add_staff(store, "kim", role="coordinator"))


async def test_the_page_leads_to_every_file(visitor: Visitor) -> None:
    page = (await visitor.get("/studio/export")).text
    assert f"/studio/export/file?what={PACK}&amp;as=zip" in page
    assert "/studio/export/file?what=tips&amp;as=csv" in page
    assert all(f"/studio/export/template?type={name}" in page for name in columns.types())


@pytest.mark.parametrize("ending", ["xlsx", "csv", "yml", "zip"])
async def test_a_pack_as_a_file(visitor: Visitor, store: Store, ending: str) -> None:
    answer = await visitor.get("/studio/export/file", params={"what": PACK, "as": ending})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="werkmaat-nl-care-A1.{ending}"'
    incoming = read(f"x.{ending}", answer.content)
    assert not incoming.faults
    assert len(incoming.taken) > 40
    assert audit.page(store, HOME)[0].detail == {"what": PACK, "format": ending}


async def test_a_zip_says_where_it_comes_from_and_how_far_it_was_reviewed(visitor: Visitor) -> None:
    answer = await visitor.get("/studio/export/file", params={"what": PACK, "as": "zip"})
    about = ZipFile(BytesIO(answer.content)).read("about.yml").decode()
    assert f"pack: {PACK}" in about
    assert "state: published" in about
    assert "http://console" in about


async def test_a_zip_says_how_learners_do(visitor: Visitor, store: Store) -> None:
    helmets(store, [Grade.WRONG] * 10 + [Grade.RIGHT] * 10)
    list(quality.count_all(store, visitor.console.desk.courses.current(), LATER))
    answer = await visitor.get("/studio/export/file", params={"what": OF_HELMET, "as": "zip"})
    about = ZipFile(BytesIO(answer.content)).read("about.yml").decode()
    assert "people: '20'" in about
    assert "right_at_first_try: 50%" in about


async def test_an_empty_sheet_explains_itself_in_dutch(visitor: Visitor) -> None:
    answer = await visitor.get("/studio/export/template", params={"type": "choose_word"})
    page = load_workbook(BytesIO(answer.content))["uitleg"]
    words = {row[0]: str(row[1] or "") for row in page.iter_rows(values_only=True)}
    assert "Zo vul je deze bladen in" in words
    assert words["situation"].endswith("Moet ingevuld zijn")
    assert "console." not in str(words)


@pytest.mark.parametrize(
    "what", [{"what": "nl/x/A1", "as": "xlsx"}, {"what": PACK, "as": "exe"}, {"what": "tips", "as": "zip"}]
)
async def test_what_there_is_not(visitor: Visitor, what: dict[str, str]) -> None:
    assert (await visitor.get("/studio/export/file", params=what)).status_code == 404
    assert (await visitor.get("/studio/export/template", params={"type": "nothing"})).status_code == 404
