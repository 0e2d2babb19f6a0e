"""A phone in the hand of a program: what it does, what it shows, and the updates that come of it."""

from starlette.applications import Starlette

from bot.simulator.exchange import Exchange
from bot.simulator.phone.acts import ACTS
from bot.simulator.phone.talk import Talk
from bot.simulator.phone.views import message_view
from bot.simulator.records import FIRST_PHONE, Json, Phone


class Hand:
    """The one phone of a simulator, and the one bot that it talks to.

    Args:
        app: the simulator.
        bot_id: the bot's Telegram id.
        language: the phone's.
    """

    def __init__(self, app: Starlette, bot_id: int, language: str) -> None:
        self._exchange: Exchange = app.state.exchange
        phone = Phone(FIRST_PHONE, "Amina", language)
        self._exchange.add_phone(phone)
        self._talk = Talk(self._exchange, self._exchange.calling_bot(bot_id), phone)

    @property
    def chat_id(self) -> int:
        return self._talk.phone.id

    def do(self, act: str, given: Json) -> None:
        """Do one of ``ACTS``. Raises PhoneProblem when the phone cannot."""
        ACTS[act](self._talk, given)

    def updates(self) -> list[Json]:
        """What the bot has to be told since this was asked last."""
        waiting, self._talk.bot.pending = self._talk.bot.pending, []
        return [one.update for one in waiting]

    def messages(self) -> list[Json]:
        """The messages of the chat as a phone shows them."""
        return [message_view(message) for message in self._talk.chat.messages if not message.deleted]

    def keys(self) -> list[list[str]]:
        """The labels of the keyboard below the input field, row by row."""
        return [[key["text"] for key in row] for row in (self._talk.chat.keyboard or {}).get("keyboard", ())]

    def file(self, file_id: str) -> tuple[bytes, str] | None:
        """A file of the chat and its media type; None when there is none of this id."""
        file = self._talk.bot.files.get(file_id)
        return (self._exchange.files.read(self._talk.bot, file), file.mime_type) if file else None
