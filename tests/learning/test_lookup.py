"""Looking words up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.items import Item
from bot.learning.lookup import Lookup


def meet(name: str, word: str, meaning: str, example: str) -> Item:
    body = {"situation": "Op de werf.", "word": word, "meaning": f"{word}: {meaning}", "example": example}
    return Item(name, "meet", "u", "construction", "pre-A1", 1, 1, body, "nl")


def typed(name: str, answers: list[str], meaning: str, example: str) -> Item:
    body = {
        "situation": "?",
        "answers": answers,
        "reason": "!",
        "wrong_reason": "?",
        "meaning": meaning,
        "example": example,
    }
    return Item(name, "type_word", "u", "construction", "A1", 1, 1, body, "nl")


WORDS = Lookup(
    [
        typed("type.helmet", ["de helm"], "de helm: voor je hoofd", "Zet je helm op, we gaan naar het werk."),
        typed("wharf", ["de werf"], "de werf: hier wordt gebouwd", "De camionette staat klaar."),
        meet("meet.helmet", "de helm", "voor je hoofd", "Waar is mijn helm?"),
        meet("gloves", "de handschoenen", "voor je handen", "Draag handschoenen."),
        typed("clean", ["opruimen"], "opruimen: op zijn plaats leggen. Kuisen: schoonmaken.", "Eerst opruimen."),
    ]
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("de helm", "meet.helmet"),
        ("Helm!", "meet.helmet"),
        ("een helm", "meet.helmet"),
        ("helmen", "meet.helmet"),
        ("hellm", "meet.helmet"),
        ("handschoen", "gloves"),
        ("hand schoenen", "gloves"),
        ("kuisen", "clean"),
        ("werven", None),
        ("camionette", "wharf"),
        # A word of the course is no slip of another one.
        ("werk", "type.helmet"),
        ("de", None),
        ("xylofoon", None),
        ("", None),
        ("؟", None),
        ("zet je helm op want we gaan nu naar huis", None),
    ],
)
def test_the_item_that_teaches_it_best(asked: str, found: str | None) -> None:
    item = WORDS.find(asked)
    assert (item and item.id) == found


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("wat is een helm", "meet.helmet"),
        ("kuisen??", "clean"),
        ("waarom is dat zo", None),
        ("hellm", None),
        ("ik heb vandaag een lange vraag over een helm", None),
    ],
)
def test_exact_words_of_a_short_message(message: str, found: str | None) -> None:
    item = WORDS.find_within(message)
    assert (item and item.id) == found


@given(st.text(max_size=300))
def test_whatever_is_asked_it_is_an_item_or_none(text: str) -> None:
    for item in (WORDS.find(text), WORDS.find_within(text)):
        assert item is None or item.id in {"type.helmet", "wharf", "meet.helmet", "gloves", "clean"}
