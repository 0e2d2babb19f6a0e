"""The methods of the simulator: each registers itself with its name and parameters."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import bot.simulator.methods as methods_package
from bot.simulator.botapi.parameters import Parameter
from bot.simulator.errors import bad_request, forbidden
from bot.simulator.exchange import Exchange
from bot.simulator.files import Upload
from bot.simulator.records import Bot, Chat, Phone


@dataclass(frozen=True)
class Call:
    """One call of a method: who calls, with what; `call["text"]` is a parameter, None if absent."""

    exchange: Exchange
    bot: Bot
    values: Mapping[str, Any]
    uploads: Mapping[str, Upload]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def phone(self) -> Phone:
        """Return the phone that `chat_id` names.

        Raises:
            Refusal: the bot knows no such chat.
        """
        chat_id = str(self["chat_id"])
        chat = self.bot.chats.get(int(chat_id)) if chat_id.removeprefix("-").isdigit() else None
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        return self.exchange.state.phones[chat.phone]

    def known_chat(self) -> Chat:
        """Return the chat that `chat_id` names, whether or not its phone blocked the bot."""
        return self.bot.chats[self.phone().id]

    def open_chat(self) -> Chat:
        """Return the chat that `chat_id` names, if the bot may write to it.

        Raises:
            Refusal: unknown, blocked, or the person is gone.
        """
        phone = self.phone()
        if phone.removed:
            raise forbidden("user is deactivated")
        chat = self.bot.chats[phone.id]
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat


@dataclass(frozen=True)
class Noted:
    """A result with the `description` that Telegram adds to some."""

    result: Any
    description: str


Handler = Callable[[Call], Any | Awaitable[Any]]
AnyHandler = TypeVar("AnyHandler", bound=Handler)


@dataclass(frozen=True)
class Method:
    """A method: its name as in the Bot API, its parameters, and what it does."""

    name: str
    parameters: tuple[Parameter, ...]
    run: Handler


_METHODS: dict[str, Method] = {}


def method(name: str, *parameters: Parameter) -> Callable[[AnyHandler], AnyHandler]:
    """Register the function below as the method `name`."""

    def register(run: AnyHandler) -> AnyHandler:
        _METHODS[name.lower()] = Method(name, parameters, run)
        return run

    return register


@cache
def methods() -> Mapping[str, Method]:
    """Return all methods by their name in lower case, as Telegram compares it."""
    for module in pkgutil.iter_modules(methods_package.__path__):
        importlib.import_module(f"{methods_package.__name__}.{module.name}")
    return _METHODS
