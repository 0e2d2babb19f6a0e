"""How fast messages may go out: pure bookkeeping, with the time as an argument."""

from collections import deque
from datetime import datetime, timedelta

BURST = 3
"""So many messages a chat gets at once; after that one a second."""

EVERY = timedelta(seconds=1)
MOST_A_SECOND = 29
"""In all: Telegram's own limit is about 30 a second."""

SECOND = timedelta(seconds=1)


class Pace:
    """Says when the next message may go.

    A message counts from ``begin`` until a second after ``end``. It reaches Telegram somewhere between the two, so
    however slow the network is, Telegram never sees more than ``MOST_A_SECOND`` in any second.
    """

    def __init__(self) -> None:
        self._under_way = 0
        self._ended: deque[datetime] = deque()
        self._paid: dict[int, datetime] = {}
        self._paused_until: datetime | None = None

    def opens_at(self, now: datetime) -> datetime:
        """When a message may go to any chat at all; ``now`` when at once."""
        while self._ended and self._ended[0] <= now - SECOND:
            self._ended.popleft()
        opens = max(now, self._paused_until or now)
        must_leave = self._under_way + len(self._ended) - MOST_A_SECOND
        if must_leave < 0:
            return opens
        # Too many under way: only an end opens the way again, so look again then or in a second.
        leaves = self._ended[must_leave] if must_leave < len(self._ended) else now
        return max(opens, leaves + SECOND)

    def resting(self, now: datetime) -> dict[int, datetime]:
        """The chats that had enough for the moment, and when each may be written to again."""
        self._paid = {chat_id: paid for chat_id, paid in self._paid.items() if paid > now}
        full = (BURST - 1) * EVERY
        return {chat_id: paid - full for chat_id, paid in self._paid.items() if paid - full > now}

    def begin(self) -> None:
        """A message goes out."""
        self._under_way += 1

    def end(self, chat_id: int, now: datetime) -> None:
        """Telegram answered, or nobody did."""
        self._under_way -= 1
        self._ended.append(now)
        # Each message pays for one second; three seconds may be owed.
        self._paid[chat_id] = max(self._paid.get(chat_id, now), now) + EVERY

    def is_paused(self, now: datetime) -> bool:
        """Whether Telegram asked for a pause that is not over."""
        return self._paused_until is not None and self._paused_until > now

    def pause(self, until: datetime) -> None:
        """Nothing goes out before ``until``: Telegram said ``retry_after``."""
        self._paused_until = max(until, self._paused_until or until)
