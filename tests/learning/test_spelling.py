import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.spelling import near, plain


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("  Zet  je HELM op! ", "zet je helm op"),
        ("foto’s", "fotos"),
        ("t-shirt", "t shirt"),
        ("Éénmaal, reünie", "eenmaal reunie"),
        ("ĳs", "ijs"),
        ("...", ""),
    ],
)
def test_plain(text: str, same: str) -> None:
    assert plain(text) == same


@pytest.mark.parametrize(
    ("typed", "right", "slip"),
    [
        ("hlem", "helm", True),
        ("hem", "helm", True),
        ("heem", "helm", True),
        ("hel", "helm", True),
        ("he", "helm", False),
        ("bus", "bos", False),
        ("stlling", "stelling", True),
        ("stling", "stelling", True),
        ("sling", "stelling", False),
        ("ik ben ziek", "ik ben riek", True),
        ("ik kan wel komen", "ik kan niet komen", False),
        ("in het dak", "op het dak", False),
        ("handschoen aandoen", "handschoenen aandoen", True),
        ("hantschoene aandon", "handschoenen aandoen", False),
        ("ziekte briefje", "ziektebriefje", True),
        ("15 minuten", "16 minuten", False),
        ("0470123456", "0470123465", False),
    ],
)
def test_near(typed: str, right: str, slip: bool) -> None:
    assert near(typed, right) is slip


def test_another_word_is_no_slip_but_a_longer_form_is() -> None:
    assert not near("kamer", "hamer", {"kamer"})
    assert near("hamers", "hamer", {"hamers"})


@given(st.text(), st.text())
def test_any_text_compares(typed: str, right: str) -> None:
    assert plain(plain(typed)) == plain(typed)
    assert near(plain(right), plain(right))
    near(plain(typed), plain(right))
