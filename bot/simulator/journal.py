"""What bots asked for: each call with its moment of arrival, to be read by tests and developers; never the words."""

from collections import deque
from dataclasses import asdict, dataclass

from bot.simulator.records import Json

KEPT_CALLS = 20_000


@dataclass
class Entry:
    """One call.

    Attributes:
        number: its place in the order of arrival, from 1.
        at: when it arrived, Unix seconds with fractions.
        bot: the bot's id.
        method: the method, as the Bot API spells it.
        chat: the chat that it names, 0 for none.
        status: the HTTP status of the answer; 0 while there is none, and for a connection that was dropped.
        fault: the kind of the fault that met it, "" for none.
        unknown: parameters that the method does not have; Telegram ignores them without a word.
    """

    number: int
    at: float
    bot: int
    method: str
    chat: int
    status: int = 0
    fault: str = ""
    unknown: tuple[str, ...] = ()


class Journal:
    """The last calls, in the order of arrival."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT_CALLS)
        self._number = 0

    def note(self, at: float, bot: int, method: str, chat: int, unknown: tuple[str, ...]) -> Entry:
        """Note a call that arrives now; what becomes of it is set on the entry later."""
        self._number += 1
        entry = Entry(self._number, at, bot, method, chat, unknown=unknown)
        self._entries.append(entry)
        return entry

    def since(self, number: int) -> list[Json]:
        """Return the calls after this number."""
        return [asdict(entry) for entry in self._entries if entry.number > number]
