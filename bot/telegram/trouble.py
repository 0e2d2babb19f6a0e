"""When Telegram refuses or cannot be reached: what to say of it, and how long to wait."""

import logging
import re
from collections.abc import Callable
from datetime import datetime, timedelta

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.store.outbox import LONGEST_PAUSE

log = logging.getLogger(__name__)

SHAKY = timedelta(minutes=1)
LONGEST_REASON = 150
TOKEN = re.compile(r"\d+:[\w-]{8,}")
ADVICE: dict[type[TelegramError], str] = {
    InvalidToken: "check WERKMAAT_TELEGRAM_TOKEN (from @BotFather) and WERKMAAT_TELEGRAM_API_URL",
    Conflict: "another program receives this bot's updates: stop it, or give one of the two another token",
}


class Trouble:
    """One thing that is tried over and over: each new reason is logged once, pauses grow, success ends it.

    A reason that comes back within a minute is not new: on a shaky line successes and failures take turns.
    """

    def __init__(self, doing: str, clock: Callable[[], datetime]) -> None:
        """``doing`` says what is tried, as in "Receiving updates"; ``clock`` tells the time, in UTC."""
        self._doing = doing
        self._clock = clock
        self._reason = ""
        self._met_at: datetime | None = None
        self._failures = 0
        self._told = False

    def met(self, error: Exception) -> timedelta:
        """Note a failure. Returns how long to wait before the next try."""
        reason = describe(error)
        if reason != self._reason or self._is_forgotten():
            advice = ADVICE.get(type(error)) if isinstance(error, TelegramError) else None
            log.warning("%s fails, and goes on trying: %s%s", self._doing, reason, f" ({advice})" if advice else "")
            self._told = True
        self._reason = reason
        self._met_at = self._clock()
        self._failures += 1
        return asked_pause(error) or pause_after(self._failures - 1)

    def over(self) -> None:
        """Note a success."""
        if self._told:
            log.info("%s works again", self._doing)
        self._told = False
        self._failures = 0

    def _is_forgotten(self) -> bool:
        """Whether the last failure lies long back, with a success since."""
        return not self._failures and self._met_at is not None and self._clock() - self._met_at > SHAKY


def pause_after(failures: int) -> timedelta:
    """How long to wait after so many failures before this one: 1, 2, 4 ... 60 seconds."""
    return min(timedelta(seconds=2 ** min(failures, 10)), LONGEST_PAUSE)


def asked_pause(error: Exception) -> timedelta | None:
    """The pause that Telegram asks for with ``retry_after``, if it does."""
    if not isinstance(error, RetryAfter):
        return None
    pause = error.retry_after
    return pause if isinstance(pause, timedelta) else timedelta(seconds=pause)


def describe(error: Exception) -> str:
    """What failed, for logs and queues: never with a token, nor with what a learner or a server wrote."""
    name = type(error).__name__
    if not isinstance(error, TelegramError):
        return f"{name} in {_place(error)}"
    # What follows the first sentence quotes the server's answer.
    reason = TOKEN.sub("<token>", error.message.partition(". ")[0])
    return f"{name}: {reason[:LONGEST_REASON]}"


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}" if trace else "?"
