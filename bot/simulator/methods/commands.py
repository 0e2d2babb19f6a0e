"""The bot's commands, by scope and language."""

import re
from typing import Any

from bot.simulator.botapi.parameters import Parameter, array, structure
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.formatting.units import units
from bot.simulator.methods.profile import LANGUAGE, language_of
from bot.simulator.records import Bot, Json, Phone

NAME = re.compile(r"[a-z0-9_]*")
MOST_COMMANDS = 100
MOST_NAME = 32
MOST_DESCRIPTION = 256
SCOPES = frozenset(
    {
        *("default", "all_private_chats", "all_group_chats", "all_chat_administrators"),
        *("chat", "chat_administrators", "chat_member"),
    }
)
SCOPE = Parameter("scope", structure, unreadable="can't parse BotCommandScope JSON object")


@method(
    "setMyCommands",
    Parameter("commands", array, 'parameter "commands" is required', "can't parse commands JSON object"),
    SCOPE,
    LANGUAGE,
)
def set_my_commands(call: Call) -> bool:
    """Replace the commands of a scope and language."""
    commands = [_checked(command) for command in call["commands"]]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_key(call["scope"], language_of(call))] = commands
    call.exchange.announce({"event": "bot", "bot": call.bot.id})
    return True


@method("getMyCommands", SCOPE, LANGUAGE)
def get_my_commands(call: Call) -> list[Json]:
    """Return the commands set for exactly this scope and language."""
    return call.bot.commands.get(_key(call["scope"], language_of(call)), [])


@method("deleteMyCommands", SCOPE, LANGUAGE)
def delete_my_commands(call: Call) -> bool:
    """Remove the commands of a scope and language, so that broader ones show again."""
    call.bot.commands.pop(_key(call["scope"], language_of(call)), None)
    call.exchange.announce({"event": "bot", "bot": call.bot.id})
    return True


def commands_for(bot: Bot, phone: Phone) -> list[Json]:
    """Return the commands that a phone shows: the narrowest scope first, in it the own language first."""
    language = phone.language_code[:2]
    scopes: list[Json] = [{"type": "chat", "chat_id": phone.id}, {"type": "all_private_chats"}, {"type": "default"}]
    for scope in scopes:
        for code in (language, ""):
            if commands := bot.commands.get(_key(scope, code)):
                return commands
    return []


def _key(scope: Any, language: str) -> str:
    scope = scope or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    return f"{scope['type']}/{scope.get('chat_id', '')}/{scope.get('user_id', '')}/{language}"


def _checked(command: Any) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(command.get("command", "")).removeprefix("/").strip()
    description = str(command.get("description", "")).strip()
    for what, words, limit in (
        ("command", name, MOST_NAME),
        ("command description", description, MOST_DESCRIPTION),
    ):
        if not words:
            raise bad_request(f"{what} must be non-empty")
        if units(words) > limit:
            raise bad_request(f"{what} length must not exceed {limit}")
    if not NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
