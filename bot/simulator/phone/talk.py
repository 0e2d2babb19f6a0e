"""A phone and the bot it talks to."""

from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import PhoneProblem
from bot.simulator.exchange import Exchange
from bot.simulator.people import phone_user, private_chat
from bot.simulator.records import Bot, Chat, Json, Message, Phone


@dataclass(frozen=True)
class Talk:
    """One phone and one bot, and what passes between them."""

    exchange: Exchange
    bot: Bot
    phone: Phone

    @property
    def chat(self) -> Chat:
        """Their chat."""
        return self.exchange.chat(self.bot, self.phone)

    def send(self, content: Json) -> Message:
        """Send a message with this content to the bot.

        Raises:
            PhoneProblem: the phone was removed or has blocked the bot.
        """
        self.require_open()
        body = {
            "from": phone_user(self.phone),
            "chat": private_chat(self.phone),
            "date": self.exchange.now(),
            **content,
        }
        self.chat.started = True
        self.chat.unread = 0
        message = self.exchange.post(self.bot, self.chat, Message(body))
        self.exchange.update(self.bot, "message", message.body)
        return message

    def require_open(self) -> None:
        """Refuse what a phone cannot do that was removed or has blocked the bot."""
        if self.phone.removed:
            raise PhoneProblem(409, f"The phone of {self.phone.first_name} was removed.")
        if self.chat.blocked:
            raise PhoneProblem(409, f"{self.phone.first_name} has blocked the bot: unblock it first.")

    def message(self, message_id: Any) -> Message:
        """Return a message of the chat.

        Raises:
            PhoneProblem: it is not there.
        """
        message = self.chat.find(message_id) if isinstance(message_id, int) else None
        if not message:
            raise PhoneProblem(404, f"There is no message {message_id} in this chat.")
        return message


def current_bot(exchange: Exchange, bot_id: int | None) -> Bot:
    """Return the bot that phones talk to: the one named, else the one that called last.

    Raises:
        PhoneProblem: there is none.
    """
    bot = exchange.state.bots.get(bot_id or exchange.state.current_bot)
    if not bot and bot_id:
        raise PhoneProblem(404, f"Bot {bot_id} has never called this simulator.")
    if not bot:
        raise PhoneProblem(409, "No bot has called yet: start it with this server as its Telegram API address.")
    return bot


def known_phone(exchange: Exchange, phone_id: int) -> Phone:
    """Return a phone.

    Raises:
        PhoneProblem: there is no such phone.
    """
    phone = exchange.state.phones.get(phone_id)
    if not phone:
        raise PhoneProblem(404, f"There is no phone {phone_id}.")
    return phone
