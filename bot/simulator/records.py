"""What the simulator remembers, as plain data: the state file holds exactly this."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

FIRST_UPDATE = 100_000_000
# Real ids of new accounts no longer fit 32 bits; a bot that stores them in 32 should fail here too.
FIRST_PHONE = 7_000_000_001


@dataclass
class Phone:
    """A person's phone; `id` is the Telegram user id and the id of the private chat."""

    id: int
    first_name: str
    language_code: str
    last_name: str = ""
    username: str = ""
    removed: bool = False


@dataclass
class Message:
    """One message; `body` is the Bot API's Message, `markup` the reply markup of any kind as sent."""

    body: Json
    markup: Json | None = None
    silent: bool = False
    deleted: bool = False

    @property
    def id(self) -> int:
        """The message id."""
        return int(self.body["message_id"])

    @property
    def from_bot(self) -> bool:
        """Whether the bot sent it."""
        return bool(self.body["from"]["is_bot"])


@dataclass
class Chat:
    """The private chat of one phone with one bot; times are Unix seconds."""

    phone: int
    messages: list[Message] = field(default_factory=list)
    keyboard: Json | None = None
    keyboard_message: int = 0
    started: bool = False
    blocked: bool = False
    unread: int = 0
    typing_until: int = 0

    def find(self, message_id: int) -> Message | None:
        """Return a message that has not been deleted."""
        found = (message for message in self.messages if message.id == message_id and not message.deleted)
        return next(found, None)


@dataclass
class Query:
    """A tap on an inline button that may be answered once."""

    id: str
    phone: int
    message: int
    at: int


@dataclass
class Pending:
    """An update that the bot has not confirmed yet, and when it came (Unix seconds)."""

    at: int
    update: Json


@dataclass
class Webhook:
    """Where a bot wants its updates delivered."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str = ""
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass
class File:
    """A file that a bot or a phone sent; `path` is its place below the file folder, `size` in bytes."""

    id: str
    kind: str
    path: str
    name: str
    mime_type: str
    size: int
    details: Json = field(default_factory=dict)

    @property
    def unique_id(self) -> str:
        """Telegram's file_unique_id: the same for every copy, of no use for downloading."""
        return f"u{self.id.rsplit('-', 1)[1]}"


@dataclass
class Bot:
    """One bot; texts by language code ("" for everybody else), commands by scope and language."""

    id: int
    last_update: int = FIRST_UPDATE
    last_message: int = 0
    last_file: int = 0
    last_query: int = 0
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    allowed_updates: list[str] = field(default_factory=list)
    webhook: Webhook | None = None
    pending: list[Pending] = field(default_factory=list)
    queries: dict[str, Query] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)


@dataclass
class State:
    """Everything; `current_bot` is the bot that called last."""

    bots: dict[int, Bot] = field(default_factory=dict)
    phones: dict[int, Phone] = field(default_factory=dict)
    current_bot: int = 0
