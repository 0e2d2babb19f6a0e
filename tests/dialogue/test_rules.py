"""Every intent, whatever the open question, leads to exactly one action."""

from typing import Any

import pytest

from bot.journeys.understanding import COMMANDS, Understood
from tests.fakes.brain import Played

pytestmark = pytest.mark.model

ALWAYS = {
    "start": "action_enrolment_start",
    "start_exercise": "action_practice_start",
    "repeat": "action_practice_repeat",
    "explain": "action_practice_explain",
    "dont_know": "action_practice_dont_know",
    "skip": "action_practice_skip",
    "too_easy": "action_practice_too_easy",
    "too_hard": "action_practice_too_hard",
    "ask_tip": "action_tip_ask",
    "ask_progress": "action_progress_show",
    "ask_help": "action_help_show",
    "bot_challenge": "action_help_who_am_i",
    "out_of_scope": "action_help_not_understood",
    "nlu_fallback": "action_help_not_understood",
    "change_sector": "action_sector_ask",
    "set_reminder": "action_reminder_ask",
    "change_language": "action_language_ask",
    "pause": "action_pause_ask",
    "resume": "action_pause_resume",
    "my_data": "action_my_data_send",
    "delete_data": "action_delete_ask",
    "contact_counsellor": "action_counsellor_ask",
    "report_problem": "action_problem_ask",
    "settings": "action_settings_show",
    "privacy": "action_privacy_show",
    "danger": "action_guard_answer_danger",
    "media": "action_media_answer",
    "greet": "action_smalltalk_greet",
    "goodbye": "action_smalltalk_goodbye",
    "thank": "action_smalltalk_thank",
    "feeling_good": "action_smalltalk_feeling_good",
    "feeling_bad": "action_smalltalk_feeling_bad",
}
ASK_NOTHING = {"none", "my_data", "settings"}
YES_OR_NO = {"onboarding", "consent", "delete", "guard", "words", "check_in_offer"}
YES_OR_NO |= {"sharing", "skills_sharing", "export_sharing"}
RASA_OWN = {"back", "restart", "session_start"}


def expected(intent: str, expects: str) -> str:
    if intent == "answer":
        return "action_help_not_understood" if expects in ASK_NOTHING else f"action_{expects}_answer"
    if intent in ("affirm", "deny"):
        return f"action_{expects}_answer" if expects in YES_OR_NO else f"action_smalltalk_{intent}"
    return ALWAYS[intent]


def intents(brain: Any) -> list[str]:
    return sorted(set(brain._agent.domain.intents) - RASA_OWN)


def questions(brain: Any) -> list[str]:
    (slot,) = (slot for slot in brain._agent.domain.slots if slot.name == "expects")
    return [value for value in slot.values if value != "__other__"]


async def test_every_intent_with_every_open_question(brain: Any, played: Played) -> None:
    chosen, wanted = {}, {}
    for intent in intents(brain):
        for expects in questions(brain):
            played.names.clear()
            await brain.act(Understood(intent), expects, chat_id=1)
            chosen[intent, expects] = list(played.names)
            wanted[intent, expects] = [expected(intent, expects)]
    assert chosen == wanted


async def test_entities_do_not_change_what_the_rules_choose(brain: Any, played: Played) -> None:
    entities = {"asked": "q1", "choice": "yes", "argument": "code", "flag": "violence", "media": "photo"}
    for expects in questions(brain):
        await brain.act(Understood("answer", "contract", entities), expects, chat_id=1)
    assert played.names == [expected("answer", expects) for expects in questions(brain)]


def test_every_command_has_a_rule(brain: Any) -> None:
    assert set(COMMANDS.values()) <= set(ALWAYS)
    assert set(intents(brain)) == {*ALWAYS, "answer", "affirm", "deny"}


async def test_an_intent_without_a_rule_is_answered_by_the_fallback(brain: Any, played: Played) -> None:
    # Recorded, the fallback does not take the message back, as the real one does: Rasa gives up after ten.
    await brain.act(Understood("no_such_intent"), "none", chat_id=1)
    assert set(played.names) == {"action_fallback"}
