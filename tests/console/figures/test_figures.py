"""Figures: whatever is drawn is safe, has a name, follows the colours of the page, and shows what it was given."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bot.console.figures import About, Mark, bars, columns, dots, spark
from bot.console.figures.drawing import few

SVG = "{http://www.w3.org/2000/svg}"
ABOUT = About("weeks", "Weken", "Op welke dagen")
EVIL = "\"><script>alert('x')</script>&"
DRAWN: dict[str, Callable[[About, list[Mark]], Markup]] = {
    "bars": bars,
    "columns": columns,
    "dots": dots,
    "spark": lambda about, marks: spark(about, [mark.value for mark in marks]),
}
MARKS = st.lists(
    st.builds(
        Mark,
        label=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=9),
        value=st.floats(0, 1e9),
        said=st.just("1"),
    ),
    min_size=1,
    max_size=40,
)


def marks(*values: float) -> list[Mark]:
    return [Mark(f"nr. {place}", value, f"{value:g}") for place, value in enumerate(values)]


def parsed(figure: Markup) -> ElementTree.Element:
    return ElementTree.fromstring(str(figure).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def drawn(figure: Markup, kind: str) -> list[ElementTree.Element]:
    return [one for one in parsed(figure).iter(f"{SVG}{kind}") if (one.get("class") or "").startswith("mark")]


def words(figure: Markup) -> list[str]:
    return [one.text or "" for one in parsed(figure).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_is_drawn_of_nothing(name: str) -> None:
    assert DRAWN[name](ABOUT, []) == ""


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("values", [(0,), (3,), (0, 0), tuple(range(40))], ids=["zero", "one", "zeros", "many"])
def test_a_figure_is_an_image_with_a_name_and_without_a_style(name: str, values: tuple[float, ...]) -> None:
    figure = DRAWN[name](ABOUT, marks(*values))
    root = parsed(figure)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert (root.get("role"), title.text, description.text) == ("img", "Weken", "Op welke dagen")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}" == "weeks-title weeks-desc"
    colours = {"style", "fill", "stroke", "color"}
    assert not [one for element in root.iter() for one in element.attrib if one in colours or one.startswith("on")]


@pytest.mark.parametrize("name", DRAWN)
def test_words_of_people_stay_words(name: str) -> None:
    about = About("units", EVIL, EVIL)
    figure = DRAWN[name](about, [Mark(EVIL, 1, EVIL, EVIL)])
    assert isinstance(figure, Markup)
    assert "<script" not in figure
    title = parsed(figure).find(f"{SVG}title")
    assert title is not None
    assert title.text == EVIL
    if name != "spark":
        assert EVIL in "".join(words(figure))


@given(MARKS)
def test_whatever_is_given_is_drawn_inside(some: list[Mark]) -> None:
    for name, draw in DRAWN.items():
        for one in parsed(draw(ABOUT, some)).iter():
            for attribute in ("x", "cx", "width"):
                assert 0 <= float((one.get(attribute) or "0").rstrip("%")) <= 100, name
            for attribute in ("y", "cy", "height"):
                assert float(one.get(attribute) or "0") >= 0, name


def test_the_longest_bar_is_full_unless_more_could_be() -> None:
    assert [one.get("width") for one in drawn(bars(ABOUT, marks(1, 4)), "rect")] == ["25.00%", "100.00%"]
    assert [one.get("width") for one in drawn(bars(ABOUT, marks(1, 4), most=8), "rect")] == ["12.50%", "50.00%"]


def test_a_bar_says_its_value_and_how_it_stands() -> None:
    figure = bars(ABOUT, [Mark("Telefoon", 0.4, "40 %", "vervaagt", "fading")], most=1)
    assert words(figure) == ["Telefoon", "40 % · vervaagt"]
    assert [one.get("class") for one in drawn(figure, "rect")] == ["mark mark-fading"]


def test_a_pile_has_a_dot_for_each_day_and_no_more_than_a_week() -> None:
    assert [len(drawn(dots(ABOUT, marks(days)), "circle")) for days in (0, 3, 7, 30)] == [0, 3, 7, 7]


def test_columns_say_their_values_where_there_is_room() -> None:
    assert words(columns(ABOUT, marks(2, 5))).count("5") == 1
    many = words(columns(ABOUT, marks(*range(30))))
    assert len(many) == 6
    assert "nr. 29" in many


def test_a_line_goes_up_where_there_is_more() -> None:
    points = parsed(spark(ABOUT, [0, 2, 1]))[-1].get("points")
    assert points == "0,30 50,2 100,16"
    assert parsed(spark(ABOUT, [5]))[-1].get("points") == "0,2 100,2"


@given(st.integers(1, 400), st.integers(1, 12))
def test_the_last_place_has_a_label_and_no_more_than_fit(count: int, most: int) -> None:
    labelled = few(count, most)
    assert count - 1 in labelled
    assert len(labelled) <= most
