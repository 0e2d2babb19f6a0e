"""Whatever is sent is read, and whatever is kept is drawn."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue import kinds
from bot.catalogue.judging import judge
from bot.learning.items import item_types
from bot.learning.shapes import names
from tests.console.shaping.browser import fields, page, sent

BODIES = [("item", {"type": name, "unit": "care.food", "target": "nl"}) for name in item_types()]
BODIES += [(kind, {"target": "nl"}) for kind in kinds.KINDS if kind != kinds.ITEM]
NAMES = sorted({name for kind, body in BODIES for name in names(kinds.shapes(kind, body))} | {"a", "b", "0", "1", ""})
PATHS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5).map(".".join) | st.text(max_size=9)
TYPED = st.text(max_size=12) | st.sampled_from(NAMES)
SENT = st.dictionaries(PATHS, st.lists(TYPED, max_size=3), max_size=12)
BUTTON = st.builds("{} {}".format, st.sampled_from(["add", "up", "down", "away", ""]), PATHS)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TYPED,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TYPED, inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.sampled_from(BODIES), SENT, BUTTON | st.just(""))
def test_whatever_is_sent_is_read_and_shown_again(
    entry: tuple[str, dict[str, Any]], values: dict[str, list[str]], button: str
) -> None:
    kind, body = entry
    found = sent(kind, body, {**values, "reshape": [button]})
    assert fields(page(kind, found.body, judge(kind, "care.food.new", found.body, "nl").faults))


@settings(deadline=None)
@given(st.sampled_from(BODIES), st.data())
def test_whatever_is_kept_is_drawn(entry: tuple[str, dict[str, Any]], data: st.DataObject) -> None:
    kind, body = entry
    written = {name: data.draw(JSON) for name in names(kinds.shapes(kind, body)) if data.draw(st.booleans())}
    assert fields(page(kind, kinds.with_fields(kind, body, written)))


@settings(deadline=None)
@given(st.sampled_from(BODIES), SENT)
def test_what_was_read_comes_back_from_the_form(
    entry: tuple[str, dict[str, Any]], values: dict[str, list[str]]
) -> None:
    kind, body = entry
    once = sent(kind, body, values).body
    assert sent(kind, once, fields(page(kind, once))).body == once
