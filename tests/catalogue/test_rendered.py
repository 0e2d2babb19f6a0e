"""The length that the content check counts is never less than what a learner's message has."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from bot.catalogue.authored import Authored
from bot.catalogue.rules._material import Written
from bot.catalogue.rules._rendered import QUOTED, ROOM, Rendered
from bot.i18n import Catalogues, Verbatim
from bot.journeys import question
from bot.journeys.question import Heading
from bot.journeys.reply import Line
from bot.learning.items import Item, Taken, item_types
from bot.settings import LOCALES
from tests.learning.specimens import each, specimens

BODIES = [(name, case["body"]) for name in item_types() for case in specimens(name)]
HEADING = Heading("🔁 5/5", how=True)
SEEN = Verbatim("Een ronde blauwe plaat met een wit hoofd en een helm.")


@pytest.fixture(scope="module")
def catalogues() -> Catalogues:
    return Catalogues.load(LOCALES)


@pytest.mark.parametrize(("name", "body"), BODIES)
def test_no_message_of_an_item_is_longer_than_counted(name: str, body: dict[str, Any], catalogues: Catalogues) -> None:
    item = Item("x.y.z", name, "x.y", "x", "A1", 1, 1, body)
    written = Written(item, Authored("item", item.id, {}, "", 1))
    messages = [*shown(item)]
    for language in catalogues.languages:
        counted = Rendered(written, language, catalogues, SEEN).length()
        longest = max(length(message, language, catalogues) for message in messages)
        assert longest <= counted <= longest + ROOM + QUOTED


def shown(item: Item) -> Iterator[tuple[Line, ...]]:
    """Every form that the item's message takes in its cases."""
    kind = item_types()[item.type]
    first = kind.question(item.body, kind.order(item.body, Random(1)))
    yield (*question.lines(item, first, HEADING), *question.explanation(item, SEEN))
    for _, case in [pair for pair in each(item.type, "answers") if pair[0] == item.body]:
        yield question.answered(item, first, kind.grade(item.body, case["answer"]), HEADING)
    for _, case in [pair for pair in each(item.type, "taken") if pair[0] == item.body]:
        outcome = kind.take(item.body, case["order"], case["steps"], case["answer"])
        asked = kind.question(item.body, case["order"], outcome.steps)
        if isinstance(outcome, Taken):
            yield question.remarked(item, asked, outcome.remark, HEADING)
        else:
            yield question.answered(item, asked, outcome, HEADING)


def length(lines: tuple[Line, ...], language: str, catalogues: Catalogues) -> int:
    text = "\n".join(" ".join(catalogues.plain(part, language) for part in line) for line in lines)
    return len(text.encode("utf-16-le")) // 2
