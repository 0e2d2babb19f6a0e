"""Documents as they are drawn: every one of the course, whole."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.catalogue.folder import read_folder
from bot.learning.items._paper import LONGEST_LINE, MOST_LINES
from bot.pictures import NotDrawable, cut_off, draw_paper
from bot.pictures.canvas import WIDTH
from bot.pictures.paper import INSIDE, fitted
from bot.settings import CONTENT

ITEMS = {entry.id: entry.body["body"] for entry in read_folder(CONTENT).entries if entry.kind == "item"}
DRAWN = {item: tuple(body["document"]) for item, body in ITEMS.items() if body.get("drawn") == "yes"}
MOST_BYTES = 60_000


def picture(*lines: str) -> Image.Image:
    return Image.open(BytesIO(draw_paper(lines))).convert("RGB")


def test_the_course_has_documents_that_are_drawn() -> None:
    assert len(DRAWN) >= 12


@pytest.mark.parametrize("item", DRAWN)
def test_a_document_is_drawn_whole_and_small(item: str) -> None:
    assert len(draw_paper(DRAWN[item])) < MOST_BYTES
    assert cut_off(DRAWN[item]) == []


def test_words_without_room_are_told() -> None:
    assert cut_off(("Huis", "# WERKNEMERSVERZEKERINGSMAATSCHAPPIJ")) == ["WERKNEMERSVERZEKERIN…"]
    assert len(cut_off(("Huis", "Maandag | Veiligheidsschoenen | Wasmachineruimte"))) == 2


def test_the_paper_is_as_wide_as_a_phone_and_grows_with_its_lines() -> None:
    short, longer = picture("Bakkerij", "brood"), picture("Bakkerij", "brood", "kaas")
    assert short.width == longer.width == WIDTH
    assert longer.height > short.height


@given(st.lists(st.floats(1, 2000), min_size=1, max_size=4))
def test_columns_fit_on_the_sheet_and_none_is_wider_than_it_needs(wanted: list[float]) -> None:
    widths = fitted(wanted, INSIDE)
    assert sum(widths) <= INSIDE + 0.01
    assert all(width <= want for width, want in zip(widths, wanted, strict=True))
    assert sum(widths) >= min(sum(wanted), INSIDE) - 0.01


def test_a_narrow_column_keeps_its_width_beside_a_wide_one() -> None:
    assert fitted([100, 900], INSIDE) == [100, INSIDE - 100]


@pytest.mark.parametrize("lines", [("a",), ("a", "---"), ("a | b", "c"), ("a", "# t", "b | c | d | e", "f | g")])
def test_any_shape_can_be_drawn(lines: tuple[str, ...]) -> None:
    assert picture(*lines).width == WIDTH


def test_the_fullest_paper_is_drawn() -> None:
    assert picture(*["m" * LONGEST_LINE] * MOST_LINES).height < 2 * WIDTH * 2


def test_a_script_without_a_font_is_told() -> None:
    with pytest.raises(NotDrawable):
        draw_paper(("面包店",))
