"""How fast Telegram lets a bot send: about 30 messages a second in all, one a second to a chat after a short burst."""

from collections import deque
from collections.abc import Hashable

MOST_A_SECOND = 30
SECOND = 1.0
# Telegram only says that short bursts pass; a bot that keeps to this one is safe.
BURST = 3
# Telegram decides how long; so long here.
PENALTY_SECONDS = 3.0
SENDING = ("send", "edit", "delete", "copy", "forward")


def counts(method: str) -> bool:
    """Return whether calls of a method count as messages."""
    return method.startswith(SENDING) and method != "sendChatAction"


class Rates:
    """Keeps count of one simulator's messages; times are Unix seconds."""

    def __init__(self) -> None:
        self._all: dict[int, deque[float]] = {}
        self._paid: dict[tuple[int, int], float] = {}
        self._closed: dict[Hashable, float] = {}

    def admit(self, bot: int, chat: int, now: float) -> float:
        """Return 0 and count a message that may pass; else the seconds after which to try again.

        Whoever is too fast is refused for a while: in that chat, or everywhere.
        """
        everywhere, here = (bot,), (bot, chat)
        closed = max(self._closed.get(key, 0) for key in (everywhere, here)) - now
        if closed > 0:
            return closed
        if self._is_full(bot, now):
            self._closed[everywhere] = now + PENALTY_SECONDS
        elif self._is_hasty(here, now):
            self._closed[here] = now + PENALTY_SECONDS
        else:
            self._all[bot].append(now)
            self._paid[here] = max(self._paid.get(here, 0), now) + SECOND
            return 0
        return PENALTY_SECONDS

    def _is_full(self, bot: int, now: float) -> bool:
        times = self._all.setdefault(bot, deque(maxlen=MOST_A_SECOND))
        return len(times) == MOST_A_SECOND and now - times[0] < SECOND

    def _is_hasty(self, here: tuple[int, int], now: float) -> bool:
        return self._paid.get(here, 0) - now > (BURST - 1) * SECOND
