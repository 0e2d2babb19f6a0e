"""Pages, as a program that shows PDF shows them."""

from datetime import UTC, datetime

import pytest
import segno
from PIL import Image, ImageChops

from bot.pictures.lettering import Style
from bot.prints import qr
from bot.prints.paper import Paper
from tests.fakes.papers import DOTS, bare, boxes, image, texts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
STYLE = Style(40, 400, "#000000")
SENTENCES = {
    "nl": ("Zeg het nog eens, alsjeblieft: één keer.", False),
    "uk": ("Ґанок, їжа, єдність", False),
    "tr": ("Şimdi çalışıyorum, ığdır", False),
    "so": ("Waxaan ahay Werkmaat", False),
    "ti": ("ሰላም! ኣነ Werkmaat እየ።", False),
    "ar": ("أنا \u2068Werkmaat\u2069 وأعمل، يوميًّا مع \u2068Sofie\u2069 هنا.", True),
    "fa": ("می\u200cخواهم \u2068de hamer\u2069 را بگیرم.", True),
    "ps": ("زه \u2068Werkmaat\u2069 یم، ښه راغلاست.", True),
}


def paper() -> Paper:
    made = Paper("Proef", "nl", NOW)
    made.page()
    return made


def written(words: str, style: Style = STYLE, rtl: bool = False) -> bytes:
    page = paper()
    page.write(words, style, 20, 40, 170, rtl=rtl)
    return page.pdf()


@pytest.mark.parametrize(("words", "rtl"), SENTENCES.values(), ids=SENTENCES)
def test_words_of_every_script_can_be_read_again_in_their_order(words: str, rtl: bool) -> None:
    [text] = texts(written(words, Style(14, 400, "#000000"), rtl))
    assert text == bare(words)


@pytest.mark.parametrize(("words", "rtl"), SENTENCES.values(), ids=SENTENCES)
def test_no_letter_is_an_empty_box(words: str, rtl: bool) -> None:
    assert b"notdef" not in written(words, rtl=rtl)


def test_a_mark_does_not_tear_a_word_apart() -> None:
    plain, marked = (image(written(word, rtl=True)) for word in ("يوما", "يومًا"))
    differs = ImageChops.difference(plain, marked).point(lambda shade: 255 * (shade > 64)).getbbox()
    letters = plain.point(lambda shade: 255 * (shade < 128)).getbbox()
    assert differs is not None
    assert letters is not None
    # The mark alone is new: it stands above the letters, in the upper half.
    assert differs[3] < (letters[1] + letters[3]) / 2


def test_where_reading_begins_the_line_begins() -> None:
    left, right = (boxes(written(words, rtl=rtl)) for words, rtl in (("Hallo", False), ("Hallo", True)))
    assert left[0].left == pytest.approx(20 / 25.4 * 72, abs=2)
    assert right[-1].right == pytest.approx(190 / 25.4 * 72, abs=2)


def test_bold_is_darker_and_ends_with_its_words() -> None:
    def ink(*weights: int) -> int:
        page = paper()
        for number, weight in enumerate(weights):
            page.write("Werkmaat", Style(20, weight, "#000000"), 20, 20 + 20 * number, 170)
        return sum(image(page.pdf()).point(lambda shade: shade < 128).histogram()[1:])

    plain, bold = ink(400), ink(700)
    assert bold > plain * 1.1
    assert ink(400, 700, 400) == pytest.approx(2 * plain + bold, rel=0.01)


def test_the_same_words_make_the_same_file() -> None:
    assert written("Hallo") == written("Hallo")


def test_a_phone_reads_the_link() -> None:
    page, link = paper(), "https://t.me/werkmaat_bot?start=a1B2c3D4e5F6g7H8i9J0kkLM"
    qr.draw(page, link, 50, 60, 80)
    assert squares(image(page.pdf()).point(lambda shade: shade > 127), 50, 60, 80, link) == wanted(link)


def wanted(link: str) -> list[list[bool]]:
    """The squares of a code, with the empty ones around it."""
    return [[bool(one) for one in row] for row in segno.make(link, error="m", micro=False).matrix_iter(border=4)]


def squares(page: Image.Image, x: float, y: float, side: float, link: str) -> list[list[bool]]:
    """Which squares of a page are dark in their middle."""
    count = len(wanted(link))
    middles = [(number + 0.5) * side / count for number in range(count)]
    at = DOTS / 25.4
    return [[_dark(page, (x + right) * at, (y + down) * at) for right in middles] for down in middles]


def _dark(page: Image.Image, x: float, y: float) -> bool:
    return page.getpixel((round(x), round(y))) == 0
