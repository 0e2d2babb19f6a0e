"""What came in, in no transport's words."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of update that a turn knows."""

    TEXT = "text"
    COMMAND = "command"
    BUTTON = "button"
    VOICE = "voice"
    OTHER = "other"
    EDITED = "edited"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    SILENT = "silent"


@dataclass(frozen=True)
class Pressed:
    """A button: ``<journey>:<asked>:<choice>``. ``asked`` names the question (a showing, for an item)."""

    journey: str
    asked: str
    choice: str


@dataclass(frozen=True)
class Incoming:
    """One update. ``text`` holds typed words or a caption; ``file_id`` a voice note or a photo.

    ``seconds`` is how long that lasts; ``media`` names other content.
    """

    kind: Kind
    update_id: int
    chat_id: int
    text: str = ""
    command: str = ""
    argument: str = ""
    pressed: Pressed | None = None
    file_id: str | None = None
    seconds: int = 0
    media: str = ""
    message_id: int | None = None
    language_code: str | None = None
    first_name: str | None = None
