"""Comparing two forms word by word, and making one of both."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.journeys.studio.comparing import Field, Mark, compare, flat
from bot.journeys.studio.merging import clashes, merged, names

BODIES = st.recursive(
    st.text(max_size=8) | st.none() | st.booleans() | st.integers(0, 9),
    lambda inner: st.dictionaries(st.sampled_from("abcd"), inner, max_size=3) | st.lists(inner, max_size=3),
    max_leaves=8,
)
FORMS = st.dictionaries(st.sampled_from(["situation", "options", "reason", "meaning"]), BODIES, max_size=4)


def test_a_changed_word_is_told_and_the_rest_stays() -> None:
    (field,) = compare({"say": "Ik zoek de grote hamer."}, {"say": "Ik zoek de kleine hamer."})
    assert [(piece.mark, piece.text) for piece in field.pieces] == [
        (Mark.SAME, "Ik zoek de "),
        (Mark.GONE, "grote"),
        (Mark.NEW, "kleine"),
        (Mark.SAME, " hamer."),
    ]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (None, {"say": "ja"}, [Field("say", None, "ja")]),
        ({"say": "ja"}, None, [Field("say", "ja", None)]),
        ({"say": None, "step": 1}, {"step": "1"}, []),
        ({"safety": True}, {"safety": "yes"}, []),
        ({"answers": ["a", "b"]}, {"answers": ["a", "c"]}, [Field("answers", "a\nb", "a\nc")]),
        ({"options": {"a": {"word": "x"}}}, {"options": {"a": {"word": "y"}}}, [Field("options.a.word", "x", "y")]),
        ({"rows": [{"name": "x"}]}, {"rows": [{"name": "x"}, {"name": "y"}]}, [Field("rows.1.name", None, "y")]),
    ],
)
def test_fields_that_differ(before: Any, after: Any, changed: list[Field]) -> None:
    assert [field for field in compare(before, after) if field.changed] == changed


@given(FORMS, FORMS)
def test_the_pieces_lead_from_one_form_to_the_other(before: dict[str, Any], after: dict[str, Any]) -> None:
    for field in compare(before, after):
        kept = {mark: "".join(one.text for one in field.pieces if one.mark != mark) for mark in Mark}
        assert kept[Mark.NEW] == (field.before or "")
        assert kept[Mark.GONE] == (field.after or "")


@given(FORMS, FORMS)
def test_all_of_mine_is_mine_and_none_of_mine_is_theirs(theirs: dict[str, Any], mine: dict[str, Any]) -> None:
    old, new = ({"type": "type_word", "body": one} for one in (theirs, mine))
    every = names("item", old, new)
    assert merged("item", old, new, every)["body"] == mine
    assert merged("item", old, new, ())["body"] == theirs
    differ = {clash.name for clash in clashes("item", old, new)}
    assert flat(merged("item", old, new, differ)["body"]) == flat(mine)
