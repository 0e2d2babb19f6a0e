"""What counts as said: what the learner made, or did at work; whatever was found among answers is recognised."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.items import Item, item_types
from bot.learning.recall import Memory
from bot.learning.saying import Sayings, sayings
from tests.learning.courses import DAY, NOW, item, remembered
from tests.learning.specimens import specimens

TYPES = item_types()
SAY = item("shared.a.say", kind="say_it", word="shared.a.word")
CHOOSE = item("shared.a.choose", word="shared.a.word")
TYPE = item("shared.b.type", kind="type_word")
PAIRS = item("shared.b.pairs", kind="match_pairs")
ITEMS = {one.id: one for one in (SAY, CHOOSE, TYPE, PAIRS)}


@pytest.mark.parametrize("name", TYPES)
def test_a_type_produces_when_its_answer_is_typed_or_said_or_put_together(name: str) -> None:
    """A new type is asked what it is: whatever leaves every word to be made by the learner must say so."""
    made = {name == "order_words"}
    for specimen in specimens(name):
        body = specimen["body"]
        question = TYPES[name].question(body, TYPES[name].order(body, Random(1)))
        made.add(question.typed or question.spoken)
    assert TYPES[name].produces is (True in made)


@pytest.mark.parametrize("name", [name for name, kind in TYPES.items() if kind.produces])
def test_what_is_produced_can_be_told(name: str) -> None:
    assert TYPES[name].asks
    assert all(TYPES[name].said(specimen["body"]) for specimen in specimens(name))


@pytest.mark.parametrize("name", [name for name, kind in TYPES.items() if kind.asks])
def test_right_answers_of_a_type_are_said_or_recognised_and_never_both(name: str) -> None:
    one = item("shared.a.one", kind=name)
    found = sayings([remembered(one.id, True)], {one.id: one}, NOW)
    said = Sayings((one.id,), ()) if TYPES[name].produces else Sayings((), (one.id,))
    assert found == said


def test_a_word_that_is_said_is_not_named_among_the_recognised_ones() -> None:
    known = [remembered(CHOOSE.id, True), remembered(SAY.id, True), remembered(PAIRS.id, True)]
    assert sayings(known, ITEMS, NOW) == Sayings((SAY.id,), (PAIRS.id,))


def test_each_word_is_named_once_and_the_newest_first() -> None:
    twin = item("shared.a.twin", kind="type_gap", word="shared.a.word")
    known = [
        remembered(SAY.id, True, ago=3 * DAY),
        remembered(TYPE.id, True, ago=2 * DAY),
        remembered(twin.id, True, ago=DAY),
    ]
    assert sayings(known, {**ITEMS, twin.id: twin}, NOW).can_say == (twin.id, TYPE.id)


@pytest.mark.parametrize(
    "memory",
    [remembered(SAY.id, True, False), remembered(SAY.id, True, ago=200 * DAY), remembered("shared.gone.say", True)],
    ids=["missed last", "long ago", "no longer published"],
)
def test_what_is_not_known_today_is_not_told(memory: Memory) -> None:
    assert sayings([memory], ITEMS, NOW) == Sayings((), ())


def test_a_mission_that_was_confirmed_was_said_whatever_is_remembered() -> None:
    found = sayings([remembered(TYPE.id, True)], ITEMS, NOW, confirmed=("shared.gone.mission",))
    assert found == Sayings(("shared.gone.mission", TYPE.id), ())


@given(
    st.dictionaries(
        st.sampled_from(sorted(ITEMS)), st.tuples(st.booleans(), st.timedeltas(timedelta(0), 300 * DAY)), max_size=4
    )
)
def test_nothing_is_said_that_was_only_found(history: dict[str, tuple[bool, timedelta]]) -> None:
    found = sayings([remembered(key, right, ago=ago) for key, (right, ago) in history.items()], ITEMS, NOW)
    assert all(_made(ITEMS[key]) for key in found.can_say)
    assert not any(_made(ITEMS[key]) for key in found.recognises)


def _made(one: Item) -> bool:
    return TYPES[one.type].produces
