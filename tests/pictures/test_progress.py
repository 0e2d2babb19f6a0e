"""The picture of progress: in every own language, in both directions, with titles of any length."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest
from PIL import Image, ImageChops

from bot.catalogue.folder import read_folder
from bot.catalogue.translations import sources
from bot.i18n import Catalogues, Content, Text
from bot.pictures import Drawing, NotDrawable, UnitBeads, WeekDots, draw, fonts
from bot.pictures.canvas import FAR_MARGIN, WIDTH

ROOT = Path(__file__).parents[2]
CATALOGUES = Catalogues.load(ROOT / "locales")
TITLES = [source.key for source in sources(read_folder(ROOT / "content").entries) if source.key[0].endswith(".title")]
MOST_BYTES = 60_000

WEEKS = tuple(WeekDots("", days) for days in (3, 2, 0, 4, 7, 5, 1, 3))
UNITS = (UnitBeads("", 9, 7, False), UnitBeads("", 4, 0, False))
WORDLESS = Drawing(rtl=False, head="", days="", exercises="", weeks=WEEKS, units=UNITS)


def image(drawing: Drawing) -> Image.Image:
    return Image.open(BytesIO(draw(drawing))).convert("RGB")


def ink(drawing: Drawing, without: Drawing) -> tuple[int, int, int, int]:
    """The box (left, top, right, bottom) around what one picture has and the other has not."""
    one, other = image(drawing), image(without)
    # Shades of the same colour may differ: both have their own few colours.
    differ = ImageChops.difference(one, other).convert("L").point(lambda shade: 255 * (shade > 64))
    box = differ.getbbox()
    assert box is not None, "there is no ink"
    return box


def in_language(language: str) -> Drawing:
    """The fullest picture that there can be: the longest titles of the language, all days."""
    titles = sorted((CATALOGUES.plain(Content(*key), language) for key in TITLES), key=len)[-4:]
    return Drawing(
        rtl=CATALOGUES.direction(language) == "rtl",
        head=CATALOGUES.plain(Text("progress.head"), language),
        days=CATALOGUES.plain(Text("progress.days", {"count": 28}), language),
        exercises=CATALOGUES.plain(Text("progress.met", {"count": 112}), language),
        weeks=tuple(WeekDots("28 09", 7) for _ in range(8)),
        units=tuple(UnitBeads(title, 40, 40, True) for title in titles),
    )


@pytest.mark.parametrize("language", CATALOGUES.languages)
def test_every_language_has_its_picture(language: str) -> None:
    png = draw(in_language(language))
    assert Image.open(BytesIO(png)).size[0] == WIDTH
    assert len(png) < MOST_BYTES


def test_a_picture_is_drawn_while_nobody_waits() -> None:
    drawing = in_language("ar")
    took = []
    for _ in range(4):  # the first one reads the fonts
        start = process_time()
        draw(drawing)
        took.append(process_time() - start)
    assert min(took) < 0.2


@pytest.mark.parametrize("language", CATALOGUES.languages)
def test_every_title_can_be_drawn(language: str) -> None:
    for key in TITLES:
        draw_title(CATALOGUES.plain(Content(*key), language))


def draw_title(title: str) -> bytes:
    return draw(replace(WORDLESS, units=(UnitBeads(title, 1, 1, False),)))


def test_right_to_left_is_the_mirror_of_left_to_right() -> None:
    mirrored = image(replace(WORDLESS, rtl=True)).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    # Below the seedling, which grows the same everywhere.
    below = (0, 90, WIDTH, mirrored.height)
    difference = ImageChops.difference(mirrored.crop(below), image(WORDLESS).crop(below))
    assert max(shade for _, shade in extrema(difference)) < 32


@pytest.mark.parametrize(("rtl", "title"), [(False, "Groeten"), (True, "التحية"), (True, "Groeten")])
def test_words_stand_where_reading_begins(rtl: bool, title: str) -> None:
    empty = replace(WORDLESS, rtl=rtl, units=(UnitBeads("", 1, 1, False),))
    left, _, right, _ = ink(replace(empty, units=(UnitBeads(title, 1, 1, False),)), empty)
    assert WIDTH - FAR_MARGIN - right < 4 if rtl else left - FAR_MARGIN < 4


def test_a_full_stop_ends_an_arabic_line() -> None:
    empty = replace(WORDLESS, rtl=True)
    plain, stopped = (ink(replace(empty, days=words), empty) for words in ("تدرّبت", "تدرّبت."))
    assert stopped[0] < plain[0]
    assert stopped[2] == plain[2]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("title", ["woord " * 60, "w" * 300, "كلمة " * 60, "ሰላምታ" * 60])
def test_a_long_title_is_cut_after_two_lines_within_its_card(title: str, rtl: bool) -> None:
    short = replace(WORDLESS, rtl=rtl, units=(UnitBeads("", 1, 1, False),))
    cut = image(replace(short, units=(UnitBeads(title, 1, 1, True),)))
    assert cut.height - image(short).height < 60
    margin = (0, 400, FAR_MARGIN - 8, cut.height) if rtl else (WIDTH - FAR_MARGIN + 8, 400, WIDTH, cut.height)
    ((darkest, _),) = extrema(cut.crop(margin).convert("L"))
    assert darkest > 200, "words stand in the margin"


def test_words_of_two_scripts_are_drawn_with_two_fonts() -> None:
    arabic, latin = fonts.of("ک"), fonts.of("i")
    assert arabic is not None
    assert latin is not None
    assert (arabic.family, latin.family) == ("Noto Sans Arabic", "Noto Sans")


@pytest.mark.parametrize("own", ["کار از راه", "رسیدن مواد،", "ښه ځ ڼ ږ ګ ۍ ې ړ"])
def test_words_of_another_script_change_nothing_in_the_own_ones(own: str) -> None:
    empty = replace(WORDLESS, rtl=True, units=())
    left, top, _, bottom = ink(replace(empty, days=own), empty)
    box = (left + 2, top, WIDTH, bottom)
    alone = image(replace(empty, days=own)).crop(box)
    for mixed in (f"{own} \u2068toolbox\u2069", f"{own} toolbox"):
        beside = image(replace(empty, days=mixed)).crop(box)
        assert max(shade for _, shade in extrema(ImageChops.difference(alone, beside))) < 64


@pytest.mark.parametrize("first", ["toolbox", "\u2068toolbox\u2069", "12"])
def test_a_line_may_begin_with_another_script(first: str) -> None:
    empty = replace(WORDLESS, rtl=True, units=())
    own = ink(replace(empty, days="کار از راه"), empty)
    both = ink(replace(empty, days=f"{first} کار از راه"), empty)
    assert own[2] - own[0] < both[2] - both[0]
    # The letters stand at the end, which is on the left: as many dots and strokes as without.
    last = image(replace(empty, days=f"{first} کار از راه")).crop((both[0], own[1], both[0] + own[2] - own[0], own[3]))
    alone = image(replace(empty, days="کار از راه")).crop(own)
    assert darkness(last) == pytest.approx(darkness(alone), rel=0.02)


def darkness(picture: Image.Image) -> int:
    return sum((255 - shade) * number for shade, number in enumerate(picture.convert("L").histogram()))


def extrema(picture: Image.Image) -> list[tuple[int, int]]:
    """The lightest and the darkest shade of each colour."""
    return [band.getextrema() for band in picture.split()]  # type: ignore[misc]


def test_pictograms_are_left_out() -> None:
    assert draw_title("🦺 Bescherming ⚠\ufe0f") == draw_title("Bescherming")


@pytest.mark.parametrize("title", ["工地", "a\x01b", "\ufffe"])
def test_what_no_font_has_is_told(title: str) -> None:
    with pytest.raises(NotDrawable, match=r"no font has U\+[0-9A-F]{4}"):
        draw_title(title)


def test_words_of_a_course_are_no_markup() -> None:
    assert draw_title("A & B <c>") != draw_title("A &amp; B <c>")


@pytest.mark.parametrize("number", [1, 2, 8])
def test_weeks_to_come_stay_open(number: int) -> None:
    drawing = replace(WORDLESS, weeks=tuple(WeekDots("28 sep", 7) for _ in range(number)))
    _, _, right, _ = ink(drawing, replace(drawing, weeks=tuple(WeekDots("", 7) for _ in range(number))))
    column = FAR_MARGIN + 68 * number - 34
    assert column < right < column + 68
    assert image(drawing).width == WIDTH
