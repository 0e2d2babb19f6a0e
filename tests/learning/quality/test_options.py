"""Options by their keys: every way to answer an item with options leads to one of them."""

from collections.abc import Iterator
from random import Random

import pytest

from bot.journeys.demo.answering import ways
from bot.learning.items import Grade, Item
from bot.learning.items import item_types as types
from bot.learning.quality import asked, chosen
from bot.settings import CONTENT
from tests.fakes.course import course_forms


def items() -> Iterator[Item]:
    """One item of each type that has options."""
    seen: set[str] = set()
    for form in course_forms(CONTENT):
        if (
            form.kind == "item"
            and form.body["type"] not in seen
            and types()[form.body["type"]].options(form.body["body"])
        ):
            seen.add(form.body["type"])
            fields = {name: form.body[name] for name in ("type", "unit", "sector", "level", "body", "target")}
            yield Item(id=form.id, position=1, revision=1, **fields)


@pytest.mark.parametrize("item", items(), ids=lambda item: item.type)
def test_what_was_answered_is_found_again(item: Item) -> None:
    questions, kind = asked(item), types()[item.type]
    right = {key for one in questions for key in one.right}
    for _, verdict in ways(item, kind.order(item.body, Random(1))):
        keys = chosen(item, verdict.steps, verdict.given.text)
        assert keys or verdict.grade is Grade.UNKNOWN
        assert ({*keys} <= right) is (verdict.grade is not Grade.WRONG)


def test_written_words_are_no_option() -> None:
    item = next(items())
    assert chosen(item, (), "een geheim antwoord") == ()
    assert chosen(item, (), "") == ()
