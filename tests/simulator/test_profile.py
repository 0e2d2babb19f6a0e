"""The bot's name, descriptions, commands and menu button, in each language; getChat."""

from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    MenuButtonCommands,
    MenuButtonDefault,
    MenuButtonWebApp,
    WebAppInfo,
)
from telegram.error import BadRequest

from tests.fakes.phones import Handset

START = BotCommand("start", "Begin")
STOP = BotCommand("pause", "Pause")


async def test_the_bot_knows_itself(bot: Bot) -> None:
    me = await bot.get_me()

    assert (me.id, me.is_bot, me.username) == (4242, True, "werkmaat_4242_bot")


async def test_names_by_language(bot: Bot, phone: Handset) -> None:
    await bot.set_my_name("Workmate")
    await bot.set_my_name("Werkmaat AR", language_code="ar")

    assert (await bot.get_my_name()).name == "Workmate"
    assert (await bot.get_my_name("ar")).name == "Werkmaat AR"
    assert (await bot.get_my_name("tr")).name == "Workmate"
    assert (await bot.get_me()).first_name == "Workmate"
    assert (await phone.chat())["name"] == "Werkmaat AR"

    await bot.set_my_name("", language_code="ar")
    assert (await bot.get_my_name("ar")).name == "Workmate"


async def test_descriptions_by_language(bot: Bot, phone: Handset) -> None:
    await bot.set_my_description("Words for work")
    await bot.set_my_short_description("Words", language_code="nl")

    assert (await bot.get_my_description("nl")).description == "Words for work"
    assert (await bot.get_my_short_description("nl")).short_description == "Words"
    assert (await bot.get_my_short_description()).short_description == ""
    assert (await phone.chat())["description"] == "Words for work"


async def test_commands_by_language_and_chat(bot: Bot, phone: Handset) -> None:
    await bot.set_my_commands([START, STOP])
    await bot.set_my_commands([STOP], language_code="ar")
    assert [command["command"] for command in (await phone.chat())["commands"]] == ["pause"]

    scope = BotCommandScopeChat(phone.id)
    await bot.set_my_commands([START], scope=scope)
    assert [command["command"] for command in (await phone.chat())["commands"]] == ["start"]
    assert await bot.get_my_commands(scope=scope) == (START,)
    assert await bot.get_my_commands(language_code="tr") == ()

    await bot.delete_my_commands(scope=scope)
    await bot.delete_my_commands(language_code="ar")
    assert await bot.get_my_commands() == (START, STOP)
    assert len((await phone.chat())["commands"]) == 2


@pytest.mark.parametrize(
    ("commands", "language", "problem"),
    [
        ([("Start", "x")], None, "BOT_COMMAND_INVALID"),
        ([("a", "x" * 257)], None, "Command description length must not exceed 256"),
        ([("a" * 33, "x")], None, "Command length must not exceed 32"),
        ([("a", " ")], None, "Command description must be non-empty"),
        ([(f"c{number}", "x") for number in range(101)], None, "BOT_COMMANDS_TOO_MUCH"),
        ([("a", "x")], "fa_AF", "Invalid language code specified"),
    ],
)
async def test_bad_commands(bot: Bot, commands: list[tuple[str, str]], language: str | None, problem: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){problem}"):
        await bot.set_my_commands(commands, language_code=language)


@pytest.mark.parametrize(
    ("method", "values"),
    [
        ("set_my_name", {"name": "x" * 65}),
        ("set_my_description", {"description": "x" * 513}),
        ("set_my_short_description", {"short_description": "x" * 121}),
        ("set_my_short_description", {"short_description": "👷" * 61}),
    ],
)
async def test_texts_have_a_limit(bot: Bot, method: str, values: dict[str, Any]) -> None:
    with pytest.raises(BadRequest, match="is too long"):
        await getattr(bot, method)(**values)


async def test_the_menu_button(bot: Bot, phone: Handset) -> None:
    assert await bot.get_chat_menu_button() == MenuButtonCommands()
    app = MenuButtonWebApp("Open", WebAppInfo("https://example.org/"))

    await bot.set_chat_menu_button(phone.id, app)
    assert await bot.get_chat_menu_button(phone.id) == app

    await bot.set_chat_menu_button(phone.id, MenuButtonDefault())
    assert await bot.get_chat_menu_button(phone.id) == MenuButtonCommands()


async def test_a_chat_is_the_person(bot: Bot, phone: Handset) -> None:
    chat = await bot.get_chat(phone.id)

    assert (chat.type, chat.first_name, chat.username) == ("private", "Amina", "amina")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.get_chat(1)
