"""The rules by which a learner stands on the page of today: cases of each, and what holds for all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.learning.attention import Facts, Published, Reason, rules
from bot.learning.mastering import History
from bot.learning.recall import Memory, review
from tests.learning.courses import DAY, NOW, item

ZONE = ZoneInfo("Europe/Brussels")
TODAY = NOW.astimezone(ZONE).date()
KEYS = [f"shared.a.{number}" for number in range(1, 6)] + ["shared.b.1"]
COURSE = Published({key: item(key) for key in KEYS} | {"shared.a.m": item("shared.a.m", kind="meet")})


def ago(days: float) -> datetime:
    return NOW - days * DAY


def days(*several: int) -> tuple[date, ...]:
    return tuple(sorted(TODAY - one * DAY for one in several))


def learned(*days_ago: float, missed: int = 0) -> History:
    """Answers that were missed some times, long ago, and then known on these days."""
    return (*((ago(100 - one), False) for one in range(missed)), *((ago(one), True) for one in days_ago))


def practised(**histories: History) -> dict[str, Any]:
    """What is known of a learner who answered so: item ids have two underscores for their last dot."""
    by_id = {f"shared.{name.replace('_', '.')}": answers for name, answers in histories.items()}
    memories = [_memory(key, answers) for key, answers in by_id.items()]
    misses = {key: sum(not right for _, right in answers) for key, answers in by_id.items()}
    return {"memories": tuple(memories), "misses": misses, "histories": by_id}


def _memory(key: str, answers: History) -> Memory:
    memory: Memory | None = None
    for at, right in answers:
        memory = review(memory, key, right, at)
    assert memory is not None
    return memory


NEWLY = learned(12, 5)
"""What is held since five days ago."""

LONG = learned(60, 50, 2)
"""What is held since fifty days ago, and was answered again lately."""

HARD = learned(40, 30, 5, missed=2)
"""What was missed twice, and is held since five days ago."""


@dataclass(frozen=True)
class Case:
    """What a rule says of somebody; ``numbers`` are set otherwise than usual."""

    rule: str
    facts: Mapping[str, Any]
    found: list[Reason]
    numbers: Mapping[str, int] = field(default_factory=dict)


def reason(rule: str, days_ago: int, form: str | None = None, **more: Any) -> Reason:
    """What a rule finds, of a day so long ago."""
    ids = {name: more.pop(name) for name in ("item", "unit") if name in more}
    return Reason(rule, TODAY - days_ago * DAY, more, form=form, **ids)


def cases() -> Iterator[Case]:
    daily, weekly = days(*range(9, 20)), days(9, 16, 23, 30)
    quiet = reason("gone_quiet", 9, "daily", count=9, usual=1)
    yield Case("gone_quiet", {"practised": daily}, [quiet])
    yield Case("gone_quiet", {"practised": daily}, [], {"silence": 9})
    yield Case("gone_quiet", {"practised": weekly}, [])
    yield Case(
        "gone_quiet", {"practised": days(15, 22, 29)}, [reason("gone_quiet", 15, count=15, usual=7)], {"times": 2}
    )
    yield Case("gone_quiet", {"practised": days(9)}, [reason("gone_quiet", 9, "once", count=9)])
    yield Case("gone_quiet", {"practised": daily, "paused": True}, [])
    yield Case("gone_quiet", {"practised": daily, "resumed": TODAY - 2 * DAY}, [])
    yield Case("gone_quiet", {"practised": daily, "blocked_at": ago(1)}, [])
    yield Case(
        "gone_quiet", {"practised": days(14, 15)}, [reason("gone_quiet", 14, "daily", count=14, usual=1)], {"weeks": 2}
    )
    yield Case("gone_quiet", {"practised": days(15, 16)}, [], {"weeks": 2})
    yield Case("gone_quiet", {}, [])

    yield Case("unreachable", {"blocked_at": ago(28)}, [reason("unreachable", 28)])
    yield Case("unreachable", {"blocked_at": ago(29)}, [])
    yield Case("unreachable", {}, [])

    yield Case("first_lesson", {"first_lesson": ago(6)}, [reason("first_lesson", 6)])
    yield Case("first_lesson", {"first_lesson": ago(7)}, [])
    yield Case("first_lesson", {"first_lesson": ago(7)}, [reason("first_lesson", 7)], {"days": 8})
    yield Case("first_lesson", {}, [])

    done = (("shared.a.1", ago(3)), ("gone", ago(1)), ("shared.b.1", ago(9)))
    told = [reason("mission", 1, "unnamed"), reason("mission", 3, item="shared.a.1")]
    yield Case("mission", {"confirmed": done}, told)
    yield Case("mission", {"confirmed": tuple(("shared.a.1", ago(one)) for one in range(5))}, [
        reason("mission", one, item="shared.a.1") for one in range(3)
    ])  # fmt: skip

    yield Case("mission", {"confirmed": done[2:]}, [])

    yield Case("work_word", {"words_sent": (ago(1), ago(3), ago(20))}, [reason("work_word", 1, count=2)])
    yield Case("work_word", {"words_sent": (ago(20),)}, [])

    back = reason("back", 2, count=3)
    yield Case("back", {"practised": days(1, 2, 25, 26)}, [back])
    yield Case("back", {"practised": days(1, 2, 22)}, [])
    yield Case("back", {"practised": days(8, 30)}, [])
    yield Case("back", {"practised": days(2)}, [])
    yield Case("back", {"practised": days(2), "first_lesson": ago(300)}, [reason("back", 2, count=11)])
    yield Case("back", {"practised": days(2), "first_lesson": ago(2)}, [])

    yield Case("hard_item", practised(a_1=HARD), [reason("hard_item", 5, item="shared.a.1", misses=2)])
    yield Case("hard_item", practised(a_1=HARD), [], {"misses": 3})
    yield Case("hard_item", practised(a_1=HARD), [], {"days": 5})
    yield Case("hard_item", practised(a_1=NEWLY, b_1=learned(4, missed=2)), [])
    yield Case("hard_item", practised(a_1=learned(80, 60, 35, 2, missed=2)), [])
    yield Case("hard_item", practised(x_1=HARD), [])

    whole = {f"a_{number}": NEWLY for number in range(1, 6)}
    yield Case("unit_holds", practised(**whole), [reason("unit_holds", 5, unit="shared.a", held=5, count=5)])
    most = {**{f"a_{number}": LONG for number in range(1, 4)}, "a_4": NEWLY}
    yield Case("unit_holds", practised(**most), [reason("unit_holds", 5, unit="shared.a", held=4, count=5)])
    yield Case("unit_holds", practised(**most), [], {"percent": 81})
    yield Case("unit_holds", practised(**most, a_5=LONG), [])
    yield Case(
        "unit_holds", practised(**most, a_5=learned(6)), [reason("unit_holds", 5, unit="shared.a", held=4, count=5)]
    )
    yield Case("unit_holds", practised(x_1=NEWLY), [])


CASES = [*cases()]


def found(case: Case) -> list[Reason]:
    rule = rules()[case.rule]
    facts = Facts(now=NOW, zone=ZONE, **case.facts)
    return [*rule.look(facts, {**rule.usual.numbers, **case.numbers}, COURSE)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_what_a_rule_finds(case: Case) -> None:
    assert found(case) == case.found


def test_every_rule_has_cases_that_find_something_and_that_do_not() -> None:
    for finds in (True, False):
        assert {case.rule for case in CASES if bool(case.found) is finds} == {*rules()}
