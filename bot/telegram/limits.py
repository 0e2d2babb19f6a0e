"""How fast messages may go out: pure bookkeeping, with the time as an argument.

Moments are told by a clock that nobody sets: the time since some moment of the past. So the pace is kept, and nobody
waits, when the clock on the wall jumps.
"""

from collections import deque
from datetime import timedelta

BURST = 3
"""So many messages a chat gets at once; after that one a second."""

EVERY = timedelta(seconds=1)
MOST_A_SECOND = 30
"""In all, in any second wherever it begins: Telegram's own limit."""

SECOND = timedelta(seconds=1)

FOR_REPLIES = 1
"""So many of them broadcasts leave free: a reply never waits for a second to pass."""

EVENLY = SECOND / MOST_A_SECOND
"""From one broadcast to the next: thirty at once would shut the way for everybody until the second is over."""

LATE = 2 * EVENLY
"""So much a broadcast that was held up may take from the distance to the next."""

ANSWERS = 100
"""So many answers tell how long the way to Telegram and back takes at the least."""

SPARE = timedelta(milliseconds=10)
"""By so much the way may be quicker than it was for each of those."""


class Pace:
    """Says when the next message may go.

    A message reaches Telegram somewhere between ``begin`` and ``end``, and nobody says when. So it counts from the one
    until a second after the other: however slow the network is, Telegram never sees more than ``MOST_A_SECOND`` in any
    second. What is certain of the way is taken off: when every answer takes at least 60 milliseconds there and back,
    a message that counts 50 less still lies a full second before the one that takes its place.
    """

    def __init__(self) -> None:
        self._under_way = 0
        self._took: deque[timedelta] = deque(maxlen=ANSWERS)
        self._arrived: deque[timedelta] = deque()
        self._paid: dict[int, timedelta] = {}
        self._paused_until = timedelta.min
        self._next_broadcast = timedelta.min

    def room(self, now: timedelta) -> int:
        """How many messages may go at once, to whichever chats."""
        return 0 if self.is_paused(now) else MOST_A_SECOND - self._counting(now)

    @property
    def under_way(self) -> int:
        """How many messages went out and are not answered."""
        return self._under_way

    def opens_at(self, now: timedelta, kept_free: int = 0) -> timedelta:
        """When a message may go to any chat at all; ``now`` when at once. ``kept_free`` are left for other ones."""
        opens = max(now, self._paused_until)
        must_leave = self._counting(now) - MOST_A_SECOND + kept_free
        if must_leave < 0:
            return opens
        # Too many under way: only an end opens the way again, so look again then or in a second.
        leaves = self._arrived[must_leave] if must_leave < len(self._arrived) else now
        return max(opens, leaves + SECOND)

    def opens_for_broadcast_at(self, now: timedelta) -> timedelta:
        """When a broadcast may go, as far as other chats are concerned."""
        return max(self.opens_at(now, FOR_REPLIES), self._next_broadcast)

    def begin_broadcast(self, now: timedelta) -> None:
        """A broadcast is about to go out: the next one follows at a distance."""
        self._next_broadcast = max(self._next_broadcast, now - LATE) + EVENLY

    def resting(self, now: timedelta) -> dict[int, timedelta]:
        """The chats that had enough for the moment, and when each may be written to again."""
        self._paid = {chat_id: paid for chat_id, paid in self._paid.items() if paid > now}
        full = (BURST - 1) * EVERY
        return {chat_id: paid - full for chat_id, paid in self._paid.items() if paid - full > now}

    def begin(self) -> None:
        """A message goes out."""
        self._under_way += 1

    def end(self, chat_id: int, began: timedelta, now: timedelta) -> None:
        """Telegram answered, or nobody did."""
        self._under_way -= 1
        self._took.append(now - began)
        arrived = now - self._certain()
        self._arrived.append(max(arrived, self._arrived[-1]) if self._arrived else arrived)
        # Each message pays for one second; three seconds may be owed.
        self._paid[chat_id] = max(self._paid.get(chat_id, now), now) + EVERY

    def is_paused(self, now: timedelta) -> bool:
        """Whether Telegram asked for a pause that is not over."""
        return self._paused_until > now

    def pause(self, until: timedelta) -> None:
        """Nothing goes out before ``until``: Telegram said ``retry_after``."""
        self._paused_until = max(until, self._paused_until)

    def _counting(self, now: timedelta) -> int:
        while self._arrived and self._arrived[0] <= now - SECOND:
            self._arrived.popleft()
        return self._under_way + len(self._arrived)

    def _certain(self) -> timedelta:
        """So much of a call is certainly spent on the way there and back."""
        known = len(self._took) == ANSWERS
        return max(min(self._took) - SPARE, timedelta()) if known else timedelta()
