"""The bot's profile at Telegram."""

import logging

import pytest
from telegram import Bot

from bot.i18n import Catalogues
from bot.telegram import set_profile
from bot.telegram.profile import COMMANDS
from tests.telegram.world import BAD_GATEWAY, Telegram, ok, refused


def languages(telegram: Telegram, method: str) -> list[str]:
    return [call.parameters["language_code"] for call in telegram.of(method)]


async def test_a_new_bot_gets_everything_in_every_language(
    bot: Bot, telegram: Telegram, catalogues: Catalogues
) -> None:
    telegram.answers = {
        "getMyCommands": [ok([])] * 3,
        "getMyDescription": [ok({"description": ""})] * 3,
        "getMyShortDescription": [ok({"short_description": ""})] * 3,
        "getChatMenuButton": [ok({"type": "default"})],
    }
    await set_profile(bot, catalogues)
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        assert languages(telegram, method) == ["", "ar", "en"]
    commands = telegram.of("setMyCommands")[1].parameters["commands"]
    assert [command["command"] for command in commands] == list(COMMANDS)
    assert commands[1] == {"command": "practise", "description": "عن practise"}
    assert telegram.of("setMyShortDescription")[0].parameters["short_description"] == "Dutch for work"
    assert telegram.of("setChatMenuButton")[0].parameters == {"menu_button": {"type": "commands"}}


async def test_what_telegram_has_already_is_not_set_again(bot: Bot, telegram: Telegram, catalogues: Catalogues) -> None:
    english = [{"command": name, "description": f"About {name}"} for name in COMMANDS]
    arabic = [{"command": name, "description": f"عن {name}"} for name in COMMANDS]
    telegram.answers = {
        "getMyCommands": [ok(english), ok(arabic), ok(english)],
        "getMyDescription": [
            ok({"description": words})
            for words in ("Dutch for work, in your language", "هولندية للعمل بلغتك", "Old words")
        ],
        "getMyShortDescription": [
            ok({"short_description": words}) for words in ("Dutch for work", "هولندية للعمل", "Dutch for work")
        ],
        "getChatMenuButton": [ok({"type": "commands"})],
    }
    await set_profile(bot, catalogues)
    set_again = [(call.method, call.parameters) for call in telegram.calls if call.method.startswith("set")]
    changed = {"description": "Dutch for work, in your language", "language_code": "en"}
    assert set_again == [("setMyDescription", changed)]


async def test_a_language_that_telegram_does_not_take_does_not_stop_the_others(
    bot: Bot, telegram: Telegram, catalogues: Catalogues, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.answers = {
        "getMyCommands": [ok([]), refused(400, "Bad Request: invalid language code"), ok([])],
        "getMyDescription": [ok({})] * 2,
        "getMyShortDescription": [ok({})] * 2,
        "getChatMenuButton": [ok({"type": "commands"})],
    }
    with caplog.at_level(logging.WARNING):
        await set_profile(bot, catalogues)
    assert languages(telegram, "setMyCommands") == ["", "en"]
    assert "'ar'" in caplog.text


@pytest.mark.parametrize("failure", [BAD_GATEWAY, refused(429, "Too Many Requests", retry_after=80000)], ids=str)
async def test_a_failure_is_logged_and_is_not_fatal(
    bot: Bot, telegram: Telegram, catalogues: Catalogues, caplog: pytest.LogCaptureFixture, failure: tuple[int, str]
) -> None:
    telegram.answers = {"getMyCommands": [failure]}
    with caplog.at_level(logging.WARNING):
        await set_profile(bot, catalogues)
    assert len(telegram.calls) == 1
    assert "not complete" in caplog.text
