import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safeguarding.normalising import normalise


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("Ik wil DOOD!!!", "ik wil dood"),
        ("j’en ai marre", "j'en ai marre"),
        ("ÖLMEK İSTİYORUM", "ölmek istiyorum"),
        ("ölmek ıstıyorum", "olmek istiyorum"),
        ("أُريدُ أنْ أمـــوت", "اريد ان اموت"),
        ("الى النهاية", "الي النهايه"),
        ("می‌خواهم بمیرم", "می خواهم بمیرم"),
        ("می‌خواهم بمیرم", "میخواهم بمیرم"),
        ("نمی‌خواهم", "نمیخواهم"),
        ("خاوند مې وهي", "خاوند می وهی"),
        ("كمك", "کمک"),
        ("ﻣﻮﺕ", "موت"),
        ("ещё", "еще"),
        ("ሠላም ፀጥታ።", "ሰላም ጸጥታ"),
        ("አነ ሀገረይ", "ኣነ ሃገረይ"),
        ("112", "١١٢"),
        ("112", "۱۱۲"),
        ("help\u200f me\u00ad", "help me"),
        ("𝐇𝐞𝐥𝐩 ｍｅ", "help me"),
        ("niño", "nin\u0303o"),
        ("la’aan", "laʼaan"),
    ],
)
def test_ways_of_typing_one_thing(one: str, same: str) -> None:
    assert normalise(one) == normalise(same)


@pytest.mark.parametrize(
    ("text", "words"),
    [("خاوند مې هره ورځ وهي", 5), ("می‌خواهم بمیرم", 3), ("نمیخواهم", 2), ("می", 1), ("می" * 2000, 2000)],
)
def test_a_beginning_that_is_a_word_elsewhere_stands_apart(text: str, words: int) -> None:
    assert len(normalise(text).split()) == words


def test_punctuation_and_lines_are_spaces() -> None:
    assert normalise("Help!\n\n(nu)…  112/101 🚑") == "help nu 112 101"


@given(st.text(max_size=4096))
def test_any_text_becomes_words_with_single_spaces(text: str) -> None:
    plain = normalise(text)
    assert plain == " ".join(plain.split())
    assert normalise(plain) == plain
