"""The brain without Rasa chooses what Rasa chooses, as ``tests/dialogue/test_rules.py`` has it."""

import pytest
import yaml

from bot.journeys.understanding import Understood
from tests.dialogue.test_rules import ALWAYS, expected
from tests.fakes.house import ROOT
from tests.fakes.quick_brain import QuickBrain, action_classes, chosen, rules

INTENTS = (*ALWAYS, "answer", "affirm", "deny")


def questions() -> list[str]:
    files = (yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "nlu_data/domain").glob("*.yml"))
    [slots] = [file["slots"] for file in files if "slots" in file]
    found: list[str] = slots["expects"]["values"]
    return found


def test_every_intent_with_every_open_question() -> None:
    known = [(intent, expects) for intent in INTENTS for expects in questions()]
    assert {pair: chosen(*pair) for pair in known} == {pair: expected(*pair) for pair in known}
    assert chosen("answer", "no_such_journey") == expected("answer", "none")


def test_every_chosen_action_is_there() -> None:
    assert set(rules().values()) <= set(action_classes())


async def test_what_has_no_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        await QuickBrain().act(Understood("no_such_intent"), "none", chat_id=1)
