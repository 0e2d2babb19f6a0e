"""The card for whoever works with a learner."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.prints import Advice, SpeechCard, speech_card
from bot.prints.card import FOOT
from bot.prints.paper import HEIGHT
from tests.fakes.papers import bare, texts
from tests.prints.pages import NOW, spans

WILD = st.text(max_size=300) | st.text("W", max_size=300)


def card(rules: tuple[Advice, ...], words: str = "woorden") -> SpeechCard:
    return SpeechCard(words, words, words, words, rules, words, words)


def test_it_says_every_rule_with_both_examples_on_one_page() -> None:
    rules = tuple(Advice(f"regel{number}", f"niet{number}", f"wel{number}") for number in range(10))
    [text] = texts(speech_card(card(rules), "nl", NOW))
    for advice in rules:
        for words in (advice.rule, advice.instead_of, advice.say):
            assert bare(words) in text


@settings(max_examples=10, deadline=None)
@given(st.builds(Advice, WILD, WILD, WILD), WILD)
def test_whatever_it_says_fits_on_the_page(advice: Advice, words: str) -> None:
    with spans() as found:
        speech_card(card((advice,) * 10, words), "nl", NOW)
    rules = [below for top, below in found if top < FOOT]
    assert max(rules, default=0) <= FOOT
    assert max((below for _, below in found), default=0) <= HEIGHT
