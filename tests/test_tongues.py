"""In which language words are written: measured with what people say to the bot."""

import re
from functools import cache
from random import Random

import pytest

from bot.i18n import Catalogues
from bot.i18n.tongues import Tongues
from bot.settings import LOCALES, ROOT

LATIN = ("nl", "en", "fr", "tr", "so", "es")
OTHERS = (("ar", "fa", "ps"), ("uk", "ru"))
PAIRS = [(one, other) for family in (LATIN, *OTHERS) for one in family for other in family if one != other]
MARKUP = re.compile(r"\[([^\]]*)\][({][^)}]*[)}]")


@pytest.fixture(scope="module")
def catalogues() -> Catalogues:
    return Catalogues.load(LOCALES)


@cache
def sentences(language: str) -> tuple[str, ...]:
    """A hundred sentences of 15 letters and more, always the same."""
    lines = [
        MARKUP.sub(r"\1", line.strip()[2:])
        for path in sorted((ROOT / "nlu_data" / "examples" / language).glob("*.yml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("    - ")
    ]
    return tuple(Random(1).sample([line for line in lines if sum(map(str.isalpha, line)) >= 15], 100))


@pytest.mark.parametrize("language", [one for family in (LATIN, *OTHERS) for one in family])
def test_nearly_every_sentence_in_the_own_language_is_found_to_be(language: str, catalogues: Catalogues) -> None:
    found = [catalogues.written_in(words, language, *catalogues.languages) for words in sentences(language)]
    # Some write in Latin letters what has a script of its own: that is another language's script, and rightly so.
    in_own_script = [one for words, one in zip(sentences(language), found, strict=True) if _own(words, language)]
    assert in_own_script.count(language) >= 0.9 * len(in_own_script)


@pytest.mark.parametrize(("written", "read"), PAIRS)
def test_nearly_every_sentence_in_another_language_is_found_to_be(
    written: str, read: str, catalogues: Catalogues
) -> None:
    mistaken = [words for words in sentences(written) if catalogues.written_in(words, read, written) == read]
    assert len(mistaken) <= 10, mistaken


def _own(words: str, language: str) -> bool:
    return language in LATIN or not words.isascii()


@pytest.mark.parametrize(
    ("words", "languages", "found"),
    [
        ("Kom morgen om 10 uur.", ("tr", "nl"), "nl"),
        ("ok", ("tr", "nl"), "tr"),
        ("", ("tr",), None),
        ("10:15 👍", ("tr",), None),
        ("Καλημέρα", ("tr", "nl", "ar"), None),
        ("Привіт, як справи?", ("ru", "uk"), "uk"),
        ("Guten Morgen", ("de", "fr"), "de"),
    ],
)
def test_the_first_is_preferred_where_it_is_not_clear(
    words: str, languages: tuple[str, ...], found: str | None, catalogues: Catalogues
) -> None:
    assert catalogues.written_in(words, *languages) == found


def test_placeholders_say_nothing_about_a_language() -> None:
    tongues = Tongues({"nl": ["{appointment} {appointment} goed zo"], "en": ["good so"]})
    assert tongues.likeliest("appointment", ["nl", "en"]) == "nl"
