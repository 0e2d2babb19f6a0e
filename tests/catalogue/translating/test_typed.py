"""What somebody types is tidied, and judged as the files are."""

from collections.abc import Sequence

import pytest

from bot.catalogue.translating.typed import problems, tidied
from tests.catalogue.translating.conftest import AGAIN, HELLO, TITLE, Place

TURN_TO = "content:tip.payslip_wage.hours.turn_to"
TIP = "messages:menu.tip"


@pytest.mark.parametrize(
    ("key", "forms", "found"),
    [
        (TITLE, ["كل"], {}),
        (TITLE, [""], {}),
        (TURN_TO, ["اتصل"], {0: ["lacks"]}),
        (TURN_TO, ["{help_phone} {other}"], {0: ["beyond"]}),
        (TIP, ["t" * 25], {0: ["long"]}),
        (TIP, ["\u2068t"], {0: ["isolates"]}),
        (HELLO, ["Hi {name}"], {0: ["tags"]}),
        (HELLO, ["</b>Hi<b> {name}"], {0: ["unclosed"]}),
        (HELLO, ["<b>Hi</b> {name} <u>"], {0: ["unknown_tag"]}),
        (AGAIN, ["a", "b", "c", "", "e", "f"], {3: ["empty"]}),
        (AGAIN, [""] * 6, {}),
        (AGAIN, ["a", "b"], {0: ["forms"]}),
        (TITLE, [], {0: ["forms"]}),
    ],
)
def test_problems_are_told_by_the_form_that_they_are_about(
    place: Place, key: str, forms: Sequence[str], found: dict[int, list[str]]
) -> None:
    told = problems(place.lines()[key], forms, place.translating.files("ar").plurals)
    assert {number: [one.kind for one in each] for number, each in told.items()} == found
    assert all(str(one) for each in told.values() for one in each)


def test_words_are_tidied_and_keep_what_directs_them() -> None:
    assert tidied(" a\r\nb\u2028c\x07 \u2068d\u2069 ") == "a\nb\nc \u2068d\u2069"
