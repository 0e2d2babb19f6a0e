"""Who the bot is: getMe, and its name and descriptions in each language."""

import re

from bot.simulator.botapi.parameters import Parameter, text
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.formatting.units import units
from bot.simulator.people import DEFAULT_NAME, bot_user, in_language
from bot.simulator.records import Json

LANGUAGE = Parameter("language_code", text)
MOST_NAME = 64
MOST_DESCRIPTION = 512
MOST_SHORT_DESCRIPTION = 120


def language_of(call: Call) -> str:
    """Return the two-letter language that a call is about, "" for everybody.

    Raises:
        Refusal: it is no such code.
    """
    code = call["language_code"] or ""
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return str(code)


@method("getMe")
def get_me(call: Call) -> Json:
    """Return the bot as a User, with what only getMe tells."""
    return {
        **bot_user(call.bot),
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


@method("setMyName", Parameter("name", text), LANGUAGE)
def set_my_name(call: Call) -> bool:
    """Set or, with an empty one, remove the name for a language."""
    return _set(call, call.bot.names, "name", MOST_NAME)


@method("getMyName", LANGUAGE)
def get_my_name(call: Call) -> Json:
    """Return the BotName for a language."""
    return {"name": in_language(call.bot.names, language_of(call)) or DEFAULT_NAME}


@method("setMyDescription", Parameter("description", text), LANGUAGE)
def set_my_description(call: Call) -> bool:
    """Set or remove the text that an empty chat shows."""
    return _set(call, call.bot.descriptions, "description", MOST_DESCRIPTION)


@method("getMyDescription", LANGUAGE)
def get_my_description(call: Call) -> Json:
    """Return the BotDescription for a language."""
    return {"description": in_language(call.bot.descriptions, language_of(call))}


@method("setMyShortDescription", Parameter("short_description", text), LANGUAGE)
def set_my_short_description(call: Call) -> bool:
    """Set or remove the text of the profile page."""
    return _set(call, call.bot.short_descriptions, "short_description", MOST_SHORT_DESCRIPTION)


@method("getMyShortDescription", LANGUAGE)
def get_my_short_description(call: Call) -> Json:
    """Return the BotShortDescription for a language."""
    return {"short_description": in_language(call.bot.short_descriptions, language_of(call))}


def _set(call: Call, texts: dict[str, str], name: str, limit: int) -> bool:
    words, language = call[name] or "", language_of(call)
    if units(words) > limit:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    if words:
        texts[language] = words
    else:
        texts.pop(language, None)
    call.exchange.announce({"event": "bot", "bot": call.bot.id})
    return True
