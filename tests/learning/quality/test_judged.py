"""Which items should be looked at: each reason with numbers that just give it, and numbers that do not."""

from collections.abc import Sequence

import pytest

from bot.learning.items import Target
from bot.learning.quality import REASONS, Asked, Judged, Meeting, Numbers, Reason, Share, judge, numbers
from bot.learning.quality.meetings import Outcome
from tests.learning.quality.runs import meeting, summed

ASKED = [Asked({"a": Target("de helm"), "b": Target("de hamer")}, frozenset("a"))]
RIGHT = meeting(chosen=("a",), seconds=5.0)
WRONG = meeting(Outcome.WRONG, chosen=("b",), seconds=5.0)
UNKNOWN, SKIPPED, LEFT = (meeting(one) for one in (Outcome.UNKNOWN, Outcome.SKIPPED, Outcome.LEFT))
GOOD = [meeting(rest=20), meeting(Outcome.WRONG, rest=80), meeting(rest=40)]


def known(each: Sequence[Meeting]) -> Numbers:
    found = numbers(summed(*each))
    assert found
    return found


@pytest.mark.parametrize(
    ("reason", "holds", "does_not"),
    [
        ("lure", [WRONG] * 11 + [RIGHT] * 9, [WRONG] * 10 + [RIGHT] * 10),
        ("hard", [RIGHT] * 5 + [WRONG] * 20, [RIGHT] * 10 + [WRONG] * 15),
        ("wrong_way", GOOD * 20, GOOD * 15),
        ("unknown", [RIGHT] * 10 + [UNKNOWN] * 15, [RIGHT] * 15 + [UNKNOWN] * 10),
        ("skipped", [RIGHT] * 12 + [SKIPPED] * 8, [RIGHT] * 18 + [SKIPPED] * 2),
        ("too_hard", [RIGHT] * 13 + [meeting(too_hard=True)] * 7, [RIGHT] * 17 + [meeting(too_hard=True)] * 3),
        ("left", [RIGHT] * 13 + [LEFT] * 7, [RIGHT] * 17 + [LEFT] * 3),
    ],
)
def test_a_reason_holds_when_it_is_not_by_chance(reason: str, holds: list[Meeting], does_not: list[Meeting]) -> None:
    assert reason in [one.name for one in judge(Judged(known(holds), asked=ASKED))]
    assert reason not in [one.name for one in judge(Judged(known(does_not), asked=ASKED))]


def test_a_lure_is_named_with_its_share() -> None:
    [first, *_] = judge(Judged(known([WRONG] * 15 + [RIGHT] * 5), asked=ASKED))
    assert first == Reason("lure", 0.75, "b")


def test_of_fewer_than_twenty_nothing_is_said() -> None:
    assert judge(Judged(known([WRONG] * 15), asked=ASKED)) == []
    assert judge(Judged(None)) == []


def test_a_language_that_stays_behind_is_named() -> None:
    well, badly = [RIGHT] * 80 + [WRONG] * 20, [RIGHT] * 5 + [WRONG] * 20
    by_language = {"uk": Share(80, 100), "ar": Share(5, 25), "ti": Share(0, 15)}
    found = judge(Judged(known([*well, *badly, *[WRONG] * 15]), by_language, ASKED))
    assert [one for one in found if one.name == "language"] == [Reason("language", 0.2, "ar")]


def test_a_doubt_is_a_reason_by_itself() -> None:
    assert judge(Judged(None, doubts=["ar", "uk"])) == [Reason("doubted", about="ar"), Reason("doubted", about="uk")]


def test_the_heaviest_reason_comes_first() -> None:
    found = [one.name for one in judge(Judged(known([WRONG] * 40 + [UNKNOWN] * 60), asked=ASKED, doubts=["ar"]))]
    assert found == sorted(found, key=REASONS.index)
    assert (found[0], found[-1]) == ("lure", "doubted")
