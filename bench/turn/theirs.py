"""Stock Rasa's side: a learner's turns over its REST channel, from the request to the answer."""

from collections.abc import Callable
from http.client import HTTPConnection
from time import perf_counter

from bench.stock.service import Stock, ask
from bench.turn.ours import Failed

BEGINNING = (
    {"event": "action", "name": "action_session_start"},
    {"event": "session_started"},
    {"event": "slot", "name": "expects", "value": "practice"},
    {"event": "action", "name": "action_listen"},
)
"""An item is open, from the first turn to the last: stock Rasa's actions keep no lesson."""

TAPPED = "/answer"
"""A button's payload, for which Rasa skips the understanding. Without entities, which is less to do."""


class TheirLearner:
    """Somebody who practises with stock Rasa. Their conversation is one session, and grows with every turn."""

    def __init__(self, stock: Stock, chat_id: int) -> None:
        self._connection: Callable[[], HTTPConnection] = stock.connect
        self._chat_id = chat_id
        events = f"/conversations/{chat_id}/tracker/events?include_events=NONE"
        ask(stock.connect(), "POST", events, BEGINNING)

    async def text(self, words: str) -> float:
        """Type something. Returns the seconds that the turn took."""
        return self._turn(words)

    async def button(self) -> float:
        """Tap an answer. Returns the seconds that the turn took."""
        return self._turn(TAPPED)

    def _turn(self, message: str) -> float:
        connection = self._connection()
        connection.connect()
        began = perf_counter()
        replies = ask(connection, "POST", "/webhooks/rest/webhook", {"sender": str(self._chat_id), "message": message})
        took = perf_counter() - began
        connection.close()
        if not replies:
            raise Failed("stock Rasa gave no answer")
        return took
