"""What holds for all rules of the page of today: how they are set, and that only those that are on find something."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.learning import attention
from bot.learning.attention import LOOKED_BACK, Facts, Setting, asked_for, look, rules
from tests.learning.courses import DAY, NOW
from tests.learning.test_attention import COURSE, HARD, KEYS, LONG, NEWLY, TODAY, ZONE, days, practised

USUAL = {rule.id: rule.usual for rule in rules().values()}
OFF = {rule: Setting(False, setting.numbers) for rule, setting in USUAL.items()}
MOMENTS = st.timedeltas(-DAY, LOOKED_BACK).map(lambda ago: NOW - ago)
FACTS = st.builds(
    Facts,
    now=st.just(NOW),
    zone=st.just(ZONE),
    practised=st.lists(st.integers(0, 84)).map(lambda ago: days(*set(ago))),
    paused=st.booleans(),
    resumed=st.none() | MOMENTS.map(lambda at: at.date()),
    blocked_at=st.none() | MOMENTS,
    first_lesson=st.none() | st.timedeltas(DAY, 900 * DAY).map(lambda ago: NOW - ago),
    confirmed=st.lists(st.tuples(st.sampled_from([*KEYS, "gone"]), MOMENTS)).map(tuple),
    words_sent=st.lists(MOMENTS).map(tuple),
)


def test_quiet_comes_before_good_news() -> None:
    sections = [rule.section for rule in rules().values()]
    assert sections == sorted(sections, key=[*attention.Section].index)


@given(FACTS, st.lists(st.sampled_from((NEWLY, LONG, HARD)), max_size=5))
@example(Facts(now=NOW, zone=ZONE, blocked_at=NOW + DAY), [])
def test_whatever_is_known_reasons_lie_in_the_past_and_rules_that_are_off_find_none(
    facts: Facts, histories: list[Any]
) -> None:
    known = practised(**{f"a_{number}": history for number, history in enumerate(histories, start=1)})
    whole = Facts(**{**vars(facts), **known})
    found = look(whole, USUAL, COURSE)
    assert all(reason.day <= TODAY for reason in found)
    assert look(whole, OFF, COURSE) == []
    assert asked_for(whole, OFF, COURSE) == set()
    for rule in {reason.rule for reason in found}:
        without = look(whole, {**USUAL, rule: OFF[rule]}, COURSE)
        assert without == [reason for reason in found if reason.rule != rule]


def test_only_items_that_may_be_news_are_asked_for() -> None:
    known = practised(a_1=HARD, a_2=NEWLY, b_1=LONG)
    facts = Facts(now=NOW, zone=ZONE, **{**known, "histories": {}})
    assert asked_for(facts, USUAL, COURSE) == {"shared.a.1", "shared.b.1"}


@pytest.mark.parametrize(
    ("kept", "setting"),
    [
        ({}, Setting(True, {"silence": 7, "times": 3, "weeks": 8})),
        ({"on": False, "silence": 14}, Setting(False, {"silence": 14, "times": 3, "weeks": 8})),
        ({"silence": 2, "times": "4", "weeks": 99, "gone": 1}, Setting(True, {"silence": 7, "times": 3, "weeks": 8})),
    ],
)
def test_what_does_not_fit_is_as_usual(kept: dict[str, Any], setting: Setting) -> None:
    assert rules()["gone_quiet"].setting(kept) == setting


@pytest.mark.parametrize("rule", rules().values(), ids=rules().keys())
def test_a_setting_survives_being_kept(rule: attention.Rule) -> None:
    most = Setting(False, {name: number.most for name, number in rule.numbers.items()})
    assert rule.setting(most.as_json()) == most
    assert all(number.least <= number.usual <= number.most for number in rule.numbers.values())
    assert not any(rule.takes(name, number.most + 1) for name, number in rule.numbers.items())


@pytest.mark.parametrize("content", ["", "RULE = 3", "from bot.learning.attention.back import RULE"])
def test_a_module_without_a_rule_of_its_name_is_told(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "birthday.py").write_text(content)
    monkeypatch.setattr(attention, "__path__", [*attention.__path__, str(tmp_path)])
    rules.cache_clear()
    try:
        with pytest.raises(TypeError, match=r"birthday\.py must end with a RULE whose id is"):
            rules()
    finally:
        rules.cache_clear()
        sys.modules.pop("bot.learning.attention.birthday", None)
